import { compare, percent, sameTestSet, type Comparison, type RunRecord } from '../../../experiment';
import { isBroken } from '../../../experiment/lab';
import type { TestPenguin, TestSet } from '../../../trainer';
import type { Both } from '../../../trainer/lab';

/** Two finished runs, with what they were tested on as far as the trainer has told. */
export interface ComparedRuns extends Both<RunRecord> {
  readonly testSets: Both<TestSet | null>;
}

/** What two runs have to do with each other, in numbers. */
export interface PairFacts {
  readonly comparison: Comparison;
  /** How many penguins both runs were tested on, and how many each. */
  readonly inCommon: number;
  readonly tested: Both<number>;
  readonly sameTestSet: boolean;
  /** How many of the penguins in common count as another sex now. */
  readonly relabelled: number;
  /** Whether every answer is the same and yet the score is not. */
  readonly otherYardstick: boolean;
  /** How far apart the scores are, in percentage points. */
  readonly apart: number;
}

/** The penguins of a test set by id; none until they are told. */
export const penguinsById = (testSet: TestSet | null): ReadonlyMap<number, TestPenguin> =>
  new Map(testSet?.penguins.map((penguin) => [penguin.id, penguin]));

/** How many penguins two runs were both tested on. */
export function sharedPenguins(one: RunRecord, other: RunRecord): number {
  const ids = new Set(one.testIds);
  return other.testIds.filter((id) => ids.has(id)).length;
}

/** Reads two runs side by side. */
export function pairFacts({ then, later, testSets }: ComparedRuns): PairFacts {
  const comparison = compare(then, later);
  const tested = { then: then.testIds.length, later: later.testIds.length };
  const isSameTestSet = sameTestSet(then, later);
  const labelled = penguinsById(testSets.then);
  const relabelled = (testSets.later?.penguins ?? []).filter(({ id, sex }) => {
    const earlier = labelled.get(id);
    return earlier !== undefined && earlier.sex !== sex;
  }).length;
  return {
    comparison,
    inCommon: sharedPenguins(then, later),
    tested,
    sameTestSet: isSameTestSet,
    relabelled,
    otherYardstick: isSameTestSet && comparison.flipped.length === 0 && isBroken('score', then, later),
    apart: Math.abs(percent(then.accuracy) - percent(later.accuracy))
  };
}
