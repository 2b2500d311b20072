import type { Digest } from './digest';
import type { Manifest } from './manifest';

/** What one training gave, with everything it depended on. */
export interface RunRecord {
  readonly manifest: Manifest;
  /** Test rows whose sex was predicted right, of all test rows. */
  readonly accuracy: { readonly correct: number; readonly total: number };
  /** SHA-256 of the weights as little-endian float64, in their fixed order. */
  readonly digest: Digest;
  /** SHA-256 of `predictions`, one byte (0 or 1) a test row. */
  readonly predictionsDigest: Digest;
  /** Mean cross-entropy over the training rows, in nats, seen while each epoch ran. */
  readonly lossCurve: readonly number[];
  /** Ids (row numbers of the data, from 0) of the test rows, ascending. */
  readonly testIds: readonly number[];
  /** For each test row, in the order of `testIds`: 1 = MALE, 0 = FEMALE. */
  readonly predictions: readonly (0 | 1)[];
}

/** Accuracy in per cent; whole whenever the test set has 100 rows. */
export const percent = ({ correct, total }: RunRecord['accuracy']): number => (100 * correct) / total;
