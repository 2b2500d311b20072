import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDrifts, BASELINE, compare, PARTS, type Manifest } from '$lib/experiment';
import { ulpDistance } from '$lib/experiment/lab';
import { train, trainEpochs, TrainingRefused, type EpochReport } from '$lib/trainer';
import { weightName, type Progress, type Trace } from '$lib/trainer/lab';
import { trace } from '$lib/trainer/trace';
import { prepare } from '$lib/trainer/prepare';
import { startTraining } from '$lib/trainer/training';
import { penguins } from './penguins';
import { anyManifest, withFields } from './manifests';
import { because } from '$lib/experiment/reason';

/** A trace, and what it reported on the way. */
function traced(then: Manifest, later: Manifest): { result: Trace; reports: Progress[] } {
  const reports: Progress[] = [];
  const epochs = trace(then, later, penguins);
  let next = epochs.next();
  for (; !next.done; next = epochs.next()) reports.push(next.value);
  return { result: next.value, reports };
}

const attempt = <T>(work: () => T): T | string => {
  try {
    return work();
  } catch (error) {
    if (error instanceof TrainingRefused) return JSON.stringify(error.reason);
    throw error;
  }
};

type Fields = Record<string, unknown>;

/** Two manifests of the same shape that differ in some fields, as runs do that have drifted apart. */
const anyPair: fc.Arbitrary<[then: Manifest, later: Manifest]> = fc
  .tuple(anyManifest, anyManifest)
  .chain(([then, other]) => {
    const paths = PARTS.flatMap((part) => Object.keys(other[part]).map((field) => [part, field] as const));
    return fc.subarray(paths, { maxLength: 4 }).map((drifted): [Manifest, Manifest] => {
      const later = structuredClone(then);
      for (const [part, field] of drifted) {
        if (field !== 'hiddenUnits') (later[part] as Fields)[field] = (other[part] as Fields)[field];
      }
      return [then, later];
    });
  });

const forPairs = (law: (then: Manifest, later: Manifest, result: Trace) => void, numRuns = 80) =>
  fc.assert(
    fc.property(anyPair, ([then, later]) => {
      const outcome = attempt(() => traced(then, later).result);
      fc.pre(typeof outcome !== 'string');
      law(then, later, outcome);
    }),
    { numRuns }
  );

const last = <T>(list: readonly T[]): T => list[list.length - 1]!;

/** The weights of one run alone: at its start, and after each batch of each epoch. */
function batchByBatch(manifest: Manifest): { initial: Float64Array; epochs: Float64Array[][] } {
  const training = startTraining(manifest, prepare(manifest, penguins));
  const initial = training.weights.slice();
  const epochs = Array.from({ length: manifest.code.epochs }, () => {
    const batches: Float64Array[] = [];
    for (let loss: number | null = null; loss === null;) {
      loss = training.runBatch();
      batches.push(training.weights.slice());
    }
    return batches;
  });
  return { initial, epochs };
}

const differingPlaces = (a: Float64Array, b: Float64Array) =>
  [...a.keys()].filter((place) => ulpDistance(a[place]!, b[place]!) > 0);

