import type { Rng } from '../rng';

/** The multiplier 6364136223846793005, as two 32-bit halves: JavaScript's numbers hold no 64-bit integer. */
const MULTIPLIER_HIGH = 0x5851f42d;
const MULTIPLIER_LOW = 0x4c957f2d;

const DEFAULT_SEQUENCE = 54;

/** The upper 32 bits of the 64-bit product of two unsigned 32-bit numbers, by school multiplication. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = (middle & 0xffff) + aLow * bHigh;
  return aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000);
}

/**
 * PCG32, the XSH-RR 64/32 variant.
 * Source: O'Neill, pcg-random.org, pcg_basic.c (Apache-2.0).
 * @param seed `initstate`, a whole number, 0 to 2³² − 1.
 * @param sequence `initseq`, which of the generator's streams to follow.
 */
export function pcg32(seed: number, sequence: number = DEFAULT_SEQUENCE): Rng {
  const incrementHigh = sequence >>> 31;
  const incrementLow = ((sequence << 1) | 1) >>> 0;
  let high = 0;
  let low = 0;

  const step = (): void => {
    const product = Math.imul(low, MULTIPLIER_LOW) >>> 0;
    const sum = product + incrementLow;
    high =
      (multiplyHigh(low, MULTIPLIER_LOW) +
        Math.imul(low, MULTIPLIER_HIGH) +
        Math.imul(high, MULTIPLIER_LOW) +
        incrementHigh +
        (sum > 0xffffffff ? 1 : 0)) >>>
      0;
    low = sum >>> 0;
  };

  step();
  const seeded = low + seed;
  high = (high + (seeded > 0xffffffff ? 1 : 0)) >>> 0;
  low = seeded >>> 0;
  step();

  return {
    next() {
      const rotation = high >>> 27;
      // The low half of (state ^ state >> 18) >> 27, which is all that the output keeps.
      const mixedHigh = high ^ (high >>> 18);
      const mixedLow = low ^ ((low >>> 18) | (high << 14));
      const output = (mixedLow >>> 27) | (mixedHigh << 5);
      step();
      return ((output >>> rotation) | (output << (-rotation & 31))) >>> 0;
    }
  };
}
