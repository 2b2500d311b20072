import { BASELINE, driftedManifest, type Digest, type Manifest, type RunRecord } from '../../experiment';
import { CATALOGUE, conflicting, type CatalogueDrift } from '../../experiment/lab';
import { below } from '../../trainer/rng';
import { splitmix32 } from '../../trainer/generators/splitmix32';

/** How many differences are searched among. */
export const SIZES = [3, 6, 8] as const;
export type Size = (typeof SIZES)[number];

/** Searches of each size, of which the middle one is told. */
export const SEARCHES = 5;
/** Trainings that are timed, of which the middle one is told. */
export const TIMED = 15;
export const MANY = 1000;

/** What was measured; times in milliseconds. */
export interface Measured {
  readonly train: number;
  /** What each of those trainings gave. */
  readonly digest: Digest;
  /** The record of what a run depends on, as it is saved. */
  readonly bytes: number;
  readonly save: number;
  readonly hash: number;
  readonly bisect: Readonly<Record<Size, { readonly tries: number; readonly time: number }>>;
  /** So many re-runs in all workers together. */
  readonly many: number;
}

/** The same training, by a program in another language. */
export interface PythonMeasured {
  readonly took: number;
  readonly digest: Digest;
}

/** The middle of some numbers; of an even count the lower of the two. */
export const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;

/** Differences whose result is another browser's affair are left out. */
const POOL = CATALOGUE.filter(({ id }) => id !== 'platform-math');

/**
 * Some differences that can be there together, drawn by number.
 * @param draw which draw it is, from 0; the same number gives the same differences.
 */
export function differencesOf(size: Size, draw: number): CatalogueDrift[] {
  const rng = splitmix32(size * 1000 + draw);
  const chosen: CatalogueDrift[] = [];
  while (chosen.length < size) {
    const next = POOL[below(rng, POOL.length)]!;
    if (!chosen.includes(next) && !chosen.some((other) => conflicting(other, next))) chosen.push(next);
  }
  return chosen;
}

export const manifestOf = (drifts: readonly CatalogueDrift[]): Manifest => driftedManifest(drifts, BASELINE);

/** Whether a re-run counts as broken: its score is another. */
export const isBroken = (then: RunRecord, later: RunRecord): boolean =>
  then.accuracy.correct !== later.accuracy.correct;
