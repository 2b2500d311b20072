import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, type Manifest } from '$lib/experiment';
import {
  describeTestSet,
  probability,
  train,
  trainEpochs,
  TrainingRefused,
  type EpochReport
} from '$lib/trainer';
import { penguins } from './penguins';
import { anyManifest, withFields } from './manifests';
import { referenceWeights } from './reference';
import { because } from '$lib/experiment/reason';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Trains, or tells that the numbers outgrew float64, which strong weight decay at a high rate does. */
const attempt = (manifest: Manifest) => {
  try {
    return train(manifest, penguins);
  } catch (error) {
    if (error instanceof TrainingRefused) return JSON.stringify(error.reason);
    throw error;
  }
};

const forRuns = (law: (manifest: Manifest, run: ReturnType<typeof train>) => void, numRuns = 60) =>
  fc.assert(
    fc.property(anyManifest, (manifest) => {
      const run = attempt(manifest);
      fc.pre(typeof run !== 'string');
      law(manifest, run);
    }),
    { numRuns }
  );

describe('every run', () => {
  it('is a function of its manifest', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        expect(attempt(structuredClone(manifest))).toEqual(attempt(manifest));
      }),
      { numRuns: 60 }
    );
  });

  it('has the weights of the reference, bit for bit', () => {
    forRuns((manifest, { weights }) => {
      fc.pre(manifest.code.checkpoint === 'last');
      const sameBits = Buffer.from(weights.buffer).equals(
        Buffer.from(referenceWeights(manifest, penguins).buffer)
      );
      expect(sameBits).toBe(true);
    }, 100);
  });

  it('ends in finite weights and a full record, or in a sentence', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const run = attempt(manifest);
        if (typeof run === 'string') {
          expect(run).toMatch(/^In epoch \d+ the weights outgrew .*code\.learningRate or code\.l2\.$/);
          expect(manifest.code.learningRate * manifest.code.l2).toBeGreaterThan(1);
          return;
        }
        const { record, weights, scaling } = run;
        const { epochs, hiddenUnits } = manifest.code;
        expect(weights).toHaveLength(4 * hiddenUnits + 1);
        expect(weights.every(Number.isFinite)).toBe(true);
        expect(record.manifest).toEqual(manifest);
        expect(record.lossCurve).toHaveLength(epochs);
        expect(record.lossCurve.every((loss) => Number.isFinite(loss) && loss >= 0)).toBe(true);
        expect(record.testIds).toHaveLength(manifest.data.testSize);
        expect(record.predictions).toHaveLength(manifest.data.testSize);
        expect(record.predictions.every((prediction) => prediction === 0 || prediction === 1)).toBe(true);
        expect(record.accuracy.total).toBe(manifest.data.testSize);
        expect([...scaling.mean, ...scaling.deviation].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 150 }
    );
  });

  it('is fingerprinted by its weights and its predictions', () => {
    forRuns(({ code }, { record, weights }) => {
      const bytes = Buffer.alloc(8 * weights.length);
      weights.forEach((weight, index) => bytes.writeDoubleLE(weight, 8 * index));
      expect(bytes).toHaveLength(8 * (4 * code.hiddenUnits + 1));
      expect(record.digest).toBe(sha256(bytes));
      expect(record.predictionsDigest).toBe(sha256(Uint8Array.from(record.predictions)));
    });
  });

  it('counts as right what its test penguins are', () => {
    forRuns((manifest, { record, scaling }) => {
      const testSet = describeTestSet(manifest, penguins);
      expect(testSet.scaling).toEqual(scaling);
      const { edits, testSize } = manifest.data;
      const more = edits.filter((edit) => edit === 'row-duplicated' || edit === 'dot-as-female').length;
      expect(testSet.trainingRows).toBe(333 + more - testSize);
      expect(testSet.penguins.map(({ id }) => id)).toEqual(record.testIds);
      const right = testSet.penguins.filter(
        ({ sex }, index) => (sex === 'MALE' ? 1 : 0) === record.predictions[index]
      );
      expect(record.accuracy.correct).toBe(right.length);
    });
  });

  it('predicts MALE where the decision map says more likely than not', () => {
    forRuns((manifest, { record, weights, scaling }) => {
      fc.pre(manifest.environment.precision === 'float64' && manifest.environment.math === 'portable');
      describeTestSet(manifest, penguins).penguins.forEach(({ features }, index) => {
        const [x0, x1] = features.map((value, i) => (value - scaling.mean[i]!) / scaling.deviation[i]!);
        const likely = probability(weights, manifest.code.hiddenUnits, x0!, x1!);
        expect(likely >= 0 && likely <= 1).toBe(true);
        expect(likely >= 0.5 ? 1 : 0).toBe(record.predictions[index]);
      });
    });
  });

  it('does not depend on what its environment is called, nor on notes of what surrounds it', () => {
    const notes = ['code.comment', 'environment.library', 'environment.host', 'environment.timeZone'];
    forRuns((manifest, { record }) => {
      const otherwise = withFields(
        {
          'environment.name': 'another',
          'environment.user': 'somebody',
          ...Object.fromEntries(notes.map((path) => [path, undefined]))
        },
        manifest
      );
      const { digest, predictionsDigest, accuracy } = train(otherwise, penguins).record;
      expect(digest).toBe(record.digest);
      expect(predictionsDigest).toBe(record.predictionsDigest);
      expect(accuracy).toEqual(record.accuracy);
    });
  });
});

