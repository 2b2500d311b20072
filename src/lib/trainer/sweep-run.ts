import type { Manifest, RunRecord } from '../experiment';
import type { Dataset } from './dataset';
import { drain } from './drain';
import { prepare, type Prepared } from './prepare';
import { covers, type SimdKernel } from './simd/simd-kernel';
import { resultOf, trainPrepared } from './train';
import { startTraining } from './training';

/** One run of a sweep: what is kept of its record, and whether the SIMD kernel computed it. */
export interface SweepRun {
  readonly record: Pick<RunRecord, 'accuracy' | 'digest'>;
  readonly simd: boolean;
}

/**
 * Trains manifest after manifest, each by the fastest way that gives its bits.
 * @param kernel null where there is none.
 * @returns what trains one; it throws `TrainingRefused` where `train` does.
 */
export function createSweepRunner(
  dataset: Dataset,
  kernel: SimdKernel | null
): (manifest: Manifest) => SweepRun {
  // Runs that differ in their seed alone, or in nothing, share their data: it is prepared once.
  let preparedFor = '';
  let prepared: Prepared;
  const preparedOf = (manifest: Manifest): Prepared => {
    const { ddof, precision } = manifest.environment;
    const key = JSON.stringify([manifest.data, ddof, precision]);
    if (key !== preparedFor) [prepared, preparedFor] = [prepare(manifest, dataset), key];
    return prepared;
  };

  return (manifest) => {
    const ready = preparedOf(manifest);
    const weights = kernel && covers(manifest) ? kernel(manifest, ready.training) : null;
    return weights
      ? { record: resultOf(startTraining(manifest, ready), weights), simd: true }
      : { record: drain(trainPrepared(manifest, ready)).record, simd: false };
  };
}
