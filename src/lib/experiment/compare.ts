import { differingBytes } from './digest';
import type { RunRecord } from './run-record';

/** From the strictest agreement to none. */
export type ComparisonKind = 'identical' | 'equivalent' | 'same-score' | 'mismatch';

export interface Comparison {
  readonly kind: ComparisonKind;
  /** Ids of the penguins that both runs tested and classified differently. */
  readonly flipped: readonly number[];
  /** Positions (0–31) of the digest bytes that differ. */
  readonly differingBytes: readonly number[];
}

/** In the lesson, runs whose every prediction is equal count as a match, even where bits differ. */
export const isMatch = ({ kind }: Pick<Comparison, 'kind'>): boolean =>
  kind === 'identical' || kind === 'equivalent';

/** What of a run a comparison looks at. */
export type Compared = Pick<RunRecord, 'accuracy' | 'digest' | 'testIds' | 'predictions'>;

const flippedIds = (then: Compared, later: Compared): number[] => {
  const before = new Map(then.testIds.map((id, index) => [id, then.predictions[index]]));
  return later.testIds.filter((id, index) => before.has(id) && before.get(id) !== later.predictions[index]);
};

/** Whether both runs were tested on the same rows. */
export const sameTestSet = (then: Pick<RunRecord, 'testIds'>, later: Pick<RunRecord, 'testIds'>): boolean =>
  then.testIds.length === later.testIds.length &&
  then.testIds.every((id, index) => id === later.testIds[index]);

/** Compares a run with its re-run: by digest first, then by predictions, then by accuracy. */
export function compare(then: Compared, later: Compared): Comparison {
  const flipped = flippedIds(then, later);
  const kind = ((): ComparisonKind => {
    if (then.digest === later.digest) return 'identical';
    if (flipped.length === 0 && sameTestSet(then, later)) return 'equivalent';
    const sameScore =
      then.accuracy.correct * later.accuracy.total === later.accuracy.correct * then.accuracy.total;
    return sameScore ? 'same-score' : 'mismatch';
  })();
  return { kind, flipped, differingBytes: differingBytes(then.digest, later.digest) };
}
