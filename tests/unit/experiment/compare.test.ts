import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BASELINE,
  compare,
  digestBytes,
  isMatch,
  percent,
  shortDigest,
  toDigest,
  type RunRecord
} from '$lib/experiment';

const A = toDigest('a'.repeat(64));
const B = toDigest(`${'a'.repeat(62)}bb`);

/** A run that predicted these for penguins 10, 11, 12 …; `correct` counts those that are right. */
const run = (
  digest: typeof A,
  predictions: (0 | 1)[],
  correct: number,
  testIds = predictions.map((_, index) => 10 + index)
): RunRecord => ({
  manifest: BASELINE,
  accuracy: { correct, total: predictions.length },
  digest,
  predictionsDigest: A,
  lossCurve: [],
  testIds,
  predictions
});

describe('a comparison', () => {
  const then = run(A, [1, 0, 1, 0], 3);

  it('is identical when the digests are equal', () => {
    expect(compare(then, run(A, [1, 0, 1, 0], 3))).toEqual({
      kind: 'identical',
      flipped: [],
      differingBytes: []
    });
  });

  it('is equivalent when bits differ and every prediction is equal', () => {
    expect(compare(then, run(B, [1, 0, 1, 0], 3))).toEqual({
      kind: 'equivalent',
      flipped: [],
      differingBytes: [31]
    });
  });

  it('is the same score when predictions flip and as many are right', () => {
    expect(compare(then, run(B, [0, 1, 1, 0], 3))).toMatchObject({ kind: 'same-score', flipped: [10, 11] });
  });

  it('is a mismatch when the accuracy differs', () => {
    expect(compare(then, run(B, [1, 0, 1, 1], 2))).toMatchObject({ kind: 'mismatch', flipped: [13] });
  });

  it('is not equivalent when other penguins were tested', () => {
    const elsewhere = run(B, [1, 0, 1, 0], 3, [10, 11, 12, 99]);
    expect(compare(then, elsewhere)).toMatchObject({ kind: 'same-score', flipped: [] });
    expect(compare(then, run(B, [1, 0], 2))).toMatchObject({ kind: 'mismatch', flipped: [] });
  });

  it('compares accuracies as fractions', () => {
    expect(compare(run(A, [1, 0], 1), run(B, [1, 0, 1, 0], 2)).kind).toBe('same-score');
  });

  it('finds flips by penguin, not by position', () => {
    const later = run(B, [0, 1], 1, [11, 10]);
    expect(compare(run(A, [1, 0], 1), later).flipped).toEqual([]);
  });

  it('counts as a match when no prediction differs', () => {
    const kinds = ['identical', 'equivalent', 'same-score', 'mismatch'] as const;
    expect(kinds.map((kind) => isMatch({ kind }))).toEqual([true, true, false, false]);
  });
});

const anyDigest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => toDigest(Buffer.from(bytes).toString('hex')));

const anyRun = fc
  .tuple(
    fc.constantFrom(A, B),
    fc.array(fc.constantFrom<0 | 1>(0, 1), { minLength: 4, maxLength: 4 }),
    fc.nat(4)
  )
  .map(([digest, predictions, correct]) => run(digest, predictions, correct));

describe('laws of comparing', () => {
  it('a run is identical to itself', () => {
    fc.assert(fc.property(anyRun, (record) => compare(record, record).kind === 'identical'));
  });

  it('then and later may change places', () => {
    fc.assert(
      fc.property(anyRun, anyRun, (one, other) => {
        expect(compare(one, other)).toEqual(compare(other, one));
      })
    );
  });

  it('the strictest kind that holds is the one that is told', () => {
    fc.assert(
      fc.property(anyRun, anyRun, (then, later) => {
        const { kind, flipped } = compare(then, later);
        const expected =
          then.digest === later.digest
            ? 'identical'
            : flipped.length === 0
              ? 'equivalent'
              : then.accuracy.correct === later.accuracy.correct
                ? 'same-score'
                : 'mismatch';
        expect(kind).toBe(expected);
      })
    );
  });

  it('the differing bytes are those of the digests', () => {
    fc.assert(
      fc.property(anyDigest, anyDigest, (one, other) => {
        const { differingBytes } = compare(run(one, [1], 1), run(other, [1], 1));
        const expected = digestBytes(one).flatMap((byte, i) => (byte === digestBytes(other)[i] ? [] : [i]));
        expect(differingBytes).toEqual(expected);
        expect(differingBytes.length === 0).toBe(one === other);
      })
    );
  });
});

describe('a digest', () => {
  it('is 32 bytes, and shown by its ends', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        expect(Buffer.from(digestBytes(digest)).toString('hex')).toBe(digest);
        expect(shortDigest(digest)).toBe(`${digest.slice(0, 8)}…${digest.slice(-5)}`);
      })
    );
  });

  it.each(['', 'a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), `${'a'.repeat(63)}g`, `${'a'.repeat(64)}\n`])(
    'is not %j',
    (text) => expect(() => toDigest(text)).toThrow(TypeError)
  );
});

it('per cent is of all test rows', () => {
  expect(percent({ correct: 85, total: 100 })).toBe(85);
  expect(percent({ correct: 1, total: 8 })).toBe(12.5);
});
