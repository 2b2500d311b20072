import type { Rng } from '../rng';

/**
 * A counter behind a mixing function. Even similar seeds give unrelated outputs, so it fills larger states.
 * Source: Steele, Lea and Flood, SplitMix (2014), with the 32-bit mixing constants 21f0aaad and 735a2d97.
 */
export function splitmix32(seed: number): Rng {
  let counter = seed;
  return {
    next() {
      counter = (counter + 0x9e3779b9) | 0;
      let mixed = counter ^ (counter >>> 16);
      mixed = Math.imul(mixed, 0x21f0aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) >>> 0;
    }
  };
}
