import { describe, expect, it } from 'vitest';
import { pairOf, type LabSetup } from '$lib/machine/lab';
import { describeTestSet } from '$lib/trainer';
import { MAP_SIZE } from '$lib/views/map-scales';
import { pairScales } from '$lib/views/lab/pair-maps';
import { realDataset } from '../../machine/fake-trainer';
import { setup } from './bits/traces';

function scalesOf(parts: Partial<LabSetup>) {
  const pair = pairOf(setup(parts));
  const testSets = {
    then: describeTestSet(pair.then, realDataset),
    later: describeTestSet(pair.later, realDataset)
  };
  return { scales: pairScales(pair, testSets), pair, testSets };
}

describe('the scales of two maps', () => {
  it('are one, and hold the penguins of both, where the axes are the same', () => {
    const { scales, testSets } = scalesOf({
      then: { 'data.testSize': 2 },
      later: { 'data.splitSeed': 7, 'data.testSize': 100 }
    });
    expect(scales.then).toBe(scales.later);
    for (const { penguins } of [testSets.then, testSets.later]) {
      for (const { features } of penguins) {
        expect(scales.then!.x(features[0])).toBeGreaterThan(0);
        expect(scales.then!.x(features[0])).toBeLessThan(MAP_SIZE.width);
        expect(scales.then!.y(features[1])).toBeGreaterThan(0);
        expect(scales.then!.y(features[1])).toBeLessThan(MAP_SIZE.height);
      }
    }
  });

  it('are two where the models look at different measurements', () => {
    const { scales } = scalesOf({ later: { 'data.features': ['bill_depth_mm', 'flipper_length_mm'] } });
    expect(scales.later!.x(18)).toBeGreaterThan(0); // mm of depth; no bill is as short as that
    expect(scales.then!.x(18)).toBeLessThan(0);
  });

  it('are not known before it is known what the runs were tested on', () => {
    const { pair, testSets } = scalesOf({});
    expect(pairScales(pair, { then: null, later: null })).toEqual({ then: null, later: null });
    const half = pairScales(pair, { then: testSets.then, later: null });
    expect(half.then).not.toBeNull();
    expect(half.later).toBeNull();
  });
});
