import type { Digest } from '../../../experiment';
import type { Work } from '../../work';
import { seedOf, type Series } from './plan';
import { spreadStats, type Counts } from './stats';

/** The runs of one series, as far as they are finished. It grows: read it, do not keep what it shows. */
export interface SpreadRuns {
  readonly series: Series;
  /** Test penguins of each run. */
  readonly penguins: number;
  /** Runs finished, and how many of them gave no model because their numbers grew without bound. */
  readonly done: number;
  readonly refused: number;
  /** Different digests. */
  readonly digests: number;
  readonly counts: Counts;
  /** Runs in the order in which they arrived; those without a model are not among them. */
  readonly arrived: Uint16Array;
  /** How many `arrived` holds so far. */
  readonly dots: number;
  /** Test penguins that a run had right; null for one that is not finished or gave no model. */
  correctOf(run: number): number | null;
  /** Which dot of its pile a run is, from 0 at the bottom. */
  placeOf(run: number): number;
  /** The run that is a dot. */
  runAt(correct: number, place: number): number;
  digestOf(run: number): Digest;
}

/** Runs, how fast they come, and what became of them. */
export interface SpreadState {
  readonly work: Work<null>;
  /** What was started last: an experiment, or a choice of the learner's own. */
  readonly experiment: 'pinned' | 'seed' | 'lucky' | 'own' | null;
  readonly runs: readonly SpreadRuns[];
  readonly done: number;
  readonly total: number;
  /** Runs a second, over the time that was not paused; null before that can be told. */
  readonly rate: number | null;
}

export const NOTHING_RUN: SpreadState = {
  work: { at: 'idle' },
  experiment: null,
  runs: [],
  done: 0,
  total: 0,
  rate: null
};

/** The luckiest seed of a series: the first of those with the best accuracy, whatever order they came in. */
export function luckiestOf(runs: SpreadRuns): number {
  const best = spreadStats(runs.counts)?.most;
  for (let run = 0; run < runs.series.runs; run++) {
    if (runs.correctOf(run) === best) return seedOf(runs.series, run);
  }
  return runs.series.seed;
}
