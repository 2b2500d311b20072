import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { describeTestSet } from '$lib/trainer';
import { isWithin } from '$lib/views/area';
import { apart, mapMarks, marksPath, squareHalf } from '$lib/views/map-marks';
import { mapScales } from '$lib/views/map-scales';
import { penguinsView } from '$lib/views/penguins';
import { decisionArea } from '$lib/views/decision-map';
import { realDataset, realRun } from '../machine/fake-trainer';
import { stateAt } from './lesson/real-lesson';

const everywhere = () => true;
const gaps = (points: readonly (readonly [number, number])[]) =>
  points.flatMap(([x, y], index) => points.slice(index + 1).map(([x2, y2]) => Math.hypot(x2 - x, y2 - y)));

describe('marks moved apart', () => {
  const coordinate = fc.double({ min: 0, max: 60, noNaN: true });
  const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 30 });

  it('stay near where they belong, and never go where they may not be', () => {
    const left = ([x]: readonly [number, number]) => x < 30;
    fc.assert(
      fc.property(points, (belong) => {
        apart(belong, 9, left).forEach(([x, y], index) => {
          const [homeX, homeY] = belong[index]!;
          expect(Math.hypot(x - homeX, y - homeY)).toBeLessThanOrEqual(7);
          if (x !== homeX || y !== homeY) expect(x).toBeLessThan(30);
        });
      })
    );
  });

  it('do not move when none is too near another', () => {
    fc.assert(
      fc.property(points, (belong) => {
        const least = Math.min(Infinity, ...gaps(belong));
        expect(apart(belong, least, everywhere)).toEqual(belong);
      })
    );
  });

  it('lie apart where there is room, even those that belong in one place', () => {
    for (const together of [2, 3, 5]) {
      const placed = apart(
        Array.from({ length: together }, () => [20, 20] as const),
        6,
        everywhere
      );
      expect(Math.min(...gaps(placed)), `${together}`).toBeGreaterThan(4);
    }
  });

  it('end in the same places each time', () => {
    fc.assert(
      fc.property(points, (belong) => {
        expect(apart(belong, 9, everywhere)).toEqual(apart(belong, 9, everywhere));
      })
    );
  });
});

describe('the marks of the lesson', () => {
  const state = stateAt(5, 'library-default');
  const { penguins } = describeTestSet(BASELINE, realDataset);
  const scales = mapScales(penguins);
  const areaOf = (manifest: typeof BASELINE) => {
    const { weights, scaling } = realRun(manifest);
    return decisionArea(weights, manifest.code.hiddenUnits, scaling, scales);
  };
  const areas = [areaOf(state.saved), areaOf(state.loaded)] as const;
  const size = { width: 443, height: 421 };
  const views = penguinsView(penguins, scales, state);
  const flippedIds = state.comparison?.flipped ?? [];
  const marks = mapMarks(views, flippedIds, areas, size);

  it('keep the order of the penguins, and leave those in place that are answered alike', () => {
    expect(marks.map(({ penguin }) => penguin)).toEqual(views);
    for (const { penguin, x, y, flipped } of marks) {
      if (!flipped) expect([x, y]).toEqual([penguin.x * size.width, penguin.y * size.height]);
    }
  });

  it('stand on the ground that the models dispute, and can all be counted', () => {
    const flipped = marks.filter((mark) => mark.flipped);
    expect(flipped).toHaveLength(28);
    const disputed = flipped.filter(({ x, y }) => {
      const point = [x / size.width, y / size.height] as const;
      return isWithin(areas[0], point) !== isWithin(areas[1], point);
    });
    expect(disputed.length).toBeGreaterThanOrEqual(27); // one may lie within a cell of a border
    expect(Math.min(...gaps(flipped.map(({ x, y }) => [x, y] as const)))).toBeGreaterThan(5);
  });

  it('are drawn in one for each sex, those that are answered alike, each around its place', () => {
    for (const [sex, left] of [
      ['FEMALE', 4],
      ['MALE', squareHalf(4)]
    ] as const) {
      const alike = marks.filter(({ penguin, flipped }) => penguin.sex === sex && !flipped);
      const starts = [...marksPath(marks, sex, 4).matchAll(/M([\d.]+) ([\d.]+)/g)];
      expect(starts.map(([, x]) => Number(x) + left)).toEqual(alike.map(({ x }) => expect.closeTo(x, 6)));
      const down = sex === 'MALE' ? left : 0;
      expect(starts.map(([, , y]) => Number(y) + down)).toEqual(alike.map(({ y }) => expect.closeTo(y, 6)));
    }
  });
});
