import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PiledRuns } from '$lib/browser/lab/spread/runs';
import { spreadStats } from '$lib/machine/lab/spread/stats';
import { PENGUINS, piled, rowsOf, SEEDS } from '../../../views/lab/spread/spreads';

const accuracies = fc.array(fc.integer({ min: 0, max: PENGUINS }), { minLength: 1, maxLength: 300 });

describe('statistics from piles', () => {
  it('are those of the sorted list', () => {
    fc.assert(
      fc.property(accuracies, (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const n = sorted.length;
        const rank = (percent: number) => sorted[Math.max(1, Math.ceil((percent * n) / 100)) - 1];
        const middle = n % 2 === 1 ? sorted[(n - 1) / 2] : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
        const piles = values.map((value) => values.filter((other) => other === value).length);
        expect(spreadStats(piled(values).counts)).toEqual({
          runs: n,
          least: sorted[0],
          most: sorted[n - 1],
          median: middle,
          low: rank(5),
          high: rank(95),
          highest: Math.max(...piles)
        });
      })
    );
  });

  it('leave at most one run in twenty below the band, and as many above', () => {
    fc.assert(
      fc.property(accuracies, (values) => {
        const stats = spreadStats(piled(values).counts)!;
        expect(values.filter((value) => value < stats.low).length).toBeLessThanOrEqual(values.length / 20);
        expect(values.filter((value) => value > stats.high).length).toBeLessThanOrEqual(values.length / 20);
      })
    );
  });

  it('say nothing of no runs', () => {
    expect(spreadStats(new Uint32Array(PENGUINS + 1))).toBeNull();
  });
});

/** Spans that cover all runs, each once, in any order. */
const cut = (length: number, at: readonly number[], order: readonly number[]) => {
  const edges = [...new Set([0, ...at.map((edge) => edge % length), length])].sort((a, b) => a - b);
  const spans = edges.slice(1).map((to, index) => ({ from: edges[index]!, to }));
  return spans
    .map((span, index) => ({ span, key: order[index % order.length]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ span }) => span);
};

describe('runs that arrive bit by bit', () => {
  it('pile up to the same as all at once, in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: PENGUINS }), { freq: 9 }), {
          minLength: 1,
          maxLength: 200
        }),
        fc.array(fc.nat(20), { minLength: 1 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        (values, some, edges, order) => {
          const digests = values.map((_, run) => some[run % some.length]!);
          const rows = rowsOf(values, digests);
          const bitByBit = new PiledRuns({ ...SEEDS, runs: values.length }, PENGUINS);
          for (const span of cut(values.length, edges, order)) bitByBit.take(rows, span);
          const atOnce = piled(values, {}, digests);
          const known = values.flatMap((value, run) => (value === null ? [] : [digests[run]]));
          for (const runs of [bitByBit, atOnce]) {
            expect(runs.done).toBe(values.length);
            expect(runs.dots).toBe(known.length);
            expect(runs.refused).toBe(values.length - known.length);
            expect(runs.digests).toBe(new Set(known).size);
          }
          expect(bitByBit.counts).toEqual(atOnce.counts);
        }
      )
    );
  });

  it('have one dot each: every run stands in its pile, at a place of its own', () => {
    fc.assert(
      fc.property(accuracies, (values) => {
        const runs = piled(values);
        for (const [run, value] of values.entries()) {
          expect(runs.correctOf(run)).toBe(value);
          expect(runs.runAt(value, runs.placeOf(run))).toBe(run);
          expect(runs.placeOf(run)).toBeLessThan(runs.counts[value]!);
        }
      })
    );
  });
});
