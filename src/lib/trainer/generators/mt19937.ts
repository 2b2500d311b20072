import type { Rng } from '../rng';

const LENGTH = 624;
const OFFSET = 397;

/**
 * The Mersenne Twister MT19937, seeded by `init_genrand`; draws are `genrand_int32`.
 * Source: Matsumoto and Nishimura, mt19937ar.c (2002).
 * @param seed a whole number, 0 to 2³² − 1.
 */
export function mt19937(seed: number): Rng {
  const state = new Uint32Array(LENGTH);
  state[0] = seed;
  for (let i = 1; i < LENGTH; i++) {
    state[i] = Math.imul(1812433253, state[i - 1]! ^ (state[i - 1]! >>> 30)) + i;
  }
  let position = LENGTH;

  const twist = (): void => {
    for (let i = 0; i < LENGTH; i++) {
      const joined = (state[i]! & 0x80000000) | (state[(i + 1) % LENGTH]! & 0x7fffffff);
      state[i] = state[(i + OFFSET) % LENGTH]! ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    position = 0;
  };

  return {
    next() {
      if (position === LENGTH) twist();
      let word = state[position++]!;
      word ^= word >>> 11;
      word ^= (word << 7) & 0x9d2c5680;
      word ^= (word << 15) & 0xefc60000;
      return (word ^ (word >>> 18)) >>> 0;
    }
  };
}
