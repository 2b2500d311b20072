import { readFileSync } from 'node:fs';
import { BASELINE, toDigest, type Manifest } from '../../../src/lib/experiment';
import { setFields } from '../../../src/lib/experiment/parse-manifest';
import type { ClaimOutcome, Finding, Receipt, ResultPart } from '../../../src/lib/experiment/receipt';
import { parseDataset, train, TrainingDiverged } from '../../../src/lib/trainer';

interface VerdictCase {
  readonly name: string;
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly forged?: readonly ResultPart[];
  readonly finding: Finding;
  readonly outcome: ClaimOutcome;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Kinds of claims, and what every program that checks one has to conclude from it. */
export const VERDICT_CASES = JSON.parse(read('../../vectors/verdicts.json')) as readonly VerdictCase[];

const dataset = parseDataset(read('../../../src/lib/trainer/penguins.csv'));

/** What Node's trainer gives, or what somebody made up. */
function resultOf(manifest: Manifest): Receipt['result'] {
  try {
    const { accuracy, digest, predictionsDigest } = train(manifest, dataset).record;
    return { accuracy, digest, predictionsDigest };
  } catch (error) {
    if (!(error instanceof TrainingDiverged)) throw error;
    const digest = toDigest('a'.repeat(64));
    return { accuracy: { correct: 85, total: 100 }, digest, predictionsDigest: digest };
  }
}

/** The receipt of a case, as Node makes it. */
export function receiptOfCase({ manifest: changes = {}, forged = [] }: VerdictCase): Receipt {
  const parsed = setFields([['code.epochs', 1], ...Object.entries(changes)], BASELINE);
  if (!parsed.ok) throw new Error(parsed.reason.code);
  const { accuracy, digest, predictionsDigest } = resultOf(parsed.value);
  const other = toDigest('f'.repeat(64));
  return {
    version: 1,
    trainer: '1',
    manifest: parsed.value,
    result: {
      accuracy: forged.includes('accuracy') ? { ...accuracy, correct: accuracy.correct - 1 } : accuracy,
      digest: forged.includes('weights') ? other : digest,
      predictionsDigest: forged.includes('predictions') ? other : predictionsDigest
    }
  };
}
