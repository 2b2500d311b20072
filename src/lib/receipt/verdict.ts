import { differingBytes } from '../experiment/digest';
import type { ComparisonKind } from '../experiment/compare';
import type { Receipt, ResultPart, Verdict } from '../experiment/receipt';

type Result = Receipt['result'];

/**
 * Compares a re-run of the receipt's own manifest with its claim, on the ladder of `compare`. A receipt carries
 * no predictions, only their digest; the test rows are the manifest's, so equal digests mean equal predictions.
 */
export function judge({ result: claimed }: Pick<Receipt, 'result'>, rerun: Result): Verdict {
  const isSame: Record<ResultPart, boolean> = {
    accuracy:
      claimed.accuracy.correct === rerun.accuracy.correct && claimed.accuracy.total === rerun.accuracy.total,
    weights: claimed.digest === rerun.digest,
    predictions: claimed.predictionsDigest === rerun.predictionsDigest
  };
  const kind = ((): ComparisonKind => {
    if (!isSame.accuracy) return 'mismatch';
    if (!isSame.predictions) return 'same-score';
    return isSame.weights ? 'identical' : 'equivalent';
  })();
  const parts = ['accuracy', 'weights', 'predictions'] as const;
  return {
    kind,
    differs: parts.filter((part) => !isSame[part]),
    same: parts.filter((part) => isSame[part]),
    differingBytes: differingBytes(claimed.digest, rerun.digest)
  };
}
