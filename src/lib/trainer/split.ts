import { createRng, shuffle } from './rng';

export interface Split<T> {
  readonly test: readonly T[];
  readonly training: readonly T[];
}

/**
 * Parts the usable rows into test and training rows, each ascending by id.
 * All row numbers are shuffled first and unusable rows dropped after: dropping first would renumber the
 * rest, and one row that becomes usable would move most of the test set instead of one row of it.
 * The split always draws from xoshiro128**, so that a drift of the generator leaves it alone.
 * @param rows all rows; a row's id is its position.
 * @param seed a whole number, 0 to 2³² − 1.
 * @param testSize how many usable rows are held out.
 */
export function split<T extends { readonly id: number }, U extends T>(
  rows: readonly T[],
  isUsable: (row: T) => row is U,
  seed: number,
  testSize: number
): Split<U> {
  const order = rows.map((_, index) => index);
  shuffle(order, createRng('xoshiro128**', seed, 'split'));
  const usable = order.map((index) => rows[index]!).filter(isUsable);
  const byId = (a: U, b: U): number => a.id - b.id;
  return { test: usable.slice(0, testSize).sort(byId), training: usable.slice(testSize).sort(byId) };
}