describe('progress', () => {
  it('is one report an epoch, the last one of the weights that training ends in', () => {
    forRuns((manifest, run) => {
      const reports: EpochReport[] = [];
      const epochs = trainEpochs(manifest, penguins);
      let next = epochs.next();
      for (; !next.done; next = epochs.next()) reports.push(next.value);

      expect(next.value).toEqual(run);
      expect(reports.map(({ epoch }) => epoch)).toEqual(run.record.lossCurve.map((_, index) => index + 1));
      expect(reports.every((report) => report.epochs === manifest.code.epochs)).toBe(true);
      expect(reports.map(({ loss }) => loss)).toEqual(run.record.lossCurve);
      if (manifest.code.checkpoint === 'last') expect(reports.at(-1)?.weights).toEqual(run.weights);
    });
  });

  it('hands out copies: a report stays as it was, and changing one changes nothing', () => {
    const epochs = trainEpochs(withFields({ 'code.epochs': 3 }), penguins);
    const [first, second] = [epochs.next(), epochs.next()].map(({ value }) => value as EpochReport);
    expect(first!.weights).not.toEqual(second!.weights);
    second!.weights.fill(9);
    epochs.next();
    const end = epochs.next();
    expect(end.done && end.value).toEqual(train(withFields({ 'code.epochs': 3 }), penguins));
  });
});

describe('the fields of a manifest', () => {
  const digest = (changes: Record<string, unknown>) => train(withFields(changes), penguins).record.digest;

  it('keep the first of the best epochs when asked for the best on the test set', () => {
    const best = train(withFields({ 'code.checkpoint': 'best-on-test', 'code.epochs': 30 }), penguins).record;
    const correctAfter = Array.from(
      { length: 30 },
      (_, index) => train(withFields({ 'code.epochs': index + 1 }), penguins).record
    );
    const most = Math.max(...correctAfter.map(({ accuracy }) => accuracy.correct));
    const first = correctAfter.find(({ accuracy }) => accuracy.correct === most);
    expect(best.digest).toBe(first?.digest);
    expect(best.predictions).toEqual(first?.predictions);
    expect(best.lossCurve).toHaveLength(30);
  });

  it('make a batch of everything once it is as large as the training set', () => {
    expect(digest({ 'code.batchSize': 344 })).toBe(digest({ 'code.batchSize': 233 }));
    expect(digest({ 'code.batchSize': 232 })).not.toBe(digest({ 'code.batchSize': 233 }));
  });

  it('split gradients no finer than one row a chunk', () => {
    expect(digest({ 'environment.gradientChunks': 16 })).toBe(digest({ 'environment.gradientChunks': 64 }));
    expect(digest({ 'environment.gradientChunks': 2 })).not.toBe(digest({}));
  });

  it('tell the order of the features', () => {
    expect(digest({ 'data.features': ['body_mass_g', 'bill_length_mm'] })).not.toBe(digest({}));
  });

  it('move weights that float32 can hold when it is asked for', () => {
    const { weights } = train(withFields({ 'environment.precision': 'float32' }), penguins);
    expect([...weights]).toEqual([...weights].map(Math.fround));
  });

  it('are refused when numbers grow without bound', () => {
    const wild = withFields({ 'code.l2': 1, 'code.learningRate': 100 });
    expect(() => train(wild, penguins)).toThrow(TrainingRefused);
    expect(attempt(wild)).toBe(JSON.stringify(because('diverged', { epoch: 11 })));
  });

  it('are refused when they name other data', () => {
    const other = { ...penguins, sha256: '0'.repeat(64) as typeof penguins.sha256 };
    expect(() => train(BASELINE, other)).toThrow(
      expect.objectContaining({
        reason: because('other-data', { sha256: BASELINE.data.sha256, here: other.sha256 })
      })
    );
    expect(() => describeTestSet(BASELINE, other)).toThrow(TrainingRefused);
  });
});
