import type { Generator } from '../experiment';
import { mt19937 } from './generators/mt19937';
import { pcg32 } from './generators/pcg32';
import { xoshiro128 } from './generators/xoshiro128';

/** A source of random numbers. It is always an argument: nothing on the training path has one of its own. */
export interface Rng {
  /** The next whole number, 0 to 2³² − 1. */
  next(): number;
}

/** Set apart by XOR, one seed gives streams that do not overlap in purpose: drawing from one never moves another. */
export const STREAMS = { split: 0x53504c54, init: 0x494e4954, shuffle: 0x53485546 } as const;

export type Stream = keyof typeof STREAMS;

const GENERATORS: Readonly<Record<Generator, (seed: number) => Rng>> = {
  'xoshiro128**': xoshiro128,
  pcg32,
  mt19937
};

/**
 * The generator of one stream, at its start.
 * @param seed a whole number, 0 to 2³² − 1.
 */
export const createRng = (generator: Generator, seed: number, stream: Stream): Rng =>
  GENERATORS[generator]((seed ^ STREAMS[stream]) >>> 0);

const TWO_32 = 0x100000000;

/** A fraction in [0, 1): one draw, divided by 2³². */
export const unit = (rng: Rng): number => rng.next() / TWO_32;

/**
 * A whole number in [0, n), each equally likely. Draws that would favour small remainders are thrown away.
 * @param n a whole number, 1 to 2³².
 */
export function below(rng: Rng, n: number): number {
  let draw = rng.next();
  // The exact limit is a slow remainder away, and only the last n draws can lie beyond it.
  while (draw >= TWO_32 - n && draw >= TWO_32 - (TWO_32 % n)) draw = rng.next();
  return draw - n * Math.floor(draw / n); // draw mod n: a quotient of such small numbers has its floor right
}

/** Shuffles in place: Fisher–Yates, from the last position down. */
export function shuffle(values: { readonly length: number; [index: number]: number }, rng: Rng): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = below(rng, i + 1);
    const value = values[i]!;
    values[i] = values[j]!;
    values[j] = value;
  }
}
