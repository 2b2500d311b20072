import { toDigest, type Digest, type Manifest } from '$lib/experiment';
import type { ClaimOutcome, Finding, Receipt, ResultPart } from '$lib/experiment/receipt';
import { train, TrainingRefused } from '$lib/trainer';
import { withFields } from '../trainer/manifests';
import { realDataset } from '../machine/fake-trainer';
import table from '../../vectors/verdicts.json';

type Result = Receipt['result'];

/** One kind of claim, and what every program that checks one has to conclude from it. */
export interface VerdictCase {
  readonly name: string;
  /** How its manifest differs from that of a run that trains in a blink. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Which parts of the result are not what the training gives. @default none */
  readonly forged?: readonly ResultPart[];
  readonly finding: Finding;
  readonly outcome: ClaimOutcome;
  readonly exit: number;
  readonly differs: readonly ResultPart[];
}

export const VERDICT_CASES = table as readonly VerdictCase[];

export const manifestOf = ({ manifest = {} }: VerdictCase): Manifest =>
  withFields({ 'code.epochs': 1, 'code.hiddenUnits': 2, ...manifest });

const otherDigest = (digest: Digest): Digest =>
  toDigest((digest.startsWith('0') ? '1' : '0') + digest.slice(1));

/** The same result with some parts changed, as little as can be. */
export function forge(result: Result, parts: readonly ResultPart[] = []): Result {
  const { accuracy, digest, predictionsDigest } = result;
  const { correct } = accuracy;
  return {
    accuracy: parts.includes('accuracy') ? { ...accuracy, correct: correct > 0 ? correct - 1 : 1 } : accuracy,
    digest: parts.includes('weights') ? otherDigest(digest) : digest,
    predictionsDigest: parts.includes('predictions') ? otherDigest(predictionsDigest) : predictionsDigest
  };
}

/** What training a manifest here gives; null where it ends without a result. */
export function trained(manifest: Manifest): Result | null {
  try {
    const { accuracy, digest, predictionsDigest } = train(manifest, realDataset).record;
    return { accuracy, digest, predictionsDigest };
  } catch (error) {
    if (error instanceof TrainingRefused) return null;
    throw error;
  }
}

/** A result that nobody got, for runs that have none. */
export const INVENTED: Result = {
  accuracy: { correct: 85, total: 100 },
  digest: toDigest('a'.repeat(64)),
  predictionsDigest: toDigest('b'.repeat(64))
};

/** The receipt of a case, with what this engine gets where it is not forged. */
export function receiptOfCase(one: VerdictCase): Receipt {
  const manifest = manifestOf(one);
  return { version: 1, trainer: '1', manifest, result: forge(trained(manifest) ?? INVENTED, one.forged) };
}

const digestIn = (stdout: string, row: string): Digest | null => {
  const [, ...halves] =
    new RegExp(`^${row} +\\w{32}  (\\w{32})\\r?\\n +\\w{32}  (\\w{32})`, 'm').exec(stdout) ?? [];
  return halves.length > 0 ? toDigest(halves.join('')) : null;
};

/** What a program that checked a claim got itself, off the right-hand column that it prints; null if nothing. */
export function rerunIn(stdout: string): Result | null {
  const [, correct, total] = /^accuracy +\d+ of \d+ +(\d+) of (\d+)/m.exec(stdout) ?? [];
  const [digest, predictionsDigest] = [digestIn(stdout, 'weights'), digestIn(stdout, 'predictions')];
  if (!digest || !predictionsDigest) return null;
  return { accuracy: { correct: Number(correct), total: Number(total) }, digest, predictionsDigest };
}
