import type { Digest, Manifest } from '../experiment';
import { DIGEST_BYTES, toDigest } from '../experiment/digest';

/** How the runs of a sweep differ from its base. */
export type Variation =
  /** Nothing does: the same manifest, over and over. */
  | { readonly kind: 'nothing' }
  /** Seeds `from`, `from` + 1, …, for the initial weights and the shuffling. */
  | { readonly kind: 'seed'; readonly from: number }
  /** Split seeds `from`, `from` + 1, …: other penguins are tested on. */
  | { readonly kind: 'splitSeed'; readonly from: number };

/** A list of manifests, described rather than listed. */
export interface SweepSpec {
  readonly base: Manifest;
  readonly varies: Variation;
  /** How many runs, 1 to `MOST_RUNS`. */
  readonly count: number;
}

export const MOST_RUNS = 10_000;

/**
 * What a sweep keeps of its runs, by their index: no weights, so that ten thousand runs take under a megabyte.
 * A run whose numbers grew without bound, which the trainer refuses, has a `total` of 0 and a digest of zeros;
 * so has a run that is not finished yet.
 */
export interface SweepRows {
  readonly count: number;
  /** Test rows predicted right. */
  readonly correct: Uint16Array;
  /** Test rows. */
  readonly total: Uint16Array;
  /** SHA-256 of the weights, 32 bytes a run; `digestAt` reads one. */
  readonly digests: Uint8Array;
}

/** Consecutive runs, from `from` up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const SEEDS = 0x100000000;

/** Seeds begin again at 0 after the highest. */
const seedAt = (from: number, step: number): number => (from + step) % SEEDS;

/**
 * What run `index` of a sweep trains.
 * @param index from 0; every run can be asked for by itself, whatever else was run.
 */
export function sweepManifest({ base, varies }: SweepSpec, index: number): Manifest {
  switch (varies.kind) {
    case 'nothing':
      return base;
    case 'seed':
      return { ...base, environment: { ...base.environment, seed: seedAt(varies.from, index) } };
    case 'splitSeed':
      return { ...base, data: { ...base.data, splitSeed: seedAt(varies.from, index) } };
  }
}

/** Rows for runs that are still to come. */
export const emptyRows = (count: number): SweepRows => ({
  count,
  correct: new Uint16Array(count),
  total: new Uint16Array(count),
  digests: new Uint8Array(DIGEST_BYTES * count)
});

/** Puts the rows of some runs where they belong, at `from`. */
export function placeRows(rows: SweepRows, part: SweepRows, from: number): void {
  rows.correct.set(part.correct, from);
  rows.total.set(part.total, from);
  rows.digests.set(part.digests, DIGEST_BYTES * from);
}

/** The digest of one finished run. */
export function digestAt({ digests }: SweepRows, index: number): Digest {
  const bytes = digests.subarray(DIGEST_BYTES * index, DIGEST_BYTES * (index + 1));
  return toDigest(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/**
 * About how much one chunk computes, in hidden units × rows × epochs: a few dozen baselines, so that it takes a
 * moment long enough to be worth a message and short enough to wait for.
 */
const CHUNK_WORK = 32 * 8 * 233 * 100;
const ROWS = 344;

const workOf = ({ code }: Manifest): number => code.hiddenUnits * code.epochs * ROWS;

/** Cuts a sweep into what one worker does at a time, in order. Heavier runs come in smaller chunks. */
export function chunksOf({ base, count }: SweepSpec): Span[] {
  const size = Math.max(1, Math.floor(CHUNK_WORK / workOf(base)));
  return Array.from({ length: Math.floor((count + size - 1) / size) }, (_, chunk) => ({
    from: chunk * size,
    to: Math.min((chunk + 1) * size, count)
  }));
}
