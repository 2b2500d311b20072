import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measured } from '$lib/machine/cost/plan';
import type { Digest } from '$lib/experiment';
import { durationText, LENGTHS } from '$lib/views/cost/durations';
import {
  costRows,
  GROWTH_SIZE,
  growthChart,
  growthRows,
  pythonText,
  resultText,
  yourCosts
} from '$lib/views/cost/view';

const MEASURED: Measured = {
  train: 6,
  digest: 'aa' as Digest,
  bytes: 606,
  save: 0.01,
  hash: 0.04,
  bisect: { 3: { tries: 6, time: 40 }, 6: { tries: 13, time: 90 }, 8: { tries: 20, time: 150 } },
  many: 2500
};

describe('what was measured', () => {
  it.each([
    [0.0123, '0.012 milliseconds'],
    [6, '6 milliseconds'],
    [1500, '1.5 seconds'],
    [60_000, '1 minute'],
    [72 * 3_600_000, '3 days']
  ])('takes %s ms, in words', (time, text) => {
    expect(durationText(time)).toBe(text);
  });

  it('is told and drawn, what takes longer never with the shorter bar', () => {
    const rows = costRows(MEASURED, { took: 2600, digest: MEASURED.digest });
    expect(rows.map(({ took }) => took)).toContain('150 milliseconds');
    expect(rows.map(({ share }) => share)).toEqual([...rows.map(({ share }) => share)].sort((a, b) => a - b));
    expect(rows).toHaveLength(8);
    expect(resultText(MEASURED)).toContain('3,000 times');
  });

  it('has a place for Python before that was run, without a bar', () => {
    expect(costRows(MEASURED, null).at(-1)).toMatchObject({ id: 'python', took: 'not run yet', share: 0 });
    expect(pythonText(MEASURED, null)).toBe('');
  });

  it('says how many times as long Python took, and whether it gave the same bits', () => {
    expect(pythonText(MEASURED, { took: 2600, digest: MEASURED.digest })).toMatch(
      /2\.6 seconds, 430 times .*the same bits/
    );
    expect(pythonText(MEASURED, { took: 2600, digest: 'bb' as Digest })).toMatch(/other bits/);
  });

  it('costs in proportion to the training, and the written line does not', () => {
    const [short, long] = [LENGTHS[0], LENGTHS[LENGTHS.length - 1]!].map((length) =>
      yourCosts(MEASURED, length)
    );
    expect(short![2]!.text).toBe('120 milliseconds');
    expect(long![2]!.text).toBe('120 days');
    expect(long![3]).toEqual(short![3]);
  });
});

it('the chart stays within its frame, and no measured search is above the worst case', () => {
  const anyTries = fc.integer({ min: 1, max: 147 });
  fc.assert(
    fc.property(anyTries, anyTries, anyTries, (a, b, c) => {
      const time = 1;
      const rows = growthRows({
        ...MEASURED,
        bisect: { 3: { tries: a, time }, 6: { tries: b, time }, 8: { tries: c, time } }
      });
      expect(rows.find(({ n }) => n === 8)).toMatchObject({ measured: c, all: 256 });
      const { dots, across, up } = growthChart(rows);
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThan(GROWTH_SIZE.left);
        expect(x).toBeLessThan(GROWTH_SIZE.width - GROWTH_SIZE.right);
        expect(y).toBeLessThanOrEqual(GROWTH_SIZE.height - GROWTH_SIZE.bottom);
      }
      expect(across).toHaveLength(rows.length);
      expect(up[0]?.text).toBe('1');
    })
  );
});
