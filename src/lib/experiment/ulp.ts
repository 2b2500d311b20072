const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** The 64 bits of a float64, as a whole number. */
export function bitsOf(value: number): bigint {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

const SIGN = 1n << 63n;

/** The float64 with these 63 bits and this sign. */
export function floatOf(bits: bigint, isNegative: boolean): number {
  view.setBigUint64(0, isNegative ? bits | SIGN : bits);
  return view.getFloat64(0);
}

/** A whole number for each float64, such that neighbours differ by 1: … −2⁻¹⁰⁷⁴ → −2, −0 → −1, 0 → 0, 2⁻¹⁰⁷⁴ → 1 … */
function position(value: number): bigint {
  const bits = bitsOf(value);
  return bits < SIGN ? bits : SIGN - 1n - bits;
}

/**
 * How many steps from float64 to float64 lie between two numbers: their distance in units in the last place.
 * −0 and 0 are neighbours, 1 apart, because their bits differ: only equal bits have distance 0. Infinity is
 * 1 from the largest number. NaN is infinitely far from all others, and 0 from any NaN.
 * @returns exact up to 2⁵³, beyond that the nearest float64.
 */
export function ulpDistance(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const distance = position(a) - position(b);
  return Number(distance < 0n ? -distance : distance);
}

/** The bits of a float64 in 16 lower-case hexadecimal digits, the sign first. */
export const hexOf = (value: number): string => bitsOf(value).toString(16).padStart(16, '0');

/** Positions of the bits in which two float64 differ, ascending: 0 the sign, 1–11 the exponent, 12–63 the fraction. */
export function differingBits(a: number, b: number): number[] {
  const differing = (bitsOf(a) ^ bitsOf(b)).toString(2).padStart(64, '0');
  return [...differing].flatMap((bit, index) => (bit === '1' ? [index] : []));
}
