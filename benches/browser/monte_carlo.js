// The Monte Carlo simulation of src/uncertainty once more in plain JavaScript, as the peer of a browser benchmark.
//
// What is the same: a million draws of a region's coefficient Σ ηᵢ·Wᵢ / Σ Wᵢ from six districts, so twelve uncertain
// numbers, each normal with 5 %; the seed; splitmix64 and xoshiro256++ with one jump for each chunk of 10,240 draws;
// the ziggurat of 256 layers with 53 random bits for a draw; blocks of 256 draws in typed arrays; mean and standard
// deviation in two passes; both 95 % intervals by selecting and sorting the tails only.
//
// What favours this side: the formula is written by hand into one loop, where the other side runs any figure's formula
// step by step; sums are plain, where the other side compensates them. JavaScript has no fast 64-bit integers, so the
// generator works on 32-bit halves. `generator: 'xoshiro128++'` is the choice that suits JavaScript best: one 32-bit
// word for a draw, 24 of its bits for the place in the layer, which is fewer digits than the other side has.
// The state stays in a typed array: held in eight local variables, the same loop was slower in V8.
//
// With 'xoshiro256++' the draws are those of the other side but for the last bit where Math.exp and Math.log round the
// tables otherwise; the results agree to twelve digits and more, and a benchmark checks that before it counts a time.
// With 'xoshiro128++' they agree within four Monte Carlo standard errors.

const LANES = 256;
const CHUNK = 40 * LANES;
const LAYERS = 256;
const TAIL = 3.654152885361009;
const AREA = 0.004928673233974655;

/** Coefficient and gross water of each district. */
export const DISTRICTS = [
  [0.52, 4200], [0.55, 1800], [0.61, 960], [0.48, 3100], [0.66, 420], [0.58, 700],
];
export const SEED = 20240615;
export const GENERATORS = ['xoshiro256++', 'xoshiro128++'];

// The right edges of the layers, and exp(−x²/2) at them.
const RIGHTS = new Float64Array(LAYERS + 1);
RIGHTS[0] = AREA / density(TAIL);
RIGHTS[1] = TAIL;
for (let layer = 2; layer < LAYERS; layer += 1) {
  const below = RIGHTS[layer - 1];
  RIGHTS[layer] = Math.sqrt(-2 * Math.log(density(below) + AREA / below));
}
const HEIGHTS = RIGHTS.map(density);

function density(x) {
  return Math.exp(-0.5 * x * x);
}

