import type { Rng } from '../rng';
import { splitmix32 } from './splitmix32';

const rotateLeft = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/**
 * xoshiro128** 1.1 from its four state words, of which one at least is not zero.
 * Source: Blackman and Vigna, prng.di.unimi.it/xoshiro128starstar.c (public domain).
 */
export function xoshiro128FromState(words: readonly [number, number, number, number]): Rng {
  let [a, b, c, d] = words;
  return {
    next() {
      const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotateLeft(d, 11);
      return result;
    }
  };
}

/** xoshiro128** with the first four outputs of splitmix32 as its state, as its authors advise for short seeds. */
export function xoshiro128(seed: number): Rng {
  const { next } = splitmix32(seed);
  return xoshiro128FromState([next(), next(), next(), next()]);
}
