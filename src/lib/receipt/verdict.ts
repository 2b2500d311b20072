import { digestBytes } from '../experiment/digest';
import type { ComparisonKind } from '../experiment/compare';
import type { Receipt } from '../experiment/receipt';

type Result = Receipt['result'];

/** How a re-run compares with what its receipt claims. */
export interface Verdict {
  readonly kind: ComparisonKind;
  /** What of the result differs, the coarsest first; empty when every bit is the same. */
  readonly differs: readonly ('accuracy' | 'predictions' | 'digest')[];
  /** Positions (0–31) of the digest bytes that differ. */
  readonly differingBytes: readonly number[];
}

/**
 * Compares a re-run of the receipt's own manifest with its claim, on the ladder of `compare`. A receipt carries
 * no predictions, only their digest; the test rows are the manifest's, so equal digests mean equal predictions.
 */
export function judge({ result: claimed }: Pick<Receipt, 'result'>, rerun: Result): Verdict {
  const differs = {
    accuracy:
      claimed.accuracy.correct !== rerun.accuracy.correct || claimed.accuracy.total !== rerun.accuracy.total,
    predictions: claimed.predictionsDigest !== rerun.predictionsDigest,
    digest: claimed.digest !== rerun.digest
  };
  const later = digestBytes(rerun.digest);
  return {
    kind: differs.accuracy
      ? 'mismatch'
      : differs.predictions
        ? 'same-score'
        : differs.digest
          ? 'equivalent'
          : 'identical',
    differs: (['accuracy', 'predictions', 'digest'] as const).filter((name) => differs[name]),
    differingBytes: digestBytes(claimed.digest).flatMap((byte, index) => (byte === later[index] ? [] : [index]))
  };
}
