import type { Rng } from '../rng';
import { splitmix32 } from './splitmix32';

const rotateLeft = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/**
 * xoshiro128** 1.1 from its four state words, of which one at least is not zero.
 * Source: Blackman and Vigna, prng.di.unimi.it/xoshiro128starstar.c (public domain).
 */
export function xoshiro128FromState(words: readonly [number, number, number, number]): Rng {
  // Not four variables: engines that hold only 31 bits unboxed would allocate four numbers at each draw.
  const state = Int32Array.from(words, (word) => word | 0);
  return {
    next() {
      const b = state[1]!;
      const c = state[2]! ^ state[0]!;
      const d = state[3]! ^ b;
      state[1] = b ^ c;
      state[0]! ^= d;
      state[2] = c ^ (b << 9);
      state[3] = rotateLeft(d, 11);
      return Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    }
  };
}

/** xoshiro128** with the first four outputs of splitmix32 as its state, as its authors advise for short seeds. */
export function xoshiro128(seed: number): Rng {
  const { next } = splitmix32(seed);
  return xoshiro128FromState([next(), next(), next(), next()]);
}