/** Four 64-bit words from a seed, each as its low and its high half. */
function seeded(seed) {
  const mask = (1n << 64n) - 1n;
  const state = new Int32Array(8);
  let last = BigInt(seed);
  for (let word = 0; word < 4; word += 1) {
    last = (last + 0x9e3779b97f4a7c15n) & mask;
    let mixed = ((last ^ (last >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask;
    mixed ^= mixed >> 31n;
    state[2 * word] = Number(BigInt.asIntN(32, mixed));
    state[2 * word + 1] = Number(BigInt.asIntN(32, mixed >> 32n));
  }
  return state;
}

/** The polynomials of the jumps, low half before high half. */
const JUMP_256 = [0x3cfd0aba, 0x180ec6d3, 0xf0c9392c, 0xd5a61266, 0xe03fc9aa, 0xa9582618, 0x29b1661c, 0x39abdc45];
const JUMP_128 = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b];

/** Moves a state far on, to a stream that meets no other; `next` moves it on by one. */
function jump(state, polynomial, next) {
  const jumped = new Int32Array(state.length);
  for (const word of polynomial) {
    for (let bit = 0; bit < 32; bit += 1) {
      if ((word >>> bit) & 1) {
        for (let part = 0; part < state.length; part += 1) jumped[part] ^= state[part];
      }
      next(state);
    }
  }
  state.set(jumped);
}

// What the last call of `next256` drew.
let low = 0;
let high = 0;

/** xoshiro256++ on 32-bit halves. */
function next256(s) {
  const aLow = s[0];
  const aHigh = s[1];
  const bLow = s[2];
  const bHigh = s[3];
  const sumLow = (aLow + s[6]) | 0;
  const sumHigh = (aHigh + s[7] + (sumLow >>> 0 < aLow >>> 0 ? 1 : 0)) | 0;
  low = (((sumLow << 23) | (sumHigh >>> 9)) + aLow) | 0;
  high = (((sumHigh << 23) | (sumLow >>> 9)) + aHigh + (low >>> 0 < aLow >>> 0 ? 1 : 0)) | 0;
  const cLow = s[4] ^ aLow;
  const cHigh = s[5] ^ aHigh;
  const dLow = s[6] ^ bLow;
  const dHigh = s[7] ^ bHigh;
  s[0] = aLow ^ dLow;
  s[1] = aHigh ^ dHigh;
  s[2] = bLow ^ cLow;
  s[3] = bHigh ^ cHigh;
  s[4] = cLow ^ (bLow << 17);
  s[5] = cHigh ^ ((bHigh << 17) | (bLow >>> 15));
  s[6] = (dHigh << 13) | (dLow >>> 19);
  s[7] = (dLow << 13) | (dHigh >>> 19);
}

function unit256(s) {
  next256(s);
  return ((high >>> 0) * 2097152 + (low >>> 11) + 0.5) / 9007199254740992;
}

/** xoshiro128++. */
function next128(s) {
  const a = s[0];
  const b = s[1];
  const sum = (a + s[3]) | 0;
  const result = (((sum << 7) | (sum >>> 25)) + a) | 0;
  const c = s[2] ^ a;
  const d = s[3] ^ b;
  s[0] = a ^ d;
  s[1] = b ^ c;
  s[2] = c ^ (b << 9);
  s[3] = (d << 11) | (d >>> 21);
  return result;
}

function unit128(s) {
  return ((next128(s) >>> 0) + 0.5) / 4294967296;
}

/** A draw that fell beside the layer above: under the curve, in the tail, or NaN for another try. */
function edge(layer, x, unit, state) {
  if (layer === 0) {
    for (;;) {
      const beyond = -Math.log(unit(state)) / TAIL;
      const height = -Math.log(unit(state));
      if (2 * height >= beyond * beyond) return x < 0 ? -(TAIL + beyond) : TAIL + beyond;
    }
  }
  const below = HEIGHTS[layer];
  return below + (HEIGHTS[layer + 1] - below) * unit(state) < density(x) ? x : NaN;
}

function fill256(lanes, centre, size, state) {
  for (let lane = 0; lane < LANES; lane += 1) {
    let x = NaN;
    do {
      next256(state);
      const layer = low & 0xff;
      x = RIGHTS[layer] * ((high * 2097152 + (low >>> 11) + 0.5) * 2.220446049250313e-16);
      if (Math.abs(x) >= RIGHTS[layer + 1]) x = edge(layer, x, unit256, state);
    } while (x !== x);
    lanes[lane] = centre + size * x;
  }
}

function fill128(lanes, centre, size, state) {
  for (let lane = 0; lane < LANES; lane += 1) {
    let x = NaN;
    do {
      const bits = next128(state);
      const layer = bits & 0xff;
      x = RIGHTS[layer] * (((bits >> 8) + 0.5) * 1.1920928955078125e-7);
      if (Math.abs(x) >= RIGHTS[layer + 1]) x = edge(layer, x, unit128, state);
    } while (x !== x);
    lanes[lane] = centre + size * x;
  }
}

/** All draws, chunk by chunk. */
export function drawn(count, seed = SEED, generator = GENERATORS[0]) {
  const wide = generator === 'xoshiro256++';
  const fill = wide ? fill256 : fill128;
  const start = wide ? seeded(seed) : seeded(seed).slice(0, 4);
  const inputs = Array.from({ length: 12 }, () => new Float64Array(LANES));
  const means = DISTRICTS.flat();
  const draws = new Float64Array(count);
  for (let chunk = 0; chunk < count; chunk += CHUNK) {
    const state = start.slice();
    const end = Math.min(count, chunk + CHUNK);
    for (let block = chunk; block < end; block += LANES) {
      for (let input = 0; input < 12; input += 1) fill(inputs[input], means[input], 0.05 * means[input], state);
      const [e0, w0, e1, w1, e2, w2, e3, w3, e4, w4, e5, w5] = inputs;
      const lanes = Math.min(LANES, end - block);
      for (let lane = 0; lane < lanes; lane += 1) {
        const net = e0[lane] * w0[lane] + e1[lane] * w1[lane] + e2[lane] * w2[lane]
          + e3[lane] * w3[lane] + e4[lane] * w4[lane] + e5[lane] * w5[lane];
        const gross = w0[lane] + w1[lane] + w2[lane] + w3[lane] + w4[lane] + w5[lane];
        draws[block + lane] = net / gross;
      }
    }
    if (wide) jump(start, JUMP_256, next256);
    else jump(start, JUMP_128, next128);
  }
  return draws;
}

/** Puts the draw of a rank (from zero, counted from `from`) in its place, the lesser before it, the greater behind. */
function select(draws, from, rank) {
  let left = from;
  let right = draws.length - 1;
  while (left < right) {
    const pivot = draws[rank];
    let i = left;
    let j = right;
    while (i <= j) {
      while (draws[i] < pivot) i += 1;
      while (draws[j] > pivot) j -= 1;
      if (i <= j) {
        const swapped = draws[i];
        draws[i] = draws[j];
        draws[j] = swapped;
        i += 1;
        j -= 1;
      }
    }
    if (j < rank) left = i;
    if (rank < i) right = j;
  }
}

/** Mean, standard uncertainty, the symmetric and the shortest 95 % interval. */
export function outcome(draws) {
  const count = draws.length;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += draws[at];
  const mean = sum / count;
  let squares = 0;
  for (let at = 0; at < count; at += 1) squares += (draws[at] - mean) * (draws[at] - mean);
  const within = Math.min(Math.floor(0.95 * count + 0.5), count - 1);
  const outside = count - within;
  select(draws, 0, outside - 1);
  select(draws, outside, within);
  draws.subarray(0, outside).sort();
  draws.subarray(within).sort();
  let shortest = 0;
  for (let rank = 1; rank < outside; rank += 1) {
    if (draws[rank + within] - draws[rank] < draws[shortest + within] - draws[shortest]) shortest = rank;
  }
  const from = (rank) => [draws[rank], draws[rank + within]];
  return {
    mean,
    u: Math.sqrt(squares / (count - 1)),
    symmetric: from(Math.ceil(outside / 2) - 1),
    shortest: from(shortest),
  };
}

/** The whole simulation. */
export function simulate(count = 1000000, seed = SEED, generator = GENERATORS[0]) {
  return outcome(drawn(count, seed, generator));
}
