import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { train, TrainingRefused } from '$lib/trainer';
import base64 from '$lib/trainer/simd/kernel.as.ts?wasm';
import { loadSimdKernel } from '$lib/trainer/simd/simd-kernel';
import {
  chunksOf,
  digestAt,
  emptyRows,
  MOST_RUNS,
  sweepManifest,
  type SweepSpec,
  type Variation
} from '$lib/trainer/sweep';
import { sweepPart } from '$lib/trainer/sweep-handlers';
import { withFields } from './manifests';
import { penguins } from './penguins';

const kernel = loadSimdKernel(Uint8Array.from(Buffer.from(base64, 'base64')));

const seed = fc.integer({ min: 0, max: 0xffffffff });
const variation: fc.Arbitrary<Variation> = fc.oneof(
  fc.constant({ kind: 'nothing' as const }),
  fc.record({ kind: fc.constantFrom('seed' as const, 'splitSeed' as const), from: seed })
);
const anySpec = (mostEpochs: number, mostRuns: number): fc.Arbitrary<SweepSpec> =>
  fc.record({
    base: fc
      .record({
        'code.epochs': fc.integer({ min: 1, max: mostEpochs }),
        'code.hiddenUnits': fc.integer({ min: 1, max: 64 }),
        'environment.precision': fc.constantFrom('float64', 'float32')
      })
      .map((fields) => withFields(fields, RECORDED)),
    varies: variation,
    count: fc.integer({ min: 1, max: mostRuns })
  });

describe('a sweep', () => {
  it('is cut into chunks that hold each run once, in order', () => {
    fc.assert(
      fc.property(anySpec(1000, MOST_RUNS), (spec) => {
        const chunks = chunksOf(spec);
        expect(chunks[0]!.from).toBe(0);
        expect(chunks.at(-1)?.to).toBe(spec.count);
        chunks.forEach(({ from, to }, index) => {
          expect(to).toBeGreaterThan(from);
          expect(to).toBe(chunks[index + 1]?.from ?? spec.count);
        });
      })
    );
  });

  it('comes in chunks of some dozens of baselines, and of single runs where each is heavy', () => {
    const largest = (base: typeof BASELINE) => {
      const { from, to } = chunksOf({ base, varies: { kind: 'nothing' }, count: MOST_RUNS })[0]!;
      return to - from;
    };
    expect(largest(BASELINE)).toBeGreaterThan(15);
    expect(largest(BASELINE)).toBeLessThan(50);
    expect(largest(withFields({ 'code.epochs': 1000, 'code.hiddenUnits': 64 }))).toBe(1);
  });

  it('varies what it says, and nothing else', () => {
    const at = (varies: Variation, index: number) =>
      sweepManifest({ base: RECORDED, varies, count: 10 }, index);
    expect(at({ kind: 'nothing' }, 7)).toEqual(RECORDED);
    expect(at({ kind: 'seed', from: 5 }, 2)).toEqual(withFields({ 'environment.seed': 7 }, RECORDED));
    expect(at({ kind: 'splitSeed', from: 5 }, 2)).toEqual(withFields({ 'data.splitSeed': 7 }, RECORDED));
    expect(at({ kind: 'seed', from: 0xffffffff }, 1).environment.seed).toBe(0);
  });
});

describe('a part of a sweep', () => {
  it.each([
    ['with the SIMD kernel', kernel],
    ['without it', null]
  ])('has, %s, what training each of its manifests gives', (_, kernel) => {
    fc.assert(
      fc.property(anySpec(3, 20), fc.nat(19), (spec, from) => {
        fc.pre(from < spec.count);
        const to = Math.min(spec.count, from + 5);
        const { rows, simd } = sweepPart(spec, { from, to }, penguins, kernel);
        expect(rows.count).toBe(to - from);
        for (let index = from; index < to; index++) {
          const { record } = train(sweepManifest(spec, index), penguins);
          const row = index - from;
          expect([rows.correct[row], rows.total[row]]).toEqual([record.accuracy.correct, 100]);
          expect(digestAt(rows, row)).toBe(record.digest);
        }
        const isCovered = spec.base.environment.precision === 'float64';
        expect(simd).toBe(kernel && isCovered ? to - from : 0);
      }),
      { numRuns: 40 }
    );
  });

  it('leaves the row of a run empty whose numbers outgrow everything, and its neighbours as they are', () => {
    const wild = withFields({ 'code.l2': 0.525633, 'code.learningRate': 100, 'code.epochs': 12 });
    const spec: SweepSpec = { base: wild, varies: { kind: 'seed', from: 0 }, count: 12 };
    const { rows, simd } = sweepPart(spec, { from: 0, to: 12 }, penguins, kernel);
    const refused = [...rows.total].map((total) => total === 0);
    expect(refused).toEqual([1, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0, 0].map(Boolean));
    for (const [run, isRefused] of refused.entries()) {
      const alone = () => train(sweepManifest(spec, run), penguins).record;
      if (isRefused) {
        expect(alone).toThrow(TrainingRefused);
        expect(digestAt(rows, run)).toBe('0'.repeat(64));
      } else {
        expect(digestAt(rows, run)).toBe(alone().digest);
        expect([rows.correct[run], rows.total[run]]).toEqual([alone().accuracy.correct, 100]);
      }
    }
    expect(simd).toBeLessThanOrEqual(refused.filter((isRefused) => !isRefused).length);
  });

  it('takes under a megabyte for as many runs as there may be', () => {
    const { correct, total, digests } = emptyRows(MOST_RUNS);
    expect(correct.byteLength + total.byteLength + digests.byteLength).toBeLessThan(1e6);
  });
});
