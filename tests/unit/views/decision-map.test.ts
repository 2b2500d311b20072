import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { describeTestSet, probability } from '$lib/trainer';
import { MAP_SIZE, mapScales } from '$lib/views';
import { decisionBands } from '$lib/views/decision-map';
import { realDataset, realRun } from '../machine/fake-trainer';

const { penguins } = describeTestSet(BASELINE, realDataset);
const { weights, scaling, record } = realRun(BASELINE);
const { hiddenUnits } = BASELINE.code;
const scales = mapScales(penguins);
const bands = decisionBands(weights, hiddenUnits, scaling, scales);

type Point = [x: number, y: number];

/** The rings of a path of straight lines. */
const ringsOf = (path: string): Point[][] =>
  path
    .split('M')
    .slice(1)
    .map((ring) =>
      ring
        .replaceAll('Z', '')
        .split('L')
        .map((point) => point.split(',').map(Number) as Point)
    );

/** Whether a point lies within a path, holes left out: by how often a ray to the right crosses it. */
function within(path: string, [x, y]: Point): boolean {
  let inside = false;
  for (const ring of ringsOf(path)) {
    ring.forEach(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    });
  }
  return inside;
}

describe('the scales of the decision map', () => {
  it('hold every test penguin, with room at the edges', () => {
    for (const { features } of penguins) {
      const [x, y] = [scales.x(features[0]), scales.y(features[1])];
      expect(x > 0 && x < MAP_SIZE.width && y > 0 && y < MAP_SIZE.height).toBe(true);
    }
  });

  it('put long bills to the right and heavy bodies at the top', () => {
    expect(scales.x(50)).toBeGreaterThan(scales.x(40));
    expect(scales.y(5000)).toBeLessThan(scales.y(4000));
  });
});

describe('the bands of the decision map', () => {
  const middles = Array.from({ length: 12 * 9 }, (_, index): Point => [
    ((index % 12) + 0.5) * 18,
    (Math.floor(index / 12) + 0.5) * (MAP_SIZE.height / 9)
  ]);

  it('come from the lowest probability to the highest, with the decision among them', () => {
    const levels = bands.map(({ level }) => level);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(levels).toContain(0.5);
    expect(levels.every((level) => level > 0 && level < 1)).toBe(true);
  });

  it('nest: a band of higher probability lies within those below it', () => {
    for (let index = 1; index < bands.length; index++) {
      for (const point of middles) {
        if (within(bands[index].path, point)) expect(within(bands[index - 1].path, point)).toBe(true);
      }
    }
  });

  it('stay within the drawing', () => {
    for (const [x, y] of bands.flatMap(({ path }) => ringsOf(path).flat())) {
      expect(x >= 0 && x <= MAP_SIZE.width && y >= 0 && y <= MAP_SIZE.height).toBe(true);
    }
  });

  it('say of a place what the model says of it, wherever it is not on the edge', () => {
    const decision = bands.find(({ level }) => level === 0.5)?.path ?? '';
    let sure = 0;
    for (const point of middles) {
      const input = (value: number, feature: 0 | 1) =>
        (value - scaling.mean[feature]) / scaling.deviation[feature];
      const male = probability(
        weights,
        hiddenUnits,
        input(scales.x.invert(point[0]), 0),
        input(scales.y.invert(point[1]), 1)
      );
      if (Math.abs(male - 0.5) < 0.2) continue;
      sure++;
      expect(within(decision, point)).toBe(male > 0.5);
    }
    expect(sure).toBeGreaterThan(50);
  });

  it('put nearly every penguin on the side that the run predicted', () => {
    const decision = bands.find(({ level }) => level === 0.5)?.path ?? '';
    const agreeing = penguins.filter(({ id, features }) => {
      const male = record.predictions[record.testIds.indexOf(id)] === 1;
      return within(decision, [scales.x(features[0]), scales.y(features[1])]) === male;
    });
    expect(agreeing.length).toBeGreaterThanOrEqual(95);
  });
});
