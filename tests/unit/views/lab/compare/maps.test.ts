import { describe, expect, it } from 'vitest';
import type { Area } from '$lib/views/area';
import { differenceAreas } from '$lib/views/lab/compare/difference';
import { mapsView } from '$lib/views/lab/compare/maps';
import { modelsOf, pairNamed } from './compared-runs';

const viewOf = (name: Parameters<typeof pairNamed>[0]) => {
  const pair = pairNamed(name);
  return mapsView(pair, modelsOf(pair))!;
};

/** A grid as the maps ask their models: 54 × 38 cells on the map, and 6 on each side of it. */
const grid = (at: (column: number, row: number) => number) =>
  Array.from({ length: 66 * 50 }, (_, cell) => at((cell % 66) - 6, Math.floor(cell / 66) - 6));

const columnsOf = (area: Area) => area.flat().map(([x]) => x * 54);

describe('the maps of two runs', () => {
  it('are named, and say what their axes are', () => {
    const { then, later, difference } = viewOf('l2');
    expect(then.name).toBe('Decision map of the then run');
    expect(later.name).toBe('Decision map of the later run');
    expect(difference?.name).toBe('Map of the difference');
    expect(then.axes).toBe('→ bill length, ↑ body mass');
    expect(then.help).toMatch(/^Bill length to the right, body mass upwards\. Arrow keys/);
  });

  it('mark the penguins that are answered differently, the same ones on each map', () => {
    const { then, later, difference } = viewOf('l2');
    expect(later.flipped).toHaveLength(28);
    expect([then.flipped, difference?.flipped]).toEqual([later.flipped, later.flipped]);
  });

  it('say of each penguin what both runs said', () => {
    const { later } = viewOf('l2');
    for (const { id, text } of later.penguins) {
      const [, then, now] = /Then: (\w+) · Later: (\w+)$/.exec(text) ?? [];
      expect(then !== now).toBe(later.flipped.includes(id));
    }
  });

  it('put every penguin of either test on the drawing, in the same place on each map', () => {
    const { then, later, difference } = viewOf('split');
    const places = new Map(then.penguins.map(({ id, x, y }) => [id, `${x} ${y}`]));
    for (const { id, x, y } of later.penguins) {
      expect(x > 0 && x < 1 && y > 0 && y < 1).toBe(true);
      if (places.has(id)) expect(`${x} ${y}`).toBe(places.get(id));
    }
    expect(difference?.penguins.map(({ id }) => id)).toEqual(
      later.penguins.map(({ id }) => id).filter((id) => places.has(id))
    );
    expect(then.penguins.some(({ text }) => text.endsWith('Later: not tested'))).toBe(true);
  });

  it('have no difference to show when the runs look at other measurements', () => {
    const { then, later, difference, noDifference } = viewOf('features');
    expect(difference).toBeNull();
    expect(noDifference).toMatch(
      /the first model looked at bill length and body mass, the later one at bill depth and flipper length/
    );
    expect(then.axes).not.toBe(later.axes);
  });

  it('wait for the models, and for what these were tested on', () => {
    const pair = pairNamed('l2');
    const models = modelsOf(pair);
    expect(mapsView(pair, { ...models, later: null })).toBeNull();
    expect(mapsView({ ...pair, testSets: { ...pair.testSets, later: null } }, models)).toBeNull();
  });
});

describe('the map of the difference', () => {
  it('is empty when the models are the same', () => {
    const { then, later, difference } = viewOf('nothing');
    expect(difference).toMatchObject({
      toMale: [],
      toFemale: [],
      share: 'Nowhere on this map would the two models answer differently.'
    });
    expect(then.area).toEqual(later.area);
    expect(then.area).not.toEqual([]);
  });

  it('shows which way each place changed, and how much of the map that is', () => {
    const before = grid((column) => (column < 27 ? 0.1 : 0.9));
    const after = grid((column) => (column < 20 ? 0.1 : 0.9));
    const difference = differenceAreas(before, after);
    expect(difference.toFemale).toEqual([]);
    const columns = columnsOf(difference.toMale);
    expect(Math.min(...columns)).toBeCloseTo(20);
    expect(Math.max(...columns)).toBeCloseTo(27);
    expect(difference.share).toContain(`${Math.round((100 * 7) / 54)}%`);
  });

  it('turns round when the runs do', () => {
    const before = grid((column, row) => (column + row + 12) / 120);
    const after = grid((column, row) => (column + 50 - row) / 122);
    const one = differenceAreas(before, after);
    const other = differenceAreas(after, before);
    expect([other.toMale, other.toFemale]).toEqual([one.toFemale, one.toMale]);
    expect(other.share).toBe(one.share);
  });

  it('does not call a sliver nothing', () => {
    const before = grid(() => 0.1);
    const after = grid((column, row) => (column === 3 && row === 3 ? 0.9 : 0.1));
    expect(differenceAreas(before, after).share).toContain('less than 1%');
  });
});
