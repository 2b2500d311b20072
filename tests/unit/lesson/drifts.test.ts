import { describe, expect, it } from 'vitest';
import { DRIFT_IDS, driftDifferences } from '$lib/experiment';
import { lesson } from '$lib/lesson';
import { labFields } from '$lib/lesson/catalogue';
import { driftStories } from '$lib/lesson/drift-stories';

describe('every drift of the catalogue', () => {
  it('has words, and no words are left over', () => {
    expect(Object.keys(lesson.drifts).sort()).toEqual([...DRIFT_IDS].sort());
    expect(Object.keys(driftStories).sort()).toEqual([...DRIFT_IDS].sort());
  });

  it.each(DRIFT_IDS)('%s has a short name and a story in whole sentences', (id) => {
    const { name } = lesson.drifts[id];
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThan(30);
    expect(driftStories[id]).toMatch(/^[A-Z].*\.$/s);
  });

  it('has a name that no other has', () => {
    expect(new Set(DRIFT_IDS.map((id) => lesson.drifts[id].name)).size).toBe(DRIFT_IDS.length);
  });

  it.each([
    ['library-default', ['0', '0.01']],
    ['more-epochs', ['100', '101']],
    ['rng-algorithm', ['PCG32']],
    ['float32', ['32 bits']]
  ] as const)('%s tells the values that it really changes', (id, values) => {
    for (const value of values) expect(driftStories[id]).toContain(value);
  });
});

it('can name every field that a drift changes', () => {
  const changed = DRIFT_IDS.flatMap((id) => driftDifferences(id).map(({ path }) => path));
  for (const path of changed) expect(labFields[path], path).toBeTruthy();
});
