import { BASELINE, diff, PARTS, shortDigest, type ComparisonKind, type RunRecord } from '../../experiment';
import {
  uncheckedFields,
  type ClaimOutcome,
  type Receipt,
  type ResultPart,
  type Verdict
} from '../../experiment/receipt';
import { fill, listOf } from '../../lesson';
import { manifestWords } from '../../lesson/manifest';
import { verdicts } from '../../lesson/verdicts';
import { verify } from '../../lesson/verify';
import { ladder } from '../ladder';
import { labFieldName, labValueText } from '../field-text';
import { bitsText, judgedRun, type PairVerdictView } from '../pair-verdict';
import type { Sign } from '../sign';
import { claimedRun, makerText } from './claims';

/** One part of the result, as claimed and as it came out here. */
export interface PartVerdict {
  readonly part: ResultPart;
  readonly name: string;
  readonly claimed: string;
  readonly rerun: string;
  readonly same: boolean;
  readonly verdict: string;
}

export interface JudgementView extends PairVerdictView {
  readonly parts: readonly PartVerdict[];
  /** What belongs to the manifest rather than to the verdict: each part with how it differs from the lesson's. */
  readonly differences: readonly { readonly title: string; readonly changes: readonly string[] }[];
  /** The names of what the re-run leaves open. */
  readonly unchecked: string;
  /** What did the re-run, as it calls itself: for people to read, and for nothing else. */
  readonly engine: string;
}

const { verdict: words } = verify;

const SIGNS: Readonly<Record<ClaimOutcome, Sign>> = {
  same: '=',
  equivalent: '≈',
  refuted: '≠',
  undecided: '?'
};

/** Null where nothing is decided. */
const matchesOf = ({ outcome }: Verdict): boolean | null =>
  outcome === 'undecided' ? null : outcome !== 'refuted';

/**
 * What each rung would say of the claim. With portable math no bit can honestly differ, so that only the first is a
 * match; with the platform's own math two results that differ decide nothing.
 */
const honest =
  ({ manifest }: Receipt) =>
  (kind: ComparisonKind): boolean | null => {
    if (kind === 'identical') return true;
    if (manifest.environment.math === 'portable') return false;
    return kind === 'equivalent' ? true : null;
  };

const accuracyText = ({ accuracy }: Receipt['result']): string => fill(words.table.accuracy, accuracy);

function partsOf({ same }: Verdict, { result }: Receipt, record: RunRecord): PartVerdict[] {
  const texts: Readonly<Record<ResultPart, (result: Receipt['result']) => string>> = {
    accuracy: accuracyText,
    weights: ({ digest }) => shortDigest(digest),
    predictions: ({ predictionsDigest }) => shortDigest(predictionsDigest)
  };
  return (['accuracy', 'weights', 'predictions'] as const).map((part) => ({
    part,
    name: words.table.parts[part],
    claimed: texts[part](result),
    rerun: texts[part](record),
    same: same.includes(part),
    verdict: same.includes(part) ? words.table.same : words.table.differs
  }));
}

function differencesOf({ manifest }: Receipt): JudgementView['differences'] {
  const differences = diff(BASELINE, manifest);
  return PARTS.map((part) => ({
    title: manifestWords.parts[part],
    changes: differences
      .filter((difference) => difference.part === part)
      .map(({ path, before, after }) =>
        fill(words.change, {
          field: labFieldName(path),
          before: labValueText(before),
          after: labValueText(after)
        })
      )
  }));
}

function uncheckedText(receipt: Receipt): string {
  const own: Readonly<Record<string, string>> = words.unchecked;
  return listOf(uncheckedFields(receipt).map((path) => own[path] ?? labFieldName(path)));
}

/** The verdict on a receipt whose run was trained here. @param record null where it ended without a result */
export const judgementView = (
  receipt: Receipt,
  record: RunRecord | null,
  verdict: Verdict,
  engine: string
): JudgementView => ({
  matches: matchesOf(verdict),
  sign: SIGNS[verdict.outcome],
  headline: verdicts[verdict.finding].title,
  details: [
    verdicts[verdict.finding].why,
    ...(record ? [bitsText(verdict.differingBytes, receipt.manifest)] : []),
    ...(verdict.outcome === 'undecided' ? [makerText(receipt)] : [])
  ],
  rungs: verdict.kind === null ? [] : ladder(verdict.kind, honest(receipt)),
  runs: [
    claimedRun(receipt),
    ...(record ? [judgedRun('later', words.later, record, verdict.differingBytes)] : [])
  ],
  parts: record ? partsOf(verdict, receipt, record) : [],
  differences: differencesOf(receipt),
  unchecked: uncheckedText(receipt),
  engine
});
