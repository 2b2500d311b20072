import { compare, sameTestSet } from './compare';
import type { RunRecord } from './run-record';

/** What has to be equal for a run to count as reproduced, from the strictest down. */
export const CRITERIA = ['bits', 'predictions', 'score'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Whether accuracies are further apart than `points`, without dividing: thirds would not come out even. */
const scoresDiffer = ({ accuracy: a }: RunRecord, { accuracy: b }: RunRecord, points: number): boolean =>
  100 * Math.abs(a.correct * b.total - b.correct * a.total) > points * a.total * b.total;

/**
 * Whether a later run fails to reproduce an earlier one. Each criterion is measured by itself, not taken
 * from the ladder of `compare`: with a test label corrected, the bits are equal and the score is not.
 *
 * @param tolerancePoints how far apart two scores may be, in percentage points. @default 0
 */
export function isBroken(
  criterion: Criterion,
  then: RunRecord,
  later: RunRecord,
  tolerancePoints = 0
): boolean {
  switch (criterion) {
    case 'bits':
      return then.digest !== later.digest;
    case 'predictions':
      return !sameTestSet(then, later) || compare(then, later).flipped.length > 0;
    case 'score':
      return scoresDiffer(then, later, tolerancePoints);
  }
}
