import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, EDITS, type Edit } from '$lib/experiment';
import { describeTestSet, train } from '$lib/trainer';
import { isUsable, type UsablePenguin } from '$lib/trainer/dataset';
import { applyEdits, CORRECTED, MISLABELLED } from '$lib/trainer/edits';
import { prepare } from '$lib/trainer/prepare';
import { withFields } from './manifests';
import { penguins } from './penguins';

const rows = penguins.penguins;
const usable = rows.filter(isUsable);
const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id);
const sexes = (list: readonly UsablePenguin[]) => new Map(list.map(({ id, sex }) => [id, sex]));
/** Ids of the rows whose sex is another one. */
const relabelled = (before: readonly UsablePenguin[], after: readonly UsablePenguin[]) => {
  const was = sexes(before);
  return [...sexes(after)].filter(([id, sex]) => was.get(id) !== sex).map(([id]) => id);
};

const baseline = train(BASELINE, penguins).record;

describe('each edit', () => {
  /** Which rows each edit may change; written out, not derived from the table. */
  const CHANGES: Record<Edit, 'all' | 'training' | 'test'> = {
    'rows-reversed': 'training',
    'rows-swapped': 'training',
    'row-duplicated': 'training',
    'dot-as-female': 'all',
    'training-labels-flipped': 'training',
    'test-labels-corrected': 'test'
  };

  it.each(EDITS)('%s changes rows of one kind, and leaves the original alone', (edit) => {
    const before = structuredClone(usable);
    for (const name of ['training', 'test'] as const) {
      const edited = applyEdits(name, usable, [edit]);
      if (CHANGES[edit] === name) expect(edited).not.toEqual(before);
      else expect(edited).toBe(usable);
    }
    const raw = applyEdits('all', rows, [edit]);
    if (CHANGES[edit] === 'all') expect(raw).not.toEqual(rows);
    else expect(raw).toBe(rows);
    expect(usable).toEqual(before);
  });

  it('is made in the order of the list', () => {
    const made = (...edits: Edit[]) => ids(applyEdits('training', usable.slice(0, 3), edits));
    expect(made()).toEqual([0, 1, 2]);
    expect(made('rows-reversed')).toEqual([2, 1, 0]);
    expect(made('rows-swapped')).toEqual([1, 0, 2]);
    expect(made('row-duplicated')).toEqual([0, 1, 2, 0]);
    expect(made('rows-swapped', 'row-duplicated')).toEqual([1, 0, 2, 1]);
    expect(made('row-duplicated', 'rows-reversed')).toEqual([0, 2, 1, 0]);
  });
});

describe('a dot read as FEMALE', () => {
  it('makes one row more usable, and changes no other', () => {
    const read = applyEdits('all', rows, ['dot-as-female']);
    expect(read.filter(isUsable)).toHaveLength(334);
    expect(read.filter((row, index) => row !== rows[index])).toEqual([{ ...rows[336], sex: 'FEMALE' }]);
  });

  it('moves one row across the split at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 1, max: 300 }), (seed, size) => {
        const split = { 'data.splitSeed': seed, 'data.testSize': size };
        const before = prepare(withFields(split), penguins);
        const after = prepare(withFields({ ...split, 'data.edits': ['dot-as-female'] }), penguins);
        const kept = new Set(ids(after.testPenguins));
        expect(after.training.count).toBe(before.training.count + 1);
        expect(ids(before.testPenguins).filter((id) => !kept.has(id)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 }
    );
  });

  it('leaves the baseline’s test set as it was', () => {
    const edited = withFields({ 'data.edits': ['dot-as-female'] });
    expect(describeTestSet(edited, penguins).penguins).toEqual(describeTestSet(BASELINE, penguins).penguins);
  });
});

describe('flipped training labels', () => {
  const training = usable.filter(({ id }) => !baseline.testIds.includes(id));

  it('are five of the baseline’s training set, spread over the data', () => {
    expect(new Set(MISLABELLED).size).toBe(5);
    for (const id of MISLABELLED) expect(ids(training)).toContain(id);
    const gaps = MISLABELLED.map((id, index) => id - (MISLABELLED[index - 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(40);
    expect(relabelled(training, applyEdits('training', training, ['training-labels-flipped']))).toEqual(
      MISLABELLED
    );
  });

  it('are of the same penguins in whatever order they stand', () => {
    const [here, there] = [
      ['rows-reversed', 'training-labels-flipped'],
      ['training-labels-flipped', 'rows-reversed']
    ] as Edit[][];
    expect(applyEdits('training', training, here!)).toEqual(applyEdits('training', training, there!));
  });
});

describe('corrected test labels', () => {
  const test = describeTestSet(BASELINE, penguins).penguins;
  const edited = withFields({ 'data.edits': ['test-labels-corrected'] });

  it('are five that the baseline got wrong', () => {
    expect(new Set(CORRECTED).size).toBe(5);
    for (const id of CORRECTED) {
      const index = baseline.testIds.indexOf(id);
      expect(test[index]!.id).toBe(id);
      expect(baseline.predictions[index]).toBe(test[index]!.sex === 'MALE' ? 0 : 1);
    }
  });

  it('are what the page shows, and nothing else of the test set changes', () => {
    const shown = describeTestSet(edited, penguins).penguins;
    expect(shown.map(({ sex }, index) => (sex === test[index]!.sex ? null : shown[index]!.id))).toEqual(
      test.map(({ id }) => (CORRECTED.includes(id) ? id : null))
    );
    expect(shown.map((penguin) => ({ ...penguin, sex: 'MALE' }))).toEqual(
      test.map((penguin) => ({ ...penguin, sex: 'MALE' }))
    );
  });

  it('leave the training as it was, to the last bit', () => {
    expect(prepare(edited, penguins).training).toEqual(prepare(BASELINE, penguins).training);
  });

  it('are only those in the test set, where the split is another one', () => {
    const split = { 'data.splitSeed': 43 };
    const before = prepare(withFields(split), penguins).testPenguins;
    const after = prepare(
      withFields({ ...split, 'data.edits': ['test-labels-corrected'] }),
      penguins
    ).testPenguins;
    expect(relabelled(before, after)).toEqual(ids(before).filter((id) => CORRECTED.includes(id)));
  });
});
