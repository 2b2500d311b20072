import { describe, expect, it } from 'vitest';
import { BASELINE, toDigest, type RunRecord } from '$lib/experiment';
import { isBroken, type Criterion } from '$lib/experiment/lab';

const BITS = toDigest('a'.repeat(64));
const OTHER_BITS = toDigest('b'.repeat(64));

const run = (changes: Partial<RunRecord> = {}): RunRecord => ({
  manifest: BASELINE,
  accuracy: { correct: 3, total: 4 },
  digest: BITS,
  predictionsDigest: BITS,
  lossCurve: [0.5],
  testIds: [1, 2, 3, 4],
  predictions: [0, 1, 0, 1],
  ...changes
});

const brokenBy = (later: RunRecord, tolerance?: number): Criterion[] =>
  (['bits', 'predictions', 'score'] as const).filter((criterion) =>
    isBroken(criterion, run(), later, tolerance)
  );

describe('what is broken', () => {
  it.each<[what: string, changes: Partial<RunRecord>, by: Criterion[]]>([
    ['nothing', {}, []],
    ['the bits alone', { digest: OTHER_BITS }, ['bits']],
    [
      'a prediction, at the same score',
      { digest: OTHER_BITS, predictions: [1, 1, 0, 1] },
      ['bits', 'predictions']
    ],
    [
      'everything',
      { digest: OTHER_BITS, predictions: [1, 1, 0, 1], accuracy: { correct: 2, total: 4 } },
      ['bits', 'predictions', 'score']
    ],
    ['the score alone, by a corrected test label', { accuracy: { correct: 4, total: 4 } }, ['score']],
    [
      'the test set, with every common prediction equal',
      { testIds: [1, 2, 3, 5], predictions: [0, 1, 0, 0] },
      ['predictions']
    ],
    [
      'the size of the test set, at an equal share of right ones',
      {
        testIds: [1, 2, 3, 4, 5, 6, 7, 8],
        predictions: [0, 1, 0, 1, 0, 0, 0, 0],
        accuracy: { correct: 6, total: 8 }
      },
      ['predictions']
    ]
  ])('%s', (_, changes, by) => {
    expect(brokenBy(run(changes))).toEqual(by);
  });

  it('is a score further off than the tolerance, and not one as far', () => {
    const total = 100;
    const then = run({ accuracy: { correct: 85, total } });
    const off = (correct: number, tolerance: number) =>
      isBroken('score', then, run({ accuracy: { correct, total } }), tolerance);
    expect([off(86, 0), off(84, 0), off(85, 0)]).toEqual([true, true, false]);
    expect([off(86, 1), off(84, 1), off(87, 1), off(83, 1)]).toEqual([false, false, true, true]);
    expect([off(86, 0.5), off(85, 0.5)]).toEqual([true, false]);
  });

  it('is measured without rounding', () => {
    const third = run({ accuracy: { correct: 1, total: 3 } });
    expect(isBroken('score', third, run({ accuracy: { correct: 33, total: 99 } }))).toBe(false);
    expect(isBroken('score', third, run({ accuracy: { correct: 100, total: 301 } }))).toBe(true);
  });

  it('by bits or predictions has no tolerance', () => {
    expect(brokenBy(run({ digest: OTHER_BITS, predictions: [1, 1, 0, 1] }), 100)).toEqual([
      'bits',
      'predictions'
    ]);
  });
});