describe('a trace', () => {
  it('of a run with itself finds no difference at all', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const result = attempt(() => traced(manifest, structuredClone(manifest)).result);
        fc.pre(typeof result !== 'string');
        expect(result.first).toBeNull();
        for (const epoch of result.epochs) {
          expect(epoch.ulps).toEqual({ median: 0, largest: 0 });
          expect(epoch.flipped).toEqual([]);
          expect(epoch.accuracy.later).toEqual(epoch.accuracy.then);
          expect(epoch.weights.later).toEqual(epoch.weights.then);
        }
      }),
      { numRuns: 40 }
    );
  });

  it('finds the first batch after which the runs, trained apart, differ', () => {
    forPairs((then, later, { first }) => {
      const runs = { then: batchByBatch(then), later: batchByBatch(later) };
      const places = runs.then.epochs.slice(0, runs.later.epochs.length).flatMap((ours, index) => {
        const theirs = runs.later.epochs[index]!;
        const common = Math.min(ours.length, theirs.length);
        const aligned = Array.from({ length: common }, (_, batch) => ({
          epoch: index + 1,
          batch: batch + 1,
          then: ours[batch]!,
          later: theirs[batch]!
        }));
        const batches = Math.max(ours.length, theirs.length);
        const end = { epoch: index + 1, batch: batches, then: last(ours), later: last(theirs) };
        return [...aligned, end];
      });
      const start = { epoch: 0, batch: null, then: runs.then.initial, later: runs.later.initial };
      const found = [start, ...places].find((at) => differingPlaces(at.then, at.later).length > 0);
      if (!found) {
        expect(first).toBeNull();
        return;
      }
      const differing = differingPlaces(found.then, found.later);
      expect(first).toMatchObject({
        epoch: found.epoch,
        batch: found.batch,
        batchesInEpoch: Math.max(runs.then.epochs[0]!.length, runs.later.epochs[0]!.length),
        weight: differing[0],
        then: found.then[differing[0]!],
        later: found.later[differing[0]!],
        differing: differing.length
      });
    });
  });

  it('counts the weights that a difference has reached as they differ between runs trained apart', () => {
    forPairs((then, later, { first, reached }) => {
      const runs = { then: batchByBatch(then).epochs, later: batchByBatch(later).epochs };
      fc.pre(runs.then[0]!.length === runs.later[0]!.length);
      const places = runs.then
        .slice(0, runs.later.length)
        .flatMap((batches, epoch) =>
          batches.map((ours, batch) => differingPlaces(ours, runs.later[epoch]![batch]!))
        );
      const start = first?.epoch === 0 ? 0 : places.findIndex((differing) => differing.length > 0);
      const expected = [1, 10, 100]
        .filter((batches) => first !== null && start + batches <= places.length)
        .map((batches) => ({ batches, weights: places[start + batches - 1] }));
      expect(reached).toEqual(expected);
    }, 40);
  });

  it('hands out what each row adds to the gradient of the weight that differs first: their sum moves it', () => {
    const { code } = BASELINE;
    const { first } = traced(BASELINE, withFields({ 'environment.gradientChunks': 4 })).result;
    const training = startTraining(BASELINE, prepare(BASELINE, penguins));
    const before = training.weights[first!.weight]!;
    training.runBatch();
    const sum = first!.sums.then.reduce((total, value) => total + value, 0);
    expect(first!.sums.then).toHaveLength(code.batchSize);
    expect(training.weights[first!.weight]).toBe(before - code.learningRate * (sum / code.batchSize));
  });

  it('shows the weights of both runs after each epoch, from the initial ones on', () => {
    forPairs((then, later, { epochs }) => {
      const total = Math.min(then.code.epochs, later.code.epochs);
      expect(epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: total + 1 }, (_, n) => n));
      for (const [run, manifest] of [
        ['then', then],
        ['later', later]
      ] as const) {
        const reports = [...trainEpochs(manifest, penguins)].slice(0, total) as EpochReport[];
        expect(epochs.slice(1).map(({ weights }) => weights[run])).toEqual(
          reports.map(({ weights }) => weights)
        );
        expect(epochs[0]!.weights[run]).toEqual(batchByBatch(manifest).initial);
      }
    }, 40);
  });

  it('says after each epoch what runs of that many epochs would say of themselves', () => {
    forPairs((then, later, { epochs, scaling }) => {
      for (const { epoch, accuracy, flipped } of epochs.slice(1)) {
        const run = (manifest: Manifest) =>
          train({ ...manifest, code: { ...manifest.code, epochs: epoch, checkpoint: 'last' } }, penguins);
        const runs = { then: run(then), later: run(later) };
        expect(accuracy).toEqual({ then: runs.then.record.accuracy, later: runs.later.record.accuracy });
        expect(flipped).toEqual(compare(runs.then.record, runs.later.record).flipped);
        expect(scaling).toEqual({ then: runs.then.scaling, later: runs.later.scaling });
      }
    }, 40);
  });

  it('measures how far apart the weights are', () => {
    forPairs((_, __, { first, epochs }) => {
      for (const { epoch, weights, ulps } of epochs) {
        const distances = [...weights.then].map((weight, place) =>
          ulpDistance(weight, weights.later[place]!)
        );
        expect(ulps.largest).toBe(Math.max(...distances));
        const below = distances.filter((distance) => distance < ulps.median).length;
        const above = distances.filter((distance) => distance > ulps.median).length;
        expect(distances).toContain(ulps.median);
        expect(Math.max(below, above)).toBeLessThanOrEqual((distances.length - 1) / 2);
        if (first === null || epoch < first.epoch) expect(ulps.largest).toBe(0);
      }
    });
  });

  it('is the same from the other side', () => {
    const swapped = <T>({ then, later }: { then: T; later: T }) => ({ then: later, later: then });
    forPairs((then, later, result) => {
      const { first, reached, epochs, scaling } = traced(later, then).result;
      expect({
        first: first && { ...first, ...swapped(first), sums: swapped(first.sums) },
        reached,
        epochs: epochs.map(({ accuracy, weights, ...epoch }) => ({
          ...epoch,
          accuracy: swapped(accuracy),
          weights: swapped(weights)
        })),
        scaling: swapped(scaling)
      }).toEqual(result);
    }, 40);
  });

  it('follows the weights as they train, not those that are kept', () => {
    const leaky = withFields({ 'code.checkpoint': 'best-on-test' });
    expect(train(leaky, penguins).record.digest).not.toBe(train(BASELINE, penguins).record.digest);
    expect(traced(BASELINE, leaky).result.first).toBeNull();
  });

  it('hands out copies', () => {
    const epochs = trace(BASELINE, BASELINE, penguins);
    for (let next = epochs.next(); ; next = epochs.next()) {
      if (!next.done) continue;
      const arrays = next.value.epochs.flatMap(({ weights: { then, later } }) => [then.buffer, later.buffer]);
      expect(new Set(arrays).size).toBe(2 * 101);
      break;
    }
  });

  it('reports each epoch once', () => {
    fc.assert(
      fc.property(anyPair, ([then, later]) => {
        const outcome = attempt(() => traced(then, later).reports);
        fc.pre(typeof outcome !== 'string');
        const total = Math.min(then.code.epochs, later.code.epochs);
        expect(outcome).toEqual(Array.from({ length: total }, (_, index) => ({ done: index + 1, total })));
      }),
      { numRuns: 30 }
    );
  });
});

