import type { Manifest, RunRecord } from '../experiment';
import type { Reason } from '../experiment/reason';
import type { FailureCode } from './refusal';

/** What one finished epoch shows. */
export interface EpochReport {
  /** Epochs finished, 1 to `epochs`. */
  readonly epoch: number;
  readonly epochs: number;
  /** Mean cross-entropy over the training rows while this epoch ran, in nats. */
  readonly loss: number;
  /** A copy of all weights: W1 row-major, b1, W2, b2. */
  readonly weights: Float64Array;
}

/** A finished run, with the weights that its record only fingerprints. */
export interface TrainedRun {
  readonly record: RunRecord;
  readonly weights: Float64Array;
  /** How raw measurements became the model's inputs. */
  readonly scaling: Scaling;
}

/** Per feature, in the manifest's order: `input = (value − mean) / deviation`. */
export interface Scaling {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** One penguin that the runs are tested on. */
export interface TestPenguin {
  /** Row number in the data, from 0. */
  readonly id: number;
  readonly species: string;
  readonly island: string;
  /** The raw values of the manifest's two features, in its order (mm; g for the mass). */
  readonly features: readonly [number, number];
  readonly sex: 'MALE' | 'FEMALE';
}

/** Name → what is asked, what is told meanwhile, and what is answered. */
export interface TrainerRequests {
  train: {
    /** `pace`: milliseconds to rest after each epoch, so that people can watch; 0 for full speed. */
    input: { manifest: Manifest; pace: number };
    progress: EpochReport;
    output: TrainedRun;
  };
  testSet: { input: { manifest: Manifest }; progress: never; output: TestSet };
}

export interface TestSet {
  readonly penguins: readonly TestPenguin[];
  /** Rows trained on. */
  readonly trainingRows: number;
  readonly scaling: Scaling;
}

/**
 * Why no answer came. `refused` is about the manifest, the others about the worker: it stopped in the middle
 * (`broken`), its code did not arrive (`unloaded`), or nothing here may start one (`blocked`).
 */
export interface TrainerFailure {
  readonly kind: 'cancelled' | 'refused' | 'broken' | 'unloaded' | 'blocked';
  readonly reason: Reason<FailureCode>;
  /** Refused because the training ends without a result, whoever trains it. */
  readonly diverged?: true;
}
