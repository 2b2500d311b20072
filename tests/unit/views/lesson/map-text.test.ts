import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { isWithin, type Area, type MapPoint } from '$lib/views/area';
import { decisionArea } from '$lib/views/decision-map';
import { areaWords, axesText } from '$lib/views/lesson/map-text';
import { realRun } from '../../machine/fake-trainer';
import { scales, testSet } from './real-lesson';

const share = fc.double({ min: -0.1, max: 1.1, noNaN: true });
const ring = fc.array(fc.tuple(share, share), { minLength: 3, maxLength: 8 });
/** Any area, among them those that hold one of the places where words stand, both or none. */
const anyArea: fc.Arbitrary<Area> = fc.array(ring, { maxLength: 3 });

/** A rectangle over the whole width of a map. */
const band = (top: number, bottom: number): Area => [
  [
    [-0.1, top],
    [1.1, top],
    [1.1, bottom],
    [-0.1, bottom]
  ]
];

const says = (area: Area, at: MapPoint) => (isWithin(area, at) ? 'says “male”' : 'says “female”');

describe('the words on a map', () => {
  it('say what the model says at that very place', () => {
    fc.assert(
      fc.property(anyArea, (area) => {
        for (const { at, text } of areaWords(area)) expect(text).toBe(says(area, at));
      })
    );
  });

  it('are there for each side once, and for one side at least', () => {
    fc.assert(
      fc.property(anyArea, (area) => {
        const texts = areaWords(area).map(({ text }) => text);
        expect(texts.length).toBeGreaterThan(0);
        expect(new Set(texts).size).toBe(texts.length);
      })
    );
  });

  it('stand within the map', () => {
    for (const area of [[], band(0, 0.6), band(0.6, 1), band(-0.1, 1.1)])
      for (const { at } of areaWords(area))
        for (const part of at) expect(part > 0 && part < 1, String(part)).toBe(true);
  });

  it('follow the border: both sides where it lies between, one where there is only one', () => {
    expect(areaWords(band(-0.1, 0.6)).map(({ text }) => text)).toEqual(['says “male”', 'says “female”']);
    expect(areaWords(band(0.6, 1.1)).map(({ text }) => text)).toEqual(['says “female”', 'says “male”']);
    expect(areaWords(band(-0.1, 1.1)).map(({ text }) => text)).toEqual(['says “male”']);
    expect(areaWords([]).map(({ text }) => text)).toEqual(['says “female”']);
  });

  it('say both sides of the model that the lesson trains', () => {
    const { weights, scaling } = realRun(BASELINE);
    const area = decisionArea(weights, BASELINE.code.hiddenUnits, scaling, scales);
    expect(
      areaWords(area)
        .map(({ text }) => text)
        .sort()
    ).toEqual(['says “female”', 'says “male”']);
  });
});

describe('the words on the axes', () => {
  it('tell the range of the penguins, in millimetres and kilograms', () => {
    const range = (feature: 0 | 1) => {
      const values = testSet.penguins.map(({ features }) => features[feature]).sort((a, b) => a - b);
      return [values[0], values[values.length - 1]];
    };
    const [shortest, longest] = range(0);
    const [lightest, heaviest] = range(1);
    const { across, up } = axesText(testSet.penguins);
    expect(across).toBe(`→ bill length, ${shortest!.toFixed(0)}–${longest!.toFixed(0)} mm`);
    expect(up).toBe(`↑ body mass, ${(lightest! / 1000).toFixed(1)}–${(heaviest! / 1000).toFixed(1)} kg`);
  });
});
