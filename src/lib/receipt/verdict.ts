import { differingBytes } from '../experiment/digest';
import type { ComparisonKind } from '../experiment/compare';
import type { ClaimOutcome, Finding, Receipt, ResultPart, Verdict } from '../experiment/receipt';

type Result = Receipt['result'];
type SameParts = Readonly<Record<ResultPart, boolean>>;

const PARTS: readonly ResultPart[] = ['accuracy', 'weights', 'predictions'];

const OUTCOMES: Readonly<Record<Finding, ClaimOutcome>> = {
  identical: 'same',
  'platform-bits': 'equivalent',
  'other-result': 'refuted',
  'other-predictions': 'refuted',
  'other-accuracy': 'refuted',
  'no-result': 'refuted',
  'platform-result': 'undecided',
  'platform-no-result': 'undecided'
};

/** What every program that checks a claim ends with. 2 also stands for whatever kept it from checking. */
export const EXIT_CODES: Readonly<Record<ClaimOutcome, 0 | 1 | 2>> = {
  same: 0,
  equivalent: 0,
  refuted: 1,
  undecided: 2
};

const sameParts = (a: Result, b: Result): SameParts => ({
  accuracy: a.accuracy.correct === b.accuracy.correct && a.accuracy.total === b.accuracy.total,
  weights: a.digest === b.digest,
  predictions: a.predictionsDigest === b.predictionsDigest
});

function findingOf({ accuracy, weights, predictions }: SameParts, isPortable: boolean): Finding {
  // Whatever the engine: equal weights answer every penguin equally, and equal answers are equally often right.
  if (weights && !predictions) return 'other-predictions';
  if (predictions && !accuracy) return 'other-accuracy';
  if (weights) return 'identical';
  if (isPortable) return 'other-result';
  return predictions ? 'platform-bits' : 'platform-result';
}

function kindOf(finding: Finding, { accuracy, weights, predictions }: SameParts): ComparisonKind | null {
  if (finding === 'other-predictions' || finding === 'other-accuracy') return null;
  if (weights) return 'identical';
  // A receipt carries only the digest of its predictions, but the test rows are the manifest's: equal digests are enough.
  if (predictions) return 'equivalent';
  return accuracy ? 'same-score' : 'mismatch';
}

/**
 * Decides what a re-run of the receipt's own manifest says of its claim. Whatever tells someone a verdict takes it
 * from here; the bundle's reproduce.py, which cannot, is held to the same table of cases.
 * @param rerun what the training gave; null where it ended without a result.
 */
export function judge(
  { manifest, result }: Pick<Receipt, 'manifest' | 'result'>,
  rerun: Result | null
): Verdict {
  const isPortable = manifest.environment.math === 'portable';
  if (rerun === null) {
    const finding = isPortable ? 'no-result' : 'platform-no-result';
    return { outcome: OUTCOMES[finding], finding, kind: null, differs: PARTS, same: [], differingBytes: [] };
  }
  const isSame = sameParts(result, rerun);
  const finding = findingOf(isSame, isPortable);
  return {
    outcome: OUTCOMES[finding],
    finding,
    kind: kindOf(finding, isSame),
    differs: PARTS.filter((part) => !isSame[part]),
    same: PARTS.filter((part) => isSame[part]),
    differingBytes: differingBytes(result.digest, rerun.digest)
  };
}
