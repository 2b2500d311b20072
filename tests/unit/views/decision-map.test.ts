import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { describeTestSet, probability } from '$lib/trainer';
import { isWithin } from '$lib/views/area';
import { mapScales } from '$lib/views/map-scales';
import { decisionArea } from '$lib/views/decision-map';
import { realDataset, realRun } from '../machine/fake-trainer';

const { penguins } = describeTestSet(BASELINE, realDataset);
const { weights, scaling, record } = realRun(BASELINE);
const { hiddenUnits } = BASELINE.code;
const scales = mapScales(penguins);
const area = decisionArea(weights, hiddenUnits, scaling, scales);

describe('the scales of the decision map', () => {
  it('hold every test penguin, with room at the edges', () => {
    for (const { features } of penguins) {
      const [x, y] = [scales.x(features[0]), scales.y(features[1])];
      expect(x > 0 && x < 1 && y > 0 && y < 1).toBe(true);
    }
  });

  it('put long bills to the right and heavy bodies at the top', () => {
    expect(scales.x(50)).toBeGreaterThan(scales.x(40));
    expect(scales.y(5000)).toBeLessThan(scales.y(4000));
  });
});

describe('where a model says male', () => {
  const middles = Array.from(
    { length: 12 * 9 },
    (_, index) => [((index % 12) + 0.5) / 12, (Math.floor(index / 12) + 0.5) / 9] as const
  );

  it('is what the model says of a place, wherever it is not on the edge', () => {
    let sure = 0;
    for (const point of middles) {
      const input = (value: number, feature: 0 | 1) =>
        (value - scaling.mean[feature]!) / scaling.deviation[feature]!;
      const male = probability(
        weights,
        hiddenUnits,
        input(scales.x.invert(point[0]), 0),
        input(scales.y.invert(point[1]), 1)
      );
      if (Math.abs(male - 0.5) < 0.2) continue;
      sure++;
      expect(isWithin(area, point)).toBe(male > 0.5);
    }
    expect(sure).toBeGreaterThan(50);
  });

  it('has no border along the frame of the map: rings that leave it close outside', () => {
    const alongFrame = area.flatMap((ring) =>
      ring.filter(([x, y], index) => {
        const [x2, y2] = ring[(index + 1) % ring.length]!;
        const along = (a: number, b: number) => a === b && (a === 0 || a === 1);
        return along(x, x2) || along(y, y2);
      })
    );
    expect(alongFrame).toEqual([]);
    expect(area.flat().some(([x, y]) => x < 0 || x > 1 || y < 0 || y > 1)).toBe(true);
  });

  it('holds nearly every penguin of which the run says so, and hardly another', () => {
    const agreeing = penguins.filter(({ id, features }) => {
      const male = record.predictions[record.testIds.indexOf(id)] === 1;
      return isWithin(area, [scales.x(features[0]), scales.y(features[1])]) === male;
    });
    expect(agreeing.length).toBeGreaterThanOrEqual(95);
  });
});
