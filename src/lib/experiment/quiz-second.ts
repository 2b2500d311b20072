import type { CatalogueId } from './catalogue';
import { compare, isMatch, type Comparison } from './compare';
import type { OptionId } from './quiz';
import { percent, type RunRecord } from './run-record';

/** The tasks of the quiz's second round, each of which is marked by runs. */
export const TASK_IDS = ['pack', 'same-score', 'better', 'seed-saved', 'two-checks', 'leak'] as const;
export type TaskId = (typeof TASK_IDS)[number];
/** The tasks that are answered with one of four options. */
export type OptionTaskId = Exclude<TaskId, 'pack'>;

/** What can be packed, by the drift that creeps in where it is left out. Some of it changes no result. */
export const PACKABLE = [
  'more-epochs',
  'time-zone',
  'rows-reversed',
  'random-seed',
  'host-name',
  'split-seed',
  'rng-algorithm',
  'library-default'
] as const satisfies readonly CatalogueId[];
export type Packable = (typeof PACKABLE)[number];

/** What may not have been saved, in `seed-saved`. */
export const SUSPECTS = {
  a: 'rng-algorithm',
  b: 'time-zone',
  c: 'float32',
  d: 'rows-reversed'
} as const satisfies Record<OptionId, CatalogueId>;

/** The drift of the re-run that a task is about. */
export const TASK_DRIFTS = {
  'same-score': 'rows-reversed',
  better: 'more-epochs',
  'seed-saved': 'rng-algorithm',
  'two-checks': 'float32'
} as const satisfies Partial<Record<OptionTaskId, CatalogueId>>;

/** The runs of a task in the order in which they were trained: the first run, its re-run, and what the task needs beside. */
export type Runs = readonly RunRecord[];

/** Whether what an option says is true of the runs. The key of the second round: nothing says which option is right. */
type Claim = (runs: Runs) => boolean;

const ofPair =
  (claim: (comparison: Comparison, total: number) => boolean): Claim =>
  ([then, later]) =>
    then !== undefined && later !== undefined && claim(compare(then, later), then.testIds.length);

const isMost = (n: number, total: number): boolean => 2 * n > total;
const matches = ofPair(isMatch);
const mostFlip = ofPair(({ flipped }, total) => isMost(flipped.length, total));
const ofKind = (kind: Comparison['kind']) => ofPair((comparison) => comparison.kind === kind);

/** Whether the bits and the answers of both runs are equal as told. */
const agree = (bits: boolean, answers: boolean) =>
  ofPair(({ kind, flipped }) => (kind === 'identical') === bits && (flipped.length === 0) === answers);

/** Whether one suspect gives the very re-run. */
const givesTheRerun: Claim = ([, later, suspect]) =>
  suspect !== undefined && later?.digest === suspect.digest;

/** The runs that keep the leak's epoch, on other splits of the penguins. */
export const freshRuns = (runs: Runs): RunRecord[] =>
  runs.filter(({ manifest }) => manifest.code.checkpoint === 'last');

/** Whether most fresh runs stand so to the score that the first run claims, in percentage points. */
const onFresh =
  (claim: (points: number) => boolean): Claim =>
  (runs) => {
    const [claimed] = runs;
    if (claimed === undefined) return false;
    const fresh = freshRuns(runs).map(({ accuracy }) => percent(accuracy) - percent(claimed.accuracy));
    return isMost(fresh.filter(claim).length, fresh.length);
  };

const both =
  (...claims: Claim[]): Claim =>
  (runs) =>
    claims.every((claim) => claim(runs));

/** What each option claims. */
export const CLAIMS: Readonly<Record<OptionTaskId, Readonly<Record<OptionId, Claim>>>> = {
  'same-score': {
    a: ofKind('identical'),
    b: ofKind('equivalent'),
    c: both(ofKind('same-score'), (runs) => !mostFlip(runs)),
    d: mostFlip
  },
  better: {
    a: matches,
    b: matches,
    c: mostFlip,
    d: ofPair((comparison, total) => !isMatch(comparison) && !isMost(comparison.flipped.length, total))
  },
  'seed-saved': { a: givesTheRerun, b: givesTheRerun, c: givesTheRerun, d: givesTheRerun },
  'two-checks': {
    a: agree(true, true),
    b: agree(true, false),
    c: agree(false, true),
    d: agree(false, false)
  },
  leak: {
    a: onFresh((points) => points >= 0),
    b: both(
      ofKind('identical'),
      onFresh((points) => points < -2)
    ),
    c: ofPair(({ kind }) => kind !== 'identical'),
    d: both(
      ofKind('identical'),
      onFresh((points) => points < 0 && points >= -2)
    )
  }
};
