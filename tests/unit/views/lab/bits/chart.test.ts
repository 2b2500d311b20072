import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEpoch } from '$lib/trainer/lab';
import { growthChart } from '$lib/views/lab/bits/chart';
import { traceOf } from './traces';

const ulps = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 64, noNaN: true }).map((power) => 2 ** power)
);
const epochs: fc.Arbitrary<Partial<TraceEpoch>[]> = fc.array(
  fc.record({
    ulps: fc.tuple(ulps, ulps).map(([a, b]) => ({ median: Math.min(a, b), largest: Math.max(a, b) })),
    flipped: fc.uniqueArray(fc.nat(99), { maxLength: 20 })
  }),
  { minLength: 1, maxLength: 60 }
);
const widths = fc.integer({ min: 260, max: 1200 });

describe('the chart of the growing difference', () => {
  it('holds everything within itself, whatever it shows and however wide it is', () => {
    fc.assert(
      fc.property(epochs, widths, (parts, width) => {
        const trace = traceOf(...parts);
        const chart = growthChart(trace, width);
        for (const { epoch, ulps } of trace.epochs) {
          expect(chart.across(epoch)).toBeGreaterThanOrEqual(chart.plot.left);
          expect(chart.across(epoch)).toBeLessThanOrEqual(chart.plot.right + 1e-9);
          expect(chart.up(ulps.largest)).toBeGreaterThanOrEqual(chart.plot.top - 1e-9);
          expect(chart.up(ulps.largest)).toBeLessThanOrEqual(chart.up(ulps.median));
          expect(chart.up(ulps.median)).toBeLessThanOrEqual(chart.plot.bottom);
        }
        for (const { height } of chart.flips)
          expect(chart.flipFloor - height).toBeGreaterThan(chart.plot.bottom);
      })
    );
  });

  it('shows 0 on a line of its own, below 1', () => {
    const chart = growthChart(traceOf({}), 640);
    expect(chart.up(0)).toBe(chart.plot.bottom);
    expect(chart.up(1)).toBeLessThan(chart.up(0) - 12);
    expect(chart.distances.slice(0, 3).map(({ text }) => text)).toEqual(['0 = equal', '1', '10^3']);
  });

  it('has the same axis for all, so that what stays tiny looks tiny', () => {
    const axis = (largest: number) => growthChart(traceOf({ ulps: { median: 0, largest } }), 640).distances;
    expect(axis(3)).toEqual(axis(9e18));
  });

  it('marks the first epoch with flips, and every one of them', () => {
    const chart = growthChart(traceOf({}, { flipped: [1] }, {}, { flipped: [1, 2] }, {}), 640);
    expect(chart.firstFlip).toEqual({ at: chart.across(2), text: 'epoch 2: first flip', before: false });
    expect(chart.flips.map(({ at }) => at)).toEqual([chart.across(2), chart.across(4)]);
    expect(chart.flips[0]!.height).toBeLessThan(chart.flips[1]!.height);
    expect(growthChart(traceOf({}), 640).firstFlip).toBeNull();
  });

  it('puts the label of a late flip before its line, where there is room', () => {
    const late = growthChart(traceOf({}, {}, {}, { flipped: [1] }), 640);
    expect(late.firstFlip?.before).toBe(true);
  });

  it('labels epochs as densely as fits', () => {
    const parts = Array.from({ length: 100 }, () => ({}));
    const gap = (width: number) => {
      const [first, second] = growthChart(traceOf(...parts), width).epochs;
      return { pixels: second!.at - first!.at, text: second!.text };
    };
    expect(gap(748).text).toBe('10');
    for (const width of [264, 400, 748, 1200]) expect(gap(width).pixels).toBeGreaterThanOrEqual(44);
  });
});
