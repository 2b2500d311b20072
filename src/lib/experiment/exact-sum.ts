import { bitsOf, floatOf } from './ulp';

/** A sum of two float64 as it is before it is rounded. */
export interface ExactSum {
  /** Its binary digits from the first 1 on, as many as a float64 has room for: 53, or fewer where there are no more. */
  readonly kept: string;
  /** The digits behind them, up to the last 1; empty where the sum is a float64 itself. */
  readonly dropped: string;
  /** The float64 next to it on the side of zero and on the other; both the sum where it is one. */
  readonly inner: number;
  readonly outer: number;
  /** The one of the two that addition gives: the nearer, and halfway the one whose last digit is 0. */
  readonly rounded: number;
}

/** Binary digits of a float64. */
const DIGITS = 53;
const FRACTION = 52n;
const FRACTIONS = (1n << FRACTION) - 1n;
const SMALLEST = -1074;

/** A finite float64 as a whole number of steps of 2^exponent. */
function parts(value: number): { readonly steps: bigint; readonly exponent: number } {
  const bits = bitsOf(value);
  const fraction = bits & FRACTIONS;
  const biased = Number((bits >> FRACTION) & 0x7ffn);
  const steps = biased === 0 ? fraction : fraction | (1n << FRACTION);
  return { steps: bits >> 63n ? -steps : steps, exponent: Math.max(biased, 1) - 1 + SMALLEST };
}

/**
 * Adds two float64 as whole numbers, without any rounding, and tells what IEEE 754 addition then makes of the sum.
 * @throws {RangeError} when a number is not finite, or the sum is beyond the largest float64.
 */
export function exactSum(a: number, b: number): ExactSum {
  if (!Number.isFinite(a + b)) throw new RangeError(`${a} + ${b} is no sum of finite numbers`);
  const [left, right] = [parts(a), parts(b)];
  const exponent = Math.min(left.exponent, right.exponent);
  const steps =
    (left.steps << BigInt(left.exponent - exponent)) + (right.steps << BigInt(right.exponent - exponent));
  const size = steps < 0n ? -steps : steps;
  const digits = size.toString(2);
  const extra = Math.max(0, digits.length - DIGITS);
  const kept = size >> BigInt(extra);
  const dropped = digits.slice(digits.length - extra).replace(/0+$/, '');
  const isExact = dropped === '';
  // A sum that does not fit has all 53 digits, so it is no subnormal: its first digit is not written down.
  const bits = (BigInt(exponent + extra - SMALLEST + 1) << FRACTION) | (kept & FRACTIONS);
  const inner = isExact ? a + b : floatOf(bits, steps < 0n);
  const outer = isExact ? a + b : floatOf(bits + 1n, steps < 0n);
  const isHalf = dropped === '1';
  const goesOut = isHalf ? kept % 2n === 1n : dropped.startsWith('1');
  return {
    kept: digits.slice(0, DIGITS),
    dropped,
    inner,
    outer,
    rounded: goesOut ? outer : inner
  };
}
