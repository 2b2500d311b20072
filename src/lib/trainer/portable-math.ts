// Every engine agrees on + − × ÷, comparisons and exact powers of two, and on nothing finer:
// ECMA-262 leaves Math.exp, Math.log and Math.tanh "implementation-approximated".
// Constants and polynomials are those of fdlibm 5.3 (Sun Microsystems, 1993), e_exp.c and e_log.c.

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.44269504088896338700;

const EXP_OVERFLOW = 7.09782712893383973096e2;
const EXP_UNDERFLOW = -7.45133219101941108420e2;
// fdlibm compares the upper half of the bits: these are the first doubles beyond those halves.
const HALF_LN2 = 0.34657382965087890625;
const THREE_HALVES_LN2 = 1.0397205352783203125;
const TINY = 3.7252902984619140625e-9; // 2⁻²⁸

const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.65339022054652515390e-6;
const P5 = 4.13813679705723846039e-8;

const TWO_1000 = 1.0715086071862673e301;

/** 2⁻¹⁰⁷⁴ to 2¹⁰²³, made by doubling, which is exact; 2ᵏ stands at k + 1074. */
const POWERS_OF_TWO = /* @__PURE__ */ (() => {
  const powers = new Float64Array(1074 + 1024);
  powers[0] = 5e-324;
  for (let i = 1; i < powers.length; i++) powers[i] = 2 * powers[i - 1];
  return powers;
})();

/** y · 2ᵏ, rounded once, for k from −1075 to 1024 and y near 1. */
function scale(y: number, k: number): number {
  if (k >= -1021) return k === 1024 ? y * 2 * POWERS_OF_TWO[1023 + 1074] : y * POWERS_OF_TWO[k + 1074];
  return (y * POWERS_OF_TWO[k + 1000 + 1074]) / TWO_1000;
}

/**
 * eˣ, within one unit in the last place, with the same bits in every engine.
 * Source: fdlibm e_exp.c.
 */
export function exp(x: number): number {
  if (x > EXP_OVERFLOW) return Infinity;
  if (x < EXP_UNDERFLOW) return 0;
  const size = x < 0 ? -x : x;
  if (size < TINY) return 1 + x;

  // x = k·ln 2 + r, and r is kept as high − low because one double is too coarse for it.
  let k = 0;
  let high = x;
  let low = 0;
  let r = x;
  if (size >= HALF_LN2) {
    if (size >= THREE_HALVES_LN2) k = Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
    else if (x === 1) return 2.718281828459045; // the polynomial would miss e by one unit
    else k = x < 0 ? -1 : 1;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    r = high - low;
  }
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  return scale(1 - (low - (r * c) / (2 - c) - high), k);
}
