// Every engine agrees on + − × ÷, comparisons and exact powers of two, and on nothing finer:
// ECMA-262 leaves Math.exp, Math.log and Math.tanh "implementation-approximated".
// Constants and polynomials are those of fdlibm 5.3 (Sun Microsystems, 1993), e_exp.c and e_log.c.

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = 1.4426950408889634;

const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019411;
// fdlibm compares the upper half of the bits: this is the first double beyond that half.
const HALF_LN2 = 0.3465735912322998;
const TINY = 3.725290298461914e-9; // 2⁻²⁸
/** Wider than what lies between ½·ln 2 and `HALF_LN2`. */
const NEAR = 1e-8;

const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

const LOWEST = -1074;

/** 2⁻¹⁰⁷⁴ to 2¹⁰²³, made by doubling, which is exact. */
const POWERS_OF_TWO = /* @__PURE__ */ (() => {
  const powers = new Float64Array(1024 - LOWEST);
  powers[0] = 5e-324;
  for (let i = 1; i < powers.length; i++) powers[i] = 2 * powers[i - 1]!;
  return powers;
})();

/** 2ᵏ for a whole number k from −1074 to 1023. */
const powerOfTwo = (k: number): number => POWERS_OF_TWO[k - LOWEST]!;

/** y · 2ᵏ, rounded once, for k from −1075 to 1024 and y near 1. */
function scale(y: number, k: number): number {
  if (k === 1024) return y * 2 * powerOfTwo(1023);
  return k >= -1021 ? y * powerOfTwo(k) : (y * powerOfTwo(k + 1000)) / powerOfTwo(1000);
}

/**
 * eˣ, within one unit in the last place, with the same bits in every engine.
 * Source: fdlibm e_exp.c, as one straight line where that has branches which come to the same: a processor cannot
 * guess which way they go.
 */
export function exp(x: number): number {
  if (x > EXP_OVERFLOW) return Infinity;
  if (x < EXP_UNDERFLOW) return 0;
  const size = Math.abs(x);
  if (size < TINY) return 1 + x;
  if (x === 1) return 2.718281828459045; // the polynomial would miss e by one unit

  // x = k·ln 2 + r, and r is kept as high − low because one double is too coarse for it.
  const half = x < 0 ? -0.5 : 0.5;
  let k = (INVERSE_LN2 * x + half) | 0;
  if (Math.abs(size - HALF_LN2) < NEAR) k = size < HALF_LN2 ? 0 : 2 * half; // fdlibm rounds later than we do
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** 2⁰ to 2⁶³, all that `tanh` asks for. */
const SMALL_POWERS = /* @__PURE__ */ POWERS_OF_TWO.slice(-LOWEST, 64 - LOWEST);

/**
 * tanh x from exp: odd, and exactly ±1 beyond 22, where a double cannot tell the difference. Most of a training's
 * time is spent here, so `exp` is written out again for arguments between 2⁻²⁸ and 44, which need less of it.
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size > 22) return x < 0 ? -1 : 1;
  const twice = 2 * size;
  if (twice < TINY || twice === 1) return odd(x, exp(twice));

  let k = Math.floor(INVERSE_LN2 * twice + 0.5);
  if (Math.abs(twice - HALF_LN2) < NEAR) k = twice < HALF_LN2 ? 0 : 1;
  const high = twice - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return odd(x, (1 - (low - (r * c) / (2 - c) - high)) * SMALL_POWERS[k & 63]!);
}

/** tanh x, where `power` is e to twice its size. */
function odd(x: number, power: number): number {
  const value = 1 - 2 / (power + 1);
  return x < 0 ? -value : value;
}

const LG1 = 0.6666666666666735;
const LG2 = 0.3999999999940942;
const LG3 = 0.2857142874366239;
const LG4 = 0.22222198432149784;
const LG5 = 0.1818357216161805;
const LG6 = 0.15313837699209373;
const LG7 = 0.14798198605116586;
/** Just below √2: fdlibm compares the upper half of the bits. */
const ROOT_2 = 1 + 0x6a09c / 0x100000;

/**
 * ln(1 + x) for x from 0 to 1: the logarithm of the rounded sum, corrected by what rounding took away.
 * Source: fdlibm e_log.c for the logarithm, without its short cuts for special cases: this form holds for all of them.
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  // The sum is 2ᵏ · (1 + f), with 1 + f between √½ and √2.
  const k = sum < ROOT_2 ? 0 : 1;
  const f = (k === 0 ? sum : 0.5 * sum) - 1;

  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const evens = w * (LG2 + w * (LG4 + w * LG6));
  const odds = z * (LG1 + w * (LG3 + w * (LG5 + w * LG7)));
  const half = 0.5 * f * f;
  const log = k * LN2_HIGH - (half - (s * (half + (odds + evens)) + k * LN2_LOW) - f);
  return log + (x - (sum - 1)) / sum;
}
