import type { Manifest, RunRecord } from '../experiment';
import type { Dataset } from '../trainer/dataset';
import { TrainingDiverged } from '../trainer/refusal';
import { train } from '../trainer/train';

/**
 * Trains the run of a receipt, for `judge`.
 * @returns null where the training ends without a result.
 * @throws {TrainingRefused} when the data is not the manifest's.
 */
export function retrain(manifest: Manifest, dataset: Dataset): RunRecord | null {
  try {
    return train(manifest, dataset).record;
  } catch (error) {
    if (error instanceof TrainingDiverged) return null;
    throw error;
  }
}
