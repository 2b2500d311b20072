import type { Manifest } from '../experiment';
import { chunkLength } from './chunk';
import { createKernel, type Kernel } from './kernel';
import { initialWeights } from './model';
import type { Examples, Prepared } from './prepare';
import { TrainingDiverged } from './refusal';
import { createRng, shuffle } from './rng';

export type Predictions = readonly (0 | 1)[];

/** One run while it trains. Its weights move in place: whoever keeps them copies them. */
export interface Training extends Prepared {
  readonly weights: Float64Array;
  readonly batchesInEpoch: number;
  /**
   * Runs the next batch; an epoch begins and ends by itself.
   * @returns null, or after an epoch's last batch the mean cross-entropy of the training rows, each seen before
   * its update, in nats.
   * @throws {TrainingDiverged} when numbers have grown without bound by the end of an epoch.
   */
  runBatch(): number | null;
  /**
   * What each row of the batch that was run last adds to the gradient, at these weights: one gradient a row, in the
   * order in which they are summed.
   */
  contributions(weights: Float64Array): Float64Array[];
  /** What the run predicts now for its test rows. */
  predict(weights?: Float64Array): Predictions;
}

export const countCorrect = (predictions: Predictions, { labels }: Examples): number =>
  predictions.filter((prediction, row) => prediction === labels[row]).length;

/**
 * Trains on the rows from `start` to `end` of an order, and moves the weights once.
 * @returns the loss so far.
 */
type TrainBatch = (order: Int32Array, start: number, end: number, lossSoFar: number) => number;

function batchTrainer(chunks: number, kernel: Kernel, weights: Float64Array, examples: Examples): TrainBatch {
  const gradient = new Float64Array(weights.length);
  const partial = new Float64Array(weights.length);

  return (order, start, end, lossSoFar) => {
    let loss = lossSoFar;
    gradient.fill(0);
    if (chunks === 1) {
      loss = kernel.accumulate(weights, examples, order, start, end, gradient, loss);
    } else {
      const chunk = chunkLength(end - start, chunks);
      for (let from = start; from < end; from += chunk) {
        partial.fill(0);
        loss = kernel.accumulate(weights, examples, order, from, Math.min(from + chunk, end), partial, loss);
        kernel.add(gradient, partial);
      }
    }
    kernel.update(weights, gradient, end - start);
    return loss;
  };
}

/**
 * A run at its start, with its initial weights.
 * @param prepared the manifest's data. Its inputs are rounded in place, to what the manifest's precision holds.
 */
export function startTraining(manifest: Manifest, prepared: Prepared): Training {
  const { code, environment } = manifest;
  const { training, test } = prepared;
  const kernel = createKernel(manifest);
  const weights = initialWeights(code.hiddenUnits, createRng(environment.rng, environment.seed, 'init'));
  [weights, training.inputs, test.inputs].forEach(kernel.round);

  const rng = createRng(environment.rng, environment.seed, 'shuffle');
  const order = Int32Array.from({ length: training.count }, (_, index) => index);
  const train = batchTrainer(environment.gradientChunks, kernel, weights, training);
  let epoch = 1;
  let start = 0;
  let sum = 0;
  let last: readonly [start: number, end: number] = [0, 0];

  const endEpoch = (): number => {
    const loss = sum / order.length;
    if (!Number.isFinite(loss) || !weights.every(Number.isFinite)) {
      throw new TrainingDiverged(epoch);
    }
    [epoch, start, sum] = [epoch + 1, 0, 0];
    return loss;
  };

  return {
    ...prepared,
    weights,
    batchesInEpoch: Math.floor((training.count + code.batchSize - 1) / code.batchSize),

    runBatch() {
      // The order is never reset: each epoch shuffles what the last one left.
      if (start === 0) shuffle(order, rng);
      const end = Math.min(start + code.batchSize, order.length);
      sum = train(order, start, end, sum);
      last = [start, end];
      start = end;
      return end < order.length ? null : endEpoch();
    },

    // The order stays as it is until the next batch is run.
    contributions: (at) =>
      Array.from({ length: last[1] - last[0] }, (_, index) => {
        const gradient = new Float64Array(at.length);
        const row = last[0] + index;
        kernel.accumulate(at, training, order, row, row + 1, gradient, 0);
        return gradient;
      }),

    predict: (at = weights) =>
      Array.from({ length: test.count }, (_, row) =>
        kernel.logit(at, test.inputs[2 * row]!, test.inputs[2 * row + 1]!) >= 0 ? 1 : 0
      )
  };
}
