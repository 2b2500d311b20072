import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { describeTestSet } from '$lib/trainer';
import { mapScales } from '$lib/views/map-scales';
import { penguinsView } from '$lib/views/penguins';
import { realDataset } from '../machine/fake-trainer';
import { stateAt } from './lesson/real-lesson';

const { penguins } = describeTestSet(BASELINE, realDataset);
const scales = mapScales(penguins);

describe('the test penguins', () => {
  it('are all there, from left to right, as arrow keys walk through them', () => {
    const view = penguinsView(penguins, scales, stateAt(0));
    expect(view).toHaveLength(100);
    expect(new Set(view.map(({ id }) => id)).size).toBe(100);
    for (let index = 1; index < view.length; index++) {
      const [left, right] = [view[index - 1], view[index]];
      expect(right!.x > left!.x || (right!.x === left!.x && right!.id > left!.id)).toBe(true);
    }
  });

  it('stand where their measurements say', () => {
    const [penguin] = penguins;
    const drawn = penguinsView(penguins, scales, stateAt(0)).find(({ id }) => id === penguin!.id);
    expect(scales.x.invert(drawn?.x ?? 0)).toBeCloseTo(penguin!.features[0]);
    expect(scales.y.invert(drawn?.y ?? 0)).toBeCloseTo(penguin!.features[1]);
    expect(drawn?.sex).toBe(penguin!.sex);
  });

  it('say their measurements and their sex, and what each run said as soon as it has', () => {
    const flipped = stateAt(5, 'library-default').comparison?.flipped[0];
    const text = (...args: Parameters<typeof stateAt>) =>
      penguinsView(penguins, scales, stateAt(...args)).find(({ id }) => id === flipped)?.text ?? '';
    expect(text(0)).toMatch(/^Penguin \d+: bill [\d.]+ mm, \d+ g, (fe)?male$/);
    expect(text(1)).toMatch(/ · Then: (fe)?male$/);
    const both = /Then: (\w+) · Later: (\w+)$/.exec(text(4, 'library-default'));
    expect(both?.[1]).not.toBe(both?.[2]);
    expect(new Set(both?.slice(1))).toEqual(new Set(['male', 'female']));
  });

  it('are counted from 1, as the rows of a table are', () => {
    const view = penguinsView(penguins, scales, stateAt(0));
    for (const { id, text } of view) expect(text.startsWith(`Penguin ${id + 1}: `)).toBe(true);
  });

  it('leaves the list that it was given in its order', () => {
    const before = penguins.map(({ id }) => id);
    penguinsView(penguins, scales, stateAt(0));
    expect(penguins.map(({ id }) => id)).toEqual(before);
  });
});