describe('a trace is refused', () => {
  it('when a run of as many epochs is, in the same words', () => {
    fc.assert(
      fc.property(anyPair, ([then, later]) => {
        const epochs = Math.min(then.code.epochs, later.code.epochs);
        const apart = [then, later].map((manifest) =>
          attempt(() => train({ ...manifest, code: { ...manifest.code, epochs } }, penguins))
        );
        const refusals = apart.filter((run) => typeof run === 'string');
        const together = attempt(() => traced(then, later));
        if (typeof together === 'string') expect(refusals).toContain(together);
        else expect(refusals).toEqual([]);
      }),
      { numRuns: 60 }
    );
    const wild = withFields({ 'code.l2': 1, 'code.learningRate': 100 });
    expect(attempt(() => traced(BASELINE, wild))).toBe(JSON.stringify(because('diverged', { epoch: 11 })));
  });

  it('when the weights have different shapes', () => {
    const narrow = withFields({ 'code.hiddenUnits': 2 });
    expect(attempt(() => traced(BASELINE, narrow))).toBe(
      JSON.stringify(because('other-shape', { before: 8, after: 2 }))
    );
  });

  it('when it is about other data', () => {
    const other = { ...penguins, sha256: '0'.repeat(64) as typeof penguins.sha256 };
    expect(() => trace(BASELINE, BASELINE, other).next()).toThrow(TrainingRefused);
  });
});

describe('from the baseline', () => {
  // Where these runs part is part of the trainer's version, as their digests are.
  it.each([
    ['gradient-chunks', 1, 1, 3, 12, 31, 0],
    ['library-default', 1, 1, 0, 24, 9213708980813844000, 28],
    ['ddof', 1, 1, 0, 33, 37211811865422, 0],
    ['rows-reversed', 1, 1, 0, 33, 1809631592326761, 6],
    ['float32', 0, null, 0, 24, 9666525664, 0],
    ['random-seed', 0, null, 0, 24, 9227619933294637000, 7]
  ] as const)('%s parts in epoch %d', (id, epoch, batch, weight, differing, largest, flips) => {
    const { first, epochs } = traced(BASELINE, applyDrifts([id])).result;
    expect(first).toMatchObject({ epoch, batch, batchesInEpoch: 15, weight, differing });
    expect(last(epochs).ulps.largest).toBe(largest);
    expect(last(epochs).flipped).toHaveLength(flips);
  });

  it('two swapped rows go unnoticed until the fifth batch', () => {
    const { first } = traced(BASELINE, withFields({ 'data.edits': ['rows-swapped'] })).result;
    expect(first).toMatchObject({
      epoch: 1,
      batch: 5,
      batchesInEpoch: 15,
      weight: 0,
      then: 0.0769481968996812,
      later: 0.08096840620751217,
      differing: 33
    });
  });

  it.each<[what: string, changes: Record<string, unknown>]>([
    ['corrected test labels', { 'data.edits': ['test-labels-corrected'] }],
    ['one more epoch', { 'code.epochs': 101 }],
    ['one row a chunk', { 'environment.gradientChunks': 16 }]
  ])('%s never parts in what both train', (_, changes) => {
    const { first, epochs } = traced(BASELINE, withFields(changes)).result;
    expect(first).toBeNull();
    expect(epochs).toHaveLength(101);
    expect(last(epochs).ulps).toEqual({ median: 0, largest: 0 });
  });

  it('batches of another size are aligned by their number', () => {
    const { first } = traced(BASELINE, withFields({ 'code.batchSize': 12 })).result;
    expect(first).toMatchObject({ epoch: 1, batch: 1, batchesInEpoch: 20 });
  });
});

describe('the name of a weight', () => {
  it('goes through W1 row by row, b1, W2 and b2', () => {
    expect(Array.from({ length: 9 }, (_, index) => weightName(index, 2))).toEqual([
      { layer: 'W1', unit: 0, input: 0 },
      { layer: 'W1', unit: 0, input: 1 },
      { layer: 'W1', unit: 1, input: 0 },
      { layer: 'W1', unit: 1, input: 1 },
      { layer: 'b1', unit: 0 },
      { layer: 'b1', unit: 1 },
      { layer: 'W2', unit: 0 },
      { layer: 'W2', unit: 1 },
      { layer: 'b2' }
    ]);
  });

  it('is another for each of the weights that a run has, and there are no others', () => {
    fc.assert(
      fc.property(anyManifest, ({ code: { hiddenUnits } }) => {
        const count = 4 * hiddenUnits + 1;
        const names = Array.from({ length: count }, (_, index) =>
          JSON.stringify(weightName(index, hiddenUnits))
        );
        expect(new Set(names).size).toBe(count);
        for (const index of [-1, count, NaN]) {
          expect(() => weightName(index, hiddenUnits)).toThrow(RangeError);
        }
      })
    );
  });
});
