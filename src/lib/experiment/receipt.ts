import type { ComparisonKind } from './compare';
import type { Manifest } from './manifest';
import type { RunRecord } from './run-record';

/**
 * The version of what the trainer computes, which every receipt names. It changes with the golden digests,
 * and only with them: the same manifest, trained by the same version, gives the same bits.
 */
export const TRAINER_VERSION = '1';

/** What the learner expected of the re-run before seeing it. */
export type Prediction = 'match' | 'mismatch';

/** A manifest with the result it gave, to hand to someone else. */
export interface Receipt {
  /** 2 names the engine that got the result, and 1 does not. */
  readonly version: 1 | 2;
  readonly trainer: typeof TRAINER_VERSION;
  readonly manifest: Manifest;
  readonly result: Pick<RunRecord, 'accuracy' | 'digest' | 'predictionsDigest'>;
  readonly prediction?: Prediction;
  /** What trained the run, as it calls itself. */
  readonly engine?: string;
}

const LONGEST_ENGINE = 120;

/**
 * The receipt of a run that this app has trained. With portable math the result is the same whichever engine got it, and so is
 * the receipt; with the platform's own math the receipt names the engine.
 * @param engine what trained the run, as it calls itself
 */
export function receiptOf(
  { manifest, accuracy, digest, predictionsDigest }: RunRecord,
  prediction?: Prediction,
  engine?: string
): Receipt {
  const named = engine !== undefined && manifest.environment.math === 'platform';
  return {
    version: named ? 2 : 1,
    trainer: TRAINER_VERSION,
    manifest,
    result: { accuracy, digest, predictionsDigest },
    ...(prediction && { prediction }),
    ...(named && { engine: engine.replace(/[^ -~]/g, '?').slice(0, LONGEST_ENGINE) })
  };
}

/** What no computation reads: a re-run gives the same whatever stands there, and cannot tell whether it is true. */
const UNCHECKED = {
  code: ['comment'],
  environment: ['name', 'library', 'host', 'timeZone', 'user'],
  receipt: ['prediction', 'engine']
};

/** The fields of a receipt that a re-run leaves open, by their paths. */
export function uncheckedFields(receipt: Receipt): string[] {
  const { code, environment } = receipt.manifest;
  const there = (owner: object, fields: readonly string[], path = ''): string[] =>
    fields.filter((field) => Object.hasOwn(owner, field)).map((field) => path + field);
  return [
    ...there(code, UNCHECKED.code, 'code.'),
    ...there(environment, UNCHECKED.environment, 'environment.'),
    ...there(receipt, UNCHECKED.receipt)
  ];
}

/** The parts of a result that are compared. */
export type ResultPart = 'accuracy' | 'weights' | 'predictions';

/**
 * What a re-run says of a claim, and why:
 * - `identical`: every part is as claimed.
 * - `platform-bits`: every prediction is as claimed, and only the weights have other bits. The run used its platform's own
 *   math, on which engines differ, so this is an honest match.
 * - `other-result`: a part differs, although with portable math no bit can honestly differ.
 * - `other-predictions`: the weights are as claimed, so other predictions cannot be: the claim contradicts itself.
 * - `other-accuracy`: the predictions are as claimed, so another accuracy cannot be: the claim contradicts itself.
 * - `no-result`: the training ends without a result, so no receipt can claim one.
 * - `platform-result`: the run used its platform's own math, and gives other predictions here. Another engine may have
 *   got what is claimed, and only that engine can tell.
 * - `platform-no-result`: the same, and here it gives no result at all.
 */
export type Finding =
  | 'identical'
  | 'platform-bits'
  | 'other-result'
  | 'other-predictions'
  | 'other-accuracy'
  | 'no-result'
  | 'platform-result'
  | 'platform-no-result';

/** What becomes of a claim. The first two are a match. */
export type ClaimOutcome = 'same' | 'equivalent' | 'refuted' | 'undecided';

/** How a re-run compares with what its receipt claims. */
export interface Verdict {
  readonly outcome: ClaimOutcome;
  readonly finding: Finding;
  /** How far claim and re-run agree; null where they are no two runs, because no training gives what is claimed. */
  readonly kind: ComparisonKind | null;
  readonly differs: readonly ResultPart[];
  readonly same: readonly ResultPart[];
  /** Positions (0–31) of the digest bytes that differ. */
  readonly differingBytes: readonly number[];
}
