//! 随机数, the draws: the same seed gives the same bits on every machine and for any number of workers.

/// xoshiro256++ of Blackman and Vigna, seeded by splitmix64 as its authors advise.
///
/// ```
/// use water_ledger::uncertainty::Generator;
/// let (mut one, mut other) = (Generator::new(7), Generator::new(7));
/// assert_eq!(one.bits(), other.bits());
/// other.jump();
/// assert_ne!(one.bits(), other.bits());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generator {
    state: [u64; 4],
}

/// The polynomial that moves a state on by 2¹²⁸ draws.
const JUMP: [u64; 4] =
    [0x180e_c6d3_3cfd_0aba, 0xd5a6_1266_f0c9_392c, 0xa958_2618_e03f_c9aa, 0x39ab_dc45_29b1_661c];

/// 2⁻⁵³
const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;

impl Generator {
    /// A generator from a seed.
    pub fn new(seed: u64) -> Generator {
        let mut last = seed;
        let state = [(); 4].map(|()| {
            last = last.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (last ^ (last >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        });
        Generator { state }
    }

    /// The next 64 bits.
    #[inline(always)]
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// Moves on by 2¹²⁸ draws, to a stream that meets no other.
    pub fn jump(&mut self) {
        let mut jumped = [0; 4];
        for word in JUMP {
            for bit in 0..64 {
                if word >> bit & 1 == 1 {
                    for (sum, part) in jumped.iter_mut().zip(self.state) {
                        *sum ^= part;
                    }
                }
                self.bits();
            }
        }
        self.state = jumped;
    }

    /// A number between 0 and 1, neither of them.
    #[inline(always)]
    pub fn unit(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) * UNIT
    }

    /// A number between −1 and 1.
    #[inline(always)]
    pub fn signed(&mut self) -> f64 {
        2.0 * self.unit() - 1.0
    }
}

/// How many layers the normal density is cut into.
const LAYERS: usize = 256;

/// Where the tail begins, and the area of every layer, so that there are 256 of them (Marsaglia and Tsang 2000).
const TAIL: f64 = 3.654_152_885_361_009;
const AREA: f64 = 0.004_928_673_233_974_655;

/// The ziggurat: layers of one area under exp(−x²/2), from which most draws need one multiplication and no function.
pub(super) struct Normal {
    /// The right edge of each layer, and of the one above it.
    edges: [(f64, f64); LAYERS],
    /// exp(−x²/2) at the edges.
    heights: [f64; LAYERS + 1],
}

impl Normal {
    /// The layers. One library computes them natively and in the browser, so that both are equal.
    pub(super) fn new() -> Normal {
        let density = |x: f64| libm::exp(-0.5 * x * x);
        let mut rights = [0.0; LAYERS + 1];
        // The lowest layer holds the tail too: as a rectangle of the same area it would reach this far.
        rights[0] = AREA / density(TAIL);
        rights[1] = TAIL;
        for layer in 2..LAYERS {
            let height = density(rights[layer - 1]) + AREA / rights[layer - 1];
            rights[layer] = libm::sqrt(-2.0 * libm::log(height));
        }
        Normal {
            edges: std::array::from_fn(|layer| (rights[layer], rights[layer + 1])),
            heights: rights.map(density),
        }
    }

    /// A draw.
    #[inline(always)]
    pub(super) fn draw(&self, g: &mut Generator) -> f64 {
        let bits = g.bits();
        let layer = (bits & 0xff) as usize;
        let (right, above) = self.edges[layer];
        let x = right * signed(bits);
        if x.abs() < above {
            return x;
        }
        // By value, so that the generator need not leave the registers in the loop around.
        let (x, after) = self.edge(*g, layer, x);
        *g = after;
        x
    }

    /// The few draws that fall beside the layer above: under the curve, in the tail, or again.
    #[cold]
    #[inline(never)]
    fn edge(&self, mut g: Generator, mut layer: usize, mut x: f64) -> (f64, Generator) {
        loop {
            if layer == 0 {
                return (tail(&mut g).copysign(x), g);
            }
            let (low, high) = (self.heights[layer], self.heights[layer + 1]);
            if low + (high - low) * g.unit() < libm::exp(-0.5 * x * x) {
                return (x, g);
            }
            let bits = g.bits();
            layer = (bits & 0xff) as usize;
            let (right, above) = self.edges[layer];
            x = right * signed(bits);
            if x.abs() < above {
                return (x, g);
            }
        }
    }
}

/// The upper 53 bits as a number between −1 and 1; the lowest eight, which choose the layer, take no part.
#[inline(always)]
fn signed(bits: u64) -> f64 {
    ((bits as i64 >> 11) as f64 + 0.5) * (2.0 * UNIT)
}

/// Beyond the lowest edge (Marsaglia 1964).
fn tail(g: &mut Generator) -> f64 {
    loop {
        let x = -libm::log(g.unit()) / TAIL;
        let y = -libm::log(g.unit());
        if 2.0 * y >= x * x {
            return TAIL + x;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        // The first outputs from the state 1, 2, 3, 4, and the state after a jump from there.
        let mut g = Generator { state: [1, 2, 3, 4] };
        assert_eq!(
            [g.bits(), g.bits(), g.bits(), g.bits()],
            [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386]
        );
        let mut g = Generator { state: [1, 2, 3, 4] };
        g.jump();
        let jumped =
            [0x8c7a_1539_56b5_f3d1, 0x701f_1a71_3401_d85e, 0x6527_f66a_6546_9085, 0x8386_b786_c440_8050];
        assert_eq!(g.state, jumped);
    }

    #[test]
    fn the_layers_have_one_area_and_close_at_the_top() {
        let normal = Normal::new();
        for (layer, (right, _)) in normal.edges.iter().enumerate().skip(1) {
            let area = right * (normal.heights[layer + 1] - normal.heights[layer]);
            assert!((area / AREA - 1.0).abs() < 1e-12, "{layer}: {area}");
        }
    }

    #[test]
    fn moments_and_tail_are_those_of_the_normal_distribution() {
        let (normal, mut g) = (Normal::new(), Generator::new(1));
        let count = 1_000_000;
        let draws: Vec<f64> = (0..count).map(|_| normal.draw(&mut g)).collect();
        for (power, expected, spread) in
            [(1, 0.0, 1.0), (2, 1.0, 2.0), (3, 0.0, 15.0), (4, 3.0, 96.0), (6, 15.0, 10170.0)]
        {
            let moment = draws.iter().map(|x| x.powi(power)).sum::<f64>() / f64::from(count);
            let error = (spread / f64::from(count)).sqrt();
            assert!((moment - expected).abs() < 4.0 * error, "{power}: {moment}");
        }
        let beyond = draws.iter().filter(|x| x.abs() > TAIL).count() as f64;
        let expected = f64::from(count) * libm::erfc(TAIL / 2f64.sqrt());
        assert!((beyond - expected).abs() < 4.0 * expected.sqrt(), "{beyond} {expected}");
    }
}
