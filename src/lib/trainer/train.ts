import type { Manifest } from '../experiment';
import type { Dataset } from './dataset';
import { drain } from './drain';
import { prepare, type Prepared } from './prepare';
import type { EpochReport, TrainedRun } from './protocol';
import { digestOf, digestWeights } from './sha256';
import { countCorrect, startTraining, type Training } from './training';

/** What a run's weights come to on its test rows. */
export function resultOf({ test, predict }: Training, weights: Float64Array) {
  const predictions = predict(weights);
  return {
    accuracy: { correct: countCorrect(predictions, test), total: test.count },
    digest: digestWeights(weights),
    predictionsDigest: digestOf(Uint8Array.from(predictions)),
    predictions
  };
}

/**
 * Trains one manifest, one epoch at a time, so that a caller can watch, pause or stop between epochs.
 * Nothing but the two arguments has a say in the result.
 * @returns the finished run, once every epoch has been reported.
 * @throws {TrainingRefused} when the data is not the manifest's, or its numbers grow without bound.
 */
export const trainEpochs = (manifest: Manifest, dataset: Dataset): Generator<EpochReport, TrainedRun> =>
  trainPrepared(manifest, prepare(manifest, dataset));

/** The same, for those who have prepared the manifest's data before. */
export function* trainPrepared(manifest: Manifest, prepared: Prepared): Generator<EpochReport, TrainedRun> {
  const { code } = manifest;
  const training = startTraining(manifest, prepared);
  const { weights, test, testPenguins, scaling } = training;

  const lossCurve: number[] = [];
  let kept = weights;
  let mostCorrect = -1;
  for (let epoch = 1; epoch <= code.epochs; epoch++) {
    let loss = training.runBatch();
    while (loss === null) loss = training.runBatch();
    lossCurve.push(loss);
    if (code.checkpoint === 'best-on-test') {
      // Choosing by the test set is the leak that this setting is there to show.
      const correct = countCorrect(training.predict(), test);
      if (correct > mostCorrect) [mostCorrect, kept] = [correct, weights.slice()];
    }
    yield { epoch, epochs: code.epochs, loss, weights: weights.slice() };
  }

  return {
    record: {
      manifest,
      ...resultOf(training, kept),
      lossCurve,
      testIds: testPenguins.map(({ id }) => id)
    },
    weights: kept,
    scaling
  };
}

/** Trains one manifest to the end: `trainEpochs` for those who do not want to watch. */
export const train = (manifest: Manifest, dataset: Dataset): TrainedRun =>
  drain(trainEpochs(manifest, dataset));
