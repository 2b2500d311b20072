import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotLayout, spreadAxis } from '$lib/views/lab/spread/layout';
import { spreadStats } from '$lib/machine/lab/spread/stats';
import { runNear, walked } from '$lib/views/lab/spread/walk';
import { PENGUINS, piled } from './spreads';

const accuracies = fc.array(fc.integer({ min: 40, max: PENGUINS }), { minLength: 1, maxLength: 400 });
const sizes = fc.record({
  width: fc.integer({ min: 240, max: 900 }),
  height: fc.integer({ min: 120, max: 300 })
});

function drawn(values: readonly number[], size: { width: number; height: number }) {
  const runs = piled(values);
  const stats = spreadStats(runs.counts)!;
  const axis = spreadAxis([stats], PENGUINS, 85);
  return { runs, axis, layout: dotLayout(axis, PENGUINS, stats.highest, size) };
}

describe('the drawing of a spread', () => {
  it('holds every dot, and no two in the same place', () => {
    fc.assert(
      fc.property(accuracies, sizes, (values, size) => {
        const { runs, layout } = drawn(values, size);
        const places = values.map((value, run) => layout.dot(value, runs.placeOf(run)));
        for (const { x, y } of places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(size.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(size.height);
        }
        expect(new Set(places.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(values.length);
      })
    );
  });

  it('finds every dot where it is drawn', () => {
    fc.assert(
      fc.property(accuracies, sizes, (values, size) => {
        const { runs, layout } = drawn(values, size);
        for (const [run, value] of values.entries()) {
          expect(runNear(runs, layout, layout.dot(value, runs.placeOf(run)))).toBe(run);
        }
      })
    );
  });

  it('finds nothing far from all dots', () => {
    const { runs, layout } = drawn([85, 85, 86], { width: 600, height: 260 });
    expect(runNear(runs, layout, { x: layout.x(78), y: 250 })).toBeNull();
    expect(runNear(runs, layout, { x: layout.x(85), y: 20 })).toBeNull();
  });

  it('fits ten thousand runs in one pile', () => {
    const layout = dotLayout({ from: 75, to: 95, ticks: [] }, PENGUINS, 10_000, { width: 270, height: 150 });
    expect(layout.dot(85, 9999).y).toBeGreaterThanOrEqual(0);
  });

  it('has an axis from one multiple of 5 to another that holds all, and ten points around the lesson', () => {
    expect(spreadAxis([], PENGUINS, 85)).toEqual({ from: 75, to: 95, ticks: [75, 80, 85, 90, 95] });
    fc.assert(
      fc.property(accuracies, (values) => {
        const { axis } = drawn(values, { width: 600, height: 260 });
        expect(axis.from % 5 === 0 && axis.to % 5 === 0).toBe(true);
        expect(axis.from).toBeLessThanOrEqual(Math.min(...values, 75));
        expect(axis.to).toBeGreaterThanOrEqual(Math.max(...values, 95));
      })
    );
  });
});

describe('walking the dots', () => {
  // 84: runs 0, 3; 85: run 1; 88: runs 2, 4, 5
  const runs = piled([84, 85, 88, 84, 88, 88]);
  const from = (run: number | null, key: string) => walked(runs, run, key, 2);

  it('goes along the accuracies and up and down the piles, and stays at the ends', () => {
    expect(from(null, 'ArrowRight')).toBe(0);
    expect(from(0, 'ArrowRight')).toBe(1);
    expect(from(1, 'ArrowRight')).toBe(2);
    expect(from(2, 'ArrowRight')).toBe(2);
    expect(from(2, 'ArrowUp')).toBe(4);
    expect(from(5, 'ArrowUp')).toBe(5);
    expect(from(5, 'ArrowLeft')).toBe(1);
    expect(from(4, 'ArrowDown')).toBe(2);
    expect(from(1, 'Home')).toBe(0);
    expect(from(1, 'End')).toBe(2);
  });

  it('leaves other keys alone, and has nowhere to go without dots', () => {
    expect(from(1, 'Enter')).toBeNull();
    expect(from(1, 'a')).toBeNull();
    expect(walked(piled([]), null, 'ArrowRight', 2)).toBeNull();
  });

  it('reaches every dot', () => {
    fc.assert(
      fc.property(accuracies, (values) => {
        const all = piled(values);
        const reached = new Set<number>();
        let column = walked(all, null, 'Home', 1)!;
        for (;;) {
          let run = column;
          while (all.placeOf(run) > 0) run = walked(all, run, 'ArrowDown', 1)!;
          for (let before = -1; before !== run;) {
            reached.add(run);
            before = run;
            run = walked(all, run, 'ArrowUp', 1)!;
          }
          const next = walked(all, column, 'ArrowRight', 1)!;
          if (next === column) break;
          column = next;
        }
        expect(reached.size).toBe(values.length);
      })
    );
  });
});
