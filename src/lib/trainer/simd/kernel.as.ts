// AssemblyScript: TypeScript's syntax, compiled to WebAssembly with SIMD. It trains as kernel-float64.ts does, to
// the last bit, and about four times as fast. `scripts/assembly-script.js` compiles it, `simd-kernel.ts` calls it.
//
// Bits. A floating-point sum depends on its order, so no sum is reordered: the two lanes of a vector always belong
// to two different sums. Where a batch is taken in three passes instead of row by row, every number still comes
// from the same operations. Nothing is fused or relaxed.
//
//   forward    h = tanh(W1·x + b1)     lanes are two hidden units   (rows of a batch are independent)
//   outputs    dz = sigmoid(z) − y     lanes are two rows           (each adds its units in order)
//   backward   gradients               lanes are two hidden units   (each adds its rows in order)
//
// What is rare it does not compute but declines, and the TypeScript trainer does that run (see `epoch`).

// Memory, by hand: there is no allocation, and nothing to collect. All numbers are float64, except ORDER.

const MOST_UNITS: usize = 64; // what a manifest may ask for
const MOST_ROWS: usize = 352; // the data's rows and then some; even, since rows go in pairs
const COLUMN: usize = MOST_UNITS * 8;
const LIST: usize = MOST_ROWS * 8;

/** Weights in columns, one number a hidden unit: W1 of the first input, of the second, b1, W2; then b2 alone. */
export const WEIGHTS: usize = 1024;
/** Training rows as [x0, x1], then their labels, 0 or 1. */
export const INPUTS: usize = WEIGHTS + 4 * COLUMN + 16;
export const LABELS: usize = INPUTS + 2 * LIST;
/** The rows' order in this epoch, as int32. */
export const ORDER: usize = LABELS + LIST;

const W1_0: usize = WEIGHTS;
const W1_1: usize = W1_0 + COLUMN;
const B1: usize = W1_1 + COLUMN;
const W2: usize = B1 + COLUMN;
const B2: usize = W2 + COLUMN;

/** Gradients lie as the weights do, this far behind them. */
const GRADIENT: usize = ORDER + LIST - WEIGHTS;

// Of the batch at hand, row by row.
const X0: usize = GRADIENT + B2 + 16;
const X1: usize = X0 + LIST;
const Y: usize = X1 + LIST;
const DZ: usize = Y + LIST;
const HIDDEN: usize = DZ + LIST;

// The constants of portable-math.ts; a test holds the two equal.
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const INVERSE_LN2: f64 = 1.4426950408889634;
const HALF_LN2: f64 = 0.3465735912322998;
const TINY: f64 = 3.725290298461914e-9;
const P1: f64 = 0.16666666666666602;
const P2: f64 = -0.0027777777777015593;
const P3: f64 = 6.613756321437934e-5;
const P4: f64 = -1.6533902205465252e-6;
const P5: f64 = 4.1381367970572385e-8;

/** Added to a small whole number, leaves it in the lowest bits: 1.5 · 2⁵². */
const TO_INTEGER: f64 = 6755399441055744;

/** Lanes are all ones where something rare was met: an argument that `exp` below does not take. */
let rare: v128 = i64x2.splat(0);

function both(x: f64): v128 {
  return f64x2.splat(x);
}

/**
 * eˣ in both lanes, the bits of `exp` in portable-math.ts for x from −700 to 700, except 1.
 * @param size |x|
 * @param half 0.5 with the sign of x
 */
function exp(x: v128, size: v128, half: v128): v128 {
  // Where the other asks for the range of x, this rounds to the same k; only next to ½·ln 2 it has to ask too.
  const rounded = f64x2.trunc(f64x2.add(f64x2.mul(both(INVERSE_LN2), x), half));
  const k = v128.and(rounded, f64x2.ge(size, both(HALF_LN2)));
  const high = f64x2.sub(x, f64x2.mul(k, both(LN2_HIGH)));
  const low = f64x2.mul(k, both(LN2_LOW));
  const r = f64x2.sub(high, low);
  const t = f64x2.mul(r, r);
  let sum = f64x2.add(both(P4), f64x2.mul(t, both(P5)));
  sum = f64x2.add(both(P3), f64x2.mul(t, sum));
  sum = f64x2.add(both(P2), f64x2.mul(t, sum));
  sum = f64x2.add(both(P1), f64x2.mul(t, sum));
  const c = f64x2.sub(r, f64x2.mul(t, sum));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(both(2), c));
  const y = f64x2.sub(both(1), f64x2.sub(f64x2.sub(low, quotient), high));
  // y · 2ᵏ: k is added to the exponent's bits.
  const scaled = i64x2.add(y, i64x2.shl(f64x2.add(k, both(TO_INTEGER)), 52));
  return v128.bitselect(f64x2.add(both(1), x), scaled, f64x2.lt(size, both(TINY)));
}

function tanh(x: v128): v128 {
  const size = f64x2.abs(x);
  // Beyond 22 the formula gives 1 by itself.
  const twice = f64x2.pmin(f64x2.add(size, size), both(44));
  rare = v128.or(rare, f64x2.eq(twice, both(1)));
  const value = f64x2.sub(both(1), f64x2.div(both(2), f64x2.add(exp(twice, twice, both(0.5)), both(1))));
  return v128.xor(value, v128.and(f64x2.lt(x, both(0)), both(-0.0)));
}

