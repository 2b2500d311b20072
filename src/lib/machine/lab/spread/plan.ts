import { driftedManifest } from '../../../experiment';
import { CATALOGUE, RECORDED } from '../../../experiment/lab';
import { NOTHING_DIFFERS, toggledDrift, withField, type LabSetup } from '..';
import { MOST_RUNS, type SweepSpec, type Variation } from '../../../trainer/sweep';

export type SeriesId = 'all' | 'off' | 'on' | 'seeds' | 'lucky' | 'honest';

export const VARIES = ['seed', 'split', 'nothing'] as const;
export type Varies = (typeof VARIES)[number];

/** Runs that belong together: of one manifest, but for what varies. */
export interface Series {
  readonly id: SeriesId;
  readonly varies: Varies;
  /** Id of the drift in question; null for none. Runs met it, unless the series is `off`. */
  readonly drift: string | null;
  readonly runs: number;
  /** Of the first run. What varies goes up by one from run to run. */
  readonly seed: number;
  readonly split: number;
}

/** What a learner chooses. */
export interface SpreadChoice {
  readonly varies: Varies;
  readonly drift: string | null;
  /** Whether half of the runs go without the drift. Says nothing where there is none. */
  readonly both: boolean;
  readonly runs: number;
}

export const EXPERIMENTS = ['pinned', 'seed', 'lucky'] as const;
export type Experiment = (typeof EXPERIMENTS)[number];

const FEWEST_RUNS = 10;
export const RUN_COUNTS = { least: FEWEST_RUNS, most: MOST_RUNS };
export const USUAL_CHOICE: SpreadChoice = { varies: 'seed', drift: null, both: false, runs: 1000 };

/** How many seeds the luckiest is picked from, and on how many fresh splits it is tried. */
export const LUCKY = { seeds: 500, splits: 200 };

export const isRunCount = (runs: number): boolean =>
  Number.isInteger(runs) && runs >= FEWEST_RUNS && runs <= MOST_RUNS;

const SEED = RECORDED.environment.seed;
const SPLIT = RECORDED.data.splitSeed;
/** In order, so that nobody can have picked them: seeds from the lesson's own, splits from the one after it. */
const FRESH_SPLIT = SPLIT + 1;

/** The series of a choice: one, or one without the drift and one with it, over the same seeds and splits. */
export function seriesOf({ varies, drift, both, runs }: SpreadChoice): readonly Series[] {
  const shared = { varies, seed: SEED, split: varies === 'split' ? FRESH_SPLIT : SPLIT };
  if (drift === null) return [{ id: 'all', drift, runs, ...shared }];
  if (!both) return [{ id: 'on', drift, runs, ...shared }];
  const half = Math.floor(runs / 2);
  return [
    { id: 'off', drift, runs: runs - half, ...shared },
    { id: 'on', drift, runs: half, ...shared }
  ];
}

/** How an experiment begins. What follows the seeds depends on which was the luckiest. */
export function experimentSeries(experiment: Experiment): readonly Series[] {
  const varies = experiment === 'pinned' ? 'nothing' : 'seed';
  const series = seriesOf({ ...USUAL_CHOICE, varies });
  return experiment === 'lucky'
    ? series.map((seeds) => ({ ...seeds, id: 'seeds' as const, runs: LUCKY.seeds }))
    : series;
}

/** How the lucky seed goes on: tried on fresh splits, and beside it the next seed in line, which nobody picked. */
export function luckySeries(luckiest: number): readonly Series[] {
  const shared = { varies: 'split', drift: null, runs: LUCKY.splits, split: FRESH_SPLIT } as const;
  return [
    { id: 'lucky', seed: luckiest, ...shared },
    { id: 'honest', seed: SEED + LUCKY.seeds, ...shared }
  ];
}

/** How many runs all of this takes, with what is bound to follow. */
export const runsAhead = (series: readonly Series[]): number =>
  series.reduce((sum, { runs }) => sum + runs, 0) +
  (series.some(({ id }) => id === 'seeds') && series.length === 1 ? 2 * LUCKY.splits : 0);

/** The seed of a run, by its place in the series from 0. */
export const seedOf = ({ varies, seed }: Series, run: number): number => seed + (varies === 'seed' ? run : 0);
/** The split seed of a run, by its place in the series from 0. */
export const splitOf = ({ varies, split }: Series, run: number): number =>
  split + (varies === 'split' ? run : 0);

/** The drifts to choose from: without those that set the seed or the split, which vary by themselves here. */
export const SPREAD_DRIFTS = CATALOGUE.filter(
  ({ change }) => change.environment?.seed === undefined && change.data?.splitSeed === undefined
);

/** Id of the drift that every run of a series met; null for none. */
export const metDrift = ({ id, drift }: Series): string | null => (id === 'off' ? null : drift);

/** The sweep that a series is. */
export function specOf(series: Series): SweepSpec {
  const { varies, runs, seed, split } = series;
  const drift = metDrift(series);
  const entry = SPREAD_DRIFTS.find(({ id }) => id === drift);
  const met = entry ? driftedManifest([entry], RECORDED) : RECORDED;
  const base = {
    ...met,
    data: { ...met.data, splitSeed: split },
    environment: { ...met.environment, seed }
  };
  return { base, varies: VARIATIONS[varies](seed, split), count: runs };
}

const VARIATIONS: Record<Varies, (seed: number, split: number) => Variation> = {
  seed: (from) => ({ kind: 'seed', from }),
  split: (_, from) => ({ kind: 'splitSeed', from }),
  nothing: () => ({ kind: 'nothing' })
};

/** The Lab's setup in which the re-run is that run. */
export function setupOf(series: Series, run: number): LabSetup {
  const drift = metDrift(series);
  const drifted = drift === null ? NOTHING_DIFFERS : toggledDrift(NOTHING_DIFFERS, drift);
  const seeded = withField(drifted, 'later', 'environment.seed', seedOf(series, run));
  return withField(seeded, 'later', 'data.splitSeed', splitOf(series, run));
}
