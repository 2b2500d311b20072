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
  readonly version: 1;
  readonly trainer: typeof TRAINER_VERSION;
  readonly manifest: Manifest;
  readonly result: Pick<RunRecord, 'accuracy' | 'digest' | 'predictionsDigest'>;
  readonly prediction?: Prediction;
}

/** The receipt of a run that this app has trained. */
export const receiptOf = (
  { manifest, accuracy, digest, predictionsDigest }: RunRecord,
  prediction?: Prediction
): Receipt => ({
  version: 1,
  trainer: TRAINER_VERSION,
  manifest,
  result: { accuracy, digest, predictionsDigest },
  ...(prediction && { prediction })
});

/** The parts of a result that are compared. */
export type ResultPart = 'accuracy' | 'weights' | 'predictions';

/** How a re-run compares with what its receipt claims. */
export interface Verdict {
  readonly kind: ComparisonKind;
  readonly differs: readonly ResultPart[];
  readonly same: readonly ResultPart[];
  /** Positions (0–31) of the digest bytes that differ. */
  readonly differingBytes: readonly number[];
}
