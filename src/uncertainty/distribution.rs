//! 概率分布, the shape of what is known of a typed number.

use std::f64::consts::TAU;

use serde::{Deserialize, Serialize};

use super::random::{Generator, Normal};

/// A shape, centred on the typed value. How wide it is follows from the standard uncertainty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Distribution {
    /// 正态分布
    #[default]
    Normal,
    /// 均匀分布: between two limits and nothing else is known.
    Rectangular,
    /// 三角分布
    Triangular,
    /// 反正弦分布, U-shaped: a cyclic influence between two limits.
    Arcsine,
    /// 梯形分布
    Trapezoid {
        /// β, the length of the top as a share of that of the base, 0 to 1.
        top: f64,
    },
    /// 界限不确切的均匀分布: each limit is itself known only within ± a share of the half width.
    InexactRectangular {
        /// d / a, 0 to 1.
        inexactness: f64,
    },
    /// t 分布: the mean of few readings.
    StudentT {
        /// ν, degrees of freedom; above 2, or the shape has no standard uncertainty.
        nu: f64,
    },
}

impl Distribution {
    /// The standard uncertainty of a shape of this size; `None` where it has none.
    ///
    /// The size is the half width of a shape with limits, the scale s of Student's t, which is less than its standard
    /// uncertainty, and the standard uncertainty itself of a normal distribution.
    ///
    /// ```
    /// use water_ledger::uncertainty::Distribution;
    /// assert_eq!(Distribution::Rectangular.standard_uncertainty(0.0), Some(0.0));
    /// assert_eq!(Distribution::Normal.standard_uncertainty(2.5), Some(2.5));
    /// assert_eq!(Distribution::StudentT { nu: 2.0 }.standard_uncertainty(1.0), None);
    /// ```
    pub fn standard_uncertainty(self, size: f64) -> Option<f64> {
        self.factor().map(|factor| size * factor)
    }

    /// The size of a shape that has this standard uncertainty.
    pub fn size(self, u: f64) -> Option<f64> {
        self.factor().map(|factor| u / factor)
    }

    /// The standard uncertainty of a display that moves in steps: r / √12.
    pub fn of_resolution(step: f64) -> f64 {
        step / 12f64.sqrt()
    }

    /// The degrees of freedom that the shape itself tells; without them they count as infinite.
    pub fn degrees_of_freedom(self) -> Option<f64> {
        match self {
            Distribution::StudentT { nu } => Some(nu),
            _ => None,
        }
    }

    /// Standard uncertainty ÷ size.
    fn factor(self) -> Option<f64> {
        let share = |share: f64| (0.0..=1.0).contains(&share).then_some(share);
        match self {
            Distribution::Normal => Some(1.0),
            Distribution::Rectangular => Some(1.0 / 3f64.sqrt()),
            Distribution::Triangular => Some(1.0 / 6f64.sqrt()),
            Distribution::Arcsine => Some(1.0 / 2f64.sqrt()),
            Distribution::Trapezoid { top } => share(top).map(|top| ((1.0 + top * top) / 6.0).sqrt()),
            Distribution::InexactRectangular { inexactness } => {
                share(inexactness).map(|d| (1.0 / 3.0 + d * d / 9.0).sqrt())
            }
            Distribution::StudentT { nu } => (nu > 2.0 && nu.is_finite()).then(|| (nu / (nu - 2.0)).sqrt()),
        }
    }

    /// Fills the lanes with draws: `centre` + `size` × a draw of the shape of size one (JCGM 101, 6.4).
    pub(super) fn fill(
        self,
        lanes: &mut [f64],
        centre: f64,
        size: f64,
        normal: &Normal,
        stream: &mut Generator,
    ) {
        let lanes = Lanes { lanes, centre, size, stream };
        match self {
            Distribution::Normal => lanes.fill(|g| normal.draw(g)),
            Distribution::Rectangular => lanes.fill(Generator::signed),
            Distribution::Triangular => lanes.fill(|g| (g.signed() + g.signed()) / 2.0),
            Distribution::Arcsine => lanes.fill(|g| libm::sin(TAU * g.unit())),
            Distribution::Trapezoid { top } => {
                let (wide, narrow) = ((1.0 + top) / 2.0, (1.0 - top) / 2.0);
                lanes.fill(|g| wide * g.signed() + narrow * g.signed());
            }
            Distribution::InexactRectangular { inexactness } => {
                lanes.fill(|g| (1.0 + inexactness * g.signed()) * g.signed());
            }
            Distribution::StudentT { nu } => lanes.fill(|g| student(nu, g)),
        }
    }
}

/// What is filled, and from which stream.
struct Lanes<'l> {
    lanes: &'l mut [f64],
    centre: f64,
    size: f64,
    stream: &'l mut Generator,
}

impl Lanes<'_> {
    #[inline(always)]
    fn fill(self, draw: impl Fn(&mut Generator) -> f64) {
        // A copy that nothing else can see stays in the processor's registers.
        let mut g = *self.stream;
        for lane in self.lanes {
            *lane = self.centre + self.size * draw(&mut g);
        }
        *self.stream = g;
    }
}

/// Bailey's polar method: a point in the unit disc gives a draw of Student's t.
fn student(nu: f64, g: &mut Generator) -> f64 {
    loop {
        let (x, y) = (g.signed(), g.signed());
        let w = x * x + y * y;
        if w > 0.0 && w <= 1.0 {
            return x * libm::sqrt(nu * (libm::pow(w, -2.0 / nu) - 1.0) / w);
        }
    }
}