/** Copies the batch's rows together, and computes their hidden units. */
function forward(start: usize, rows: usize, width: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const from = <usize>load<u32>(ORDER + ((start + row) << 2));
    const x0 = v128.load64_splat(INPUTS + (from << 4));
    const x1 = v128.load64_splat(INPUTS + (from << 4), 8);
    const at = row << 3;
    v128.store64_lane(X0 + at, x0, 0);
    v128.store64_lane(X1 + at, x1, 0);
    store<f64>(Y + at, load<f64>(LABELS + (from << 3)));
    const hidden = HIDDEN + row * width;
    for (let unit: usize = 0; unit < width; unit += 16) {
      const inputs = f64x2.add(f64x2.mul(v128.load(W1_0 + unit), x0), f64x2.mul(v128.load(W1_1 + unit), x1));
      v128.store(hidden + unit, tanh(f64x2.add(inputs, v128.load(B1 + unit))));
    }
  }
}

/** How far each row's output is off. After an odd number of rows, the last lane computes on what lies there. */
function outputs(rows: usize, width: usize): void {
  for (let row: usize = 0; row < rows; row += 2) {
    const first = HIDDEN + row * width;
    const second = first + width;
    let z = v128.load64_splat(B2);
    for (let unit: usize = 0; unit < width; unit += 16) {
      const w2 = v128.load(W2 + unit);
      const a = f64x2.mul(w2, v128.load(first + unit));
      const b = f64x2.mul(w2, v128.load(second + unit));
      z = f64x2.add(z, v128.shuffle<f64>(a, b, 0, 2));
      z = f64x2.add(z, v128.shuffle<f64>(a, b, 1, 3));
    }
    const size = f64x2.abs(z);
    rare = v128.or(rare, f64x2.gt(size, both(700)));
    const q = exp(f64x2.neg(size), size, both(-0.5));
    const top = v128.bitselect(both(1), q, f64x2.ge(z, both(0)));
    const p = f64x2.div(top, f64x2.add(both(1), q));
    const at = row << 3;
    v128.store(DZ + at, f64x2.sub(p, v128.load(Y + at)));
  }
}

/** Adds the gradients of the rows from `first` to `end` to what is there: one partial sum. */
function backward(first: usize, end: usize, width: usize): void {
  for (let unit: usize = 0; unit < width; unit += 16) {
    const w2 = v128.load(W2 + unit);
    let sum0 = both(0);
    let sum1 = both(0);
    let sumB = both(0);
    let sum2 = both(0);
    let hidden = HIDDEN + first * width + unit;
    for (let at = first << 3; at < end << 3; at += 8) {
      const h = v128.load(hidden);
      const dz = v128.load64_splat(DZ + at);
      const da = f64x2.mul(f64x2.mul(dz, w2), f64x2.sub(both(1), f64x2.mul(h, h)));
      sum2 = f64x2.add(sum2, f64x2.mul(dz, h));
      sum0 = f64x2.add(sum0, f64x2.mul(da, v128.load64_splat(X0 + at)));
      sum1 = f64x2.add(sum1, f64x2.mul(da, v128.load64_splat(X1 + at)));
      sumB = f64x2.add(sumB, da);
      hidden += width;
    }
    addTo(GRADIENT + W1_0 + unit, sum0);
    addTo(GRADIENT + W1_1 + unit, sum1);
    addTo(GRADIENT + B1 + unit, sumB);
    addTo(GRADIENT + W2 + unit, sum2);
  }
  let sum: f64 = 0;
  for (let at = first << 3; at < end << 3; at += 8) sum += load<f64>(DZ + at);
  store<f64>(GRADIENT + B2, load<f64>(GRADIENT + B2) + sum);
}

function addTo(address: usize, sum: v128): void {
  v128.store(address, f64x2.add(v128.load(address), sum));
}

/** Moves one column of weights, and makes its gradients 0 again for the next batch. */
function move(column: usize, width: usize, step: f64, decay: f64): void {
  for (let at = column; at < column + width; at += 16) {
    const weights = v128.load(at);
    let by = f64x2.mul(both(step), v128.load(GRADIENT + at));
    if (decay != 0) by = f64x2.add(by, f64x2.mul(both(decay), weights));
    v128.store(at, f64x2.sub(weights, by));
    v128.store(GRADIENT + at, both(0));
  }
}

/**
 * Trains one epoch on INPUTS and LABELS in the order of ORDER. An odd number of units needs one more whose weights
 * are all 0: they stay 0, and it adds nothing to any sum.
 * @param decay the learning rate times l2
 * @param chunks in how many partial sums a batch's gradients are added up
 * @returns false when it met what it does not compute: then the weights are void.
 */
export function epoch(
  rows: usize,
  units: usize,
  batchSize: usize,
  learningRate: f64,
  decay: f64,
  chunks: usize
): bool {
  const width = (units + (units & 1)) << 3;
  rare = i64x2.splat(0);
  for (let start: usize = 0; start < rows; start += batchSize) {
    const count = min(batchSize, rows - start);
    forward(start, count, width);
    outputs(count, width);
    const chunk = (count + chunks - 1) / chunks;
    for (let from: usize = 0; from < count; from += chunk) backward(from, min(from + chunk, count), width);

    const step = learningRate / <f64>count;
    move(W1_0, width, step, decay);
    move(W1_1, width, step, decay);
    move(B1, width, step, 0);
    move(W2, width, step, decay);
    store<f64>(B2, load<f64>(B2) - step * load<f64>(GRADIENT + B2));
    store<f64>(GRADIENT + B2, 0);
  }
  return !v128.any_true(rare);
}
