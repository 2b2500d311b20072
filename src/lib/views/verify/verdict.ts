import { BASELINE, diff, isMatch, PARTS, shortDigest, type Manifest, type RunRecord } from '../../experiment';
import type { Receipt, ResultPart, Verdict } from '../../experiment/receipt';
import { count, fill } from '../../lesson';
import { labWords } from '../../lesson/lab';
import { verify } from '../../lesson/verify';
import { ladder, type Rung } from '../ladder';
import { labFieldName, labValueText } from '../lab/field-text';
import { percentText } from '../percent';
import { SIGNS, type Sign } from '../sign';
import { claimedRun, rerun, type JudgedRun } from './result';

/** What did a re-run, as it calls itself: for people to read, and for nothing else. */
export interface Engine {
  readonly name: string;
  readonly platform: string | null;
}

/** One part of the result, as claimed and as it came out here. */
export interface PartVerdict {
  readonly part: ResultPart;
  readonly name: string;
  readonly claimed: string;
  readonly rerun: string;
  readonly same: boolean;
  readonly verdict: string;
}

export interface JudgementView {
  readonly matches: boolean;
  readonly sign: Sign;
  readonly headline: string;
  readonly details: readonly string[];
  readonly rungs: readonly Rung[];
  readonly runs: readonly [JudgedRun, JudgedRun];
  readonly parts: readonly PartVerdict[];
  /** What belongs to the manifest rather than to the verdict: each part with how it differs from the lesson's. */
  readonly differences: readonly { readonly title: string; readonly changes: readonly string[] }[];
  readonly engine: string;
}

const { verdict: words, claims } = verify;
const { verdict: compareWords } = labWords.compare;

/** How many numbers a model of the manifest has: W1, b1, W2, b2. */
const weightCount = ({ code, data }: Manifest): number => code.hiddenUnits * (data.features.length + 2) + 1;

function bitsText({ differingBytes }: Verdict, { manifest }: Receipt): string {
  const bytes = differingBytes.length;
  if (bytes === 0) return fill(compareWords.weights, { weights: weightCount(manifest) });
  return bytes === 32 ? compareWords.allBytes : count(compareWords.bytes, bytes);
}

const headlineText = ({ kind }: Verdict, { result }: Receipt, record: RunRecord): string =>
  fill(words.headline[kind], { then: percentText(result), later: percentText(record) });

function detailsOf(verdict: Verdict, receipt: Receipt): string[] {
  return [
    bitsText(verdict, receipt),
    ...(verdict.differs.join() === 'accuracy' ? [words.onlyScore] : []),
    ...(receipt.manifest.environment.math === 'platform' ? [claims.platform] : [])
  ];
}

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
    title: labWords.setup.parts[part],
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

/** The verdict on a receipt whose run was trained here. */
export const judgementView = (
  receipt: Receipt,
  record: RunRecord,
  verdict: Verdict,
  { name, platform }: Engine
): JudgementView => ({
  matches: isMatch(verdict),
  sign: SIGNS[verdict.kind],
  headline: headlineText(verdict, receipt, record),
  details: detailsOf(verdict, receipt),
  rungs: ladder(verdict.kind),
  runs: [claimedRun(receipt), rerun(record, verdict.differingBytes)],
  parts: partsOf(verdict, receipt, record),
  differences: differencesOf(receipt),
  engine: platform === null ? name : fill(words.on, { engine: name, platform })
});
