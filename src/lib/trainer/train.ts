import type { Manifest } from '../experiment';
import type { Dataset } from './dataset';
import { createKernel, type Kernel } from './kernel';
import { initialWeights } from './model';
import { prepare, type Examples } from './prepare';
import type { EpochReport, TrainedRun } from './protocol';
import { TrainingRefused } from './refusal';
import { createRng, shuffle } from './rng';
import { digestOf, digestWeights } from './sha256';

/** Runs one epoch in place and returns the mean cross-entropy of its rows, each seen before its update. */
type RunEpoch = () => number;

function epochRunner(
  { code, environment }: Manifest,
  kernel: Kernel,
  weights: Float64Array,
  { count, inputs, labels }: Examples
): RunEpoch {
  const { batchSize } = code;
  const rng = createRng(environment.rng, environment.seed, 'shuffle');
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const gradient = new Float64Array(weights.length);
  const partial = new Float64Array(weights.length);

  return () => {
    // The order is never reset: each epoch shuffles what the last one left.
    shuffle(order, rng);
    let loss = 0;
    for (let start = 0; start < count; start += batchSize) {
      const end = Math.min(start + batchSize, count);
      const chunk = Math.floor((end - start + environment.gradientChunks - 1) / environment.gradientChunks);
      gradient.fill(0);
      for (let from = start; from < end; from += chunk) {
        const to = Math.min(from + chunk, end);
        partial.fill(0);
        for (let position = from; position < to; position++) {
          const row = order[position];
          loss += kernel.accumulate(weights, inputs[2 * row], inputs[2 * row + 1], labels[row], partial);
        }
        kernel.add(gradient, partial);
      }
      kernel.update(weights, gradient, end - start);
    }
    return loss / count;
  };
}

type Predictions = readonly (0 | 1)[];

const predict = (kernel: Kernel, weights: Float64Array, { count, inputs }: Examples): Predictions =>
  Array.from({ length: count }, (_, row) =>
    kernel.logit(weights, inputs[2 * row], inputs[2 * row + 1]) >= 0 ? 1 : 0
  );

const countCorrect = (predictions: Predictions, { labels }: Examples): number =>
  predictions.filter((prediction, row) => prediction === labels[row]).length;

/**
 * Trains one manifest, one epoch at a time, so that a caller can watch, pause or stop between epochs.
 * Nothing but the two arguments has a say in the result.
 * @returns the finished run, once every epoch has been reported.
 * @throws {TrainingRefused} when the data is not the manifest's, or its numbers grow without bound.
 */
export function* trainEpochs(manifest: Manifest, dataset: Dataset): Generator<EpochReport, TrainedRun> {
  const { code, environment } = manifest;
  const { training, test, testPenguins, scaling } = prepare(manifest, dataset);
  const kernel = createKernel(manifest);
  const weights = initialWeights(code.hiddenUnits, createRng(environment.rng, environment.seed, 'init'));
  [weights, training.inputs, test.inputs].forEach(kernel.round);
  const runEpoch = epochRunner(manifest, kernel, weights, training);

  const lossCurve: number[] = [];
  let kept = weights;
  let mostCorrect = -1;
  for (let epoch = 1; epoch <= code.epochs; epoch++) {
    const loss = runEpoch();
    if (!Number.isFinite(loss) || !weights.every(Number.isFinite)) {
      throw new TrainingRefused(
        `In epoch ${epoch} the weights outgrew what a number can hold: lower code.learningRate or code.l2.`
      );
    }
    lossCurve.push(loss);
    if (code.checkpoint === 'best-on-test') {
      // Choosing by the test set is the leak that this setting is there to show.
      const correct = countCorrect(predict(kernel, weights, test), test);
      if (correct > mostCorrect) [mostCorrect, kept] = [correct, weights.slice()];
    }
    yield { epoch, epochs: code.epochs, loss, weights: weights.slice() };
  }

  const predictions = predict(kernel, kept, test);
  return {
    record: {
      manifest,
      accuracy: { correct: countCorrect(predictions, test), total: test.count },
      digest: digestWeights(kept),
      predictionsDigest: digestOf(Uint8Array.from(predictions)),
      lossCurve,
      testIds: testPenguins.map(({ id }) => id),
      predictions
    },
    weights: kept,
    scaling
  };
}

/** Trains one manifest to the end: `trainEpochs` for those who do not want to watch. */
export function train(manifest: Manifest, dataset: Dataset): TrainedRun {
  const epochs = trainEpochs(manifest, dataset);
  let next = epochs.next();
  while (!next.done) next = epochs.next();
  return next.value;
}
