import type { Manifest } from '../experiment';
import { ulpDistance } from '../experiment/lab';
import type { Dataset } from './dataset';
import type { Both, FirstDifference, Progress, Reach, Trace, TraceEpoch } from './lab-protocol';
import { prepare } from './prepare';
import { TrainingRefused } from './refusal';
import { countCorrect, startTraining, type Training } from './training';

/** The places of the weights that differ in any bit, ascending. */
const differingPlaces = (a: Float64Array, b: Float64Array): number[] =>
  Array.from(a.keys()).filter((place) => !Object.is(a[place], b[place]));

/**
 * Where two runs stand to each other now, or null when all bits are equal.
 * @param before their weights before the batch.
 */
function difference(
  { then, later }: Both<Training>,
  epoch: number,
  batch: number | null,
  before: Both<Float64Array>
): FirstDifference | null {
  const [weight, ...others] = differingPlaces(then.weights, later.weights);
  if (weight === undefined) return null;
  const sum = (run: Training, at: Float64Array) => run.contributions(at).map((gradient) => gradient[weight]!);
  return {
    epoch,
    batch,
    batchesInEpoch: Math.max(then.batchesInEpoch, later.batchesInEpoch),
    weight,
    then: then.weights[weight]!,
    later: later.weights[weight]!,
    differing: 1 + others.length,
    sums: { then: sum(then, before.then), later: sum(later, before.later) }
  };
}

/** After how many batches it is told which weights a difference has reached. */
const REACHES = [1, 10, 100];

/** Watches two runs from batch to batch: where they part, and how that spreads. */
function watch(runs: Both<Training>) {
  const before = { then: runs.then.weights.slice(), later: runs.later.weights.slice() };
  let first = difference(runs, 0, null, before);
  let batches = 0;
  const reached: Reach[] = [];
  return {
    reached,
    first: () => first,
    /** Looks at what a batch has made of the weights. */
    look(epoch: number, batch: number): void {
      first ??= difference(runs, epoch, batch, before);
      if (first === null) {
        before.then.set(runs.then.weights);
        before.later.set(runs.later.weights);
      } else if (REACHES.includes(++batches)) {
        reached.push({ batches, weights: differingPlaces(runs.then.weights, runs.later.weights) });
      }
    }
  };
}

function stateAfter(epoch: number, { then, later }: Both<Training>): TraceEpoch {
  const distances = then.weights.map((weight, place) => ulpDistance(weight, later.weights[place]!)).sort(); // numerically, as typed arrays do; 4·H + 1 weights always have one in the middle
  const predictions = { then: then.predict(), later: later.predict() };
  const before = new Map(then.testPenguins.map(({ id }, row) => [id, predictions.then[row]]));
  const flipped = later.testPenguins.flatMap(({ id }, row) =>
    before.has(id) && before.get(id) !== predictions.later[row] ? [id] : []
  );
  const accuracy = ({ test }: Training, predicted: typeof predictions.then) => ({
    correct: countCorrect(predicted, test),
    total: test.count
  });
  return {
    epoch,
    ulps: { median: distances[(distances.length - 1) / 2]!, largest: distances[distances.length - 1]! },
    flipped,
    accuracy: { then: accuracy(then, predictions.then), later: accuracy(later, predictions.later) },
    weights: { then: then.weights.slice(), later: later.weights.slice() }
  };
}

/** Runs one epoch of both, batch by batch. */
function runEpoch({ then, later }: Both<Training>, look: (batch: number) => void): void {
  const common = Math.min(then.batchesInEpoch, later.batchesInEpoch);
  const last = Math.max(then.batchesInEpoch, later.batchesInEpoch);
  for (let batch = 1; batch <= last; batch++) {
    if (batch <= then.batchesInEpoch) then.runBatch();
    if (batch <= later.batchesInEpoch) later.runBatch();
    if (batch <= common || batch === last) look(batch);
  }
}

/**
 * Trains two manifests side by side and tells where they part: the first batch after which any bit of any
 * weight differs, and how far apart they are after each epoch. One report an epoch.
 *
 * Batches are aligned by their number in the epoch, whatever rows they hold. Where one run has more of them
 * than the other, the rest is run and compared once, at the epoch's end, as that run's last batch. The trace
 * ends with the shorter run. It follows the weights as they train: which of them `checkpoint` keeps does not matter.
 * @throws {TrainingRefused} when the two have weights of different shapes, or where training either would be refused.
 */
export function* trace(then: Manifest, later: Manifest, dataset: Dataset): Generator<Progress, Trace> {
  const [before, after] = [then.code.hiddenUnits, later.code.hiddenUnits];
  if (before !== after) {
    throw new TrainingRefused('other-shape', { before, after });
  }
  const runs = {
    then: startTraining(then, prepare(then, dataset)),
    later: startTraining(later, prepare(later, dataset))
  };
  const total = Math.min(then.code.epochs, later.code.epochs);
  const { look, first, reached } = watch(runs);
  const epochs = [stateAfter(0, runs)];
  for (let done = 1; done <= total; done++) {
    runEpoch(runs, (batch) => look(done, batch));
    epochs.push(stateAfter(done, runs));
    yield { done, total };
  }
  return { first: first(), reached, epochs, scaling: { then: runs.then.scaling, later: runs.later.scaling } };
}
