import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, diff, type Edit, type Manifest } from '$lib/experiment';
import { parseManifest, setFields } from '$lib/experiment/parse-manifest';
import { applyChanges, changesBetween, type Change } from '$lib/experiment/lab';
import { anyManifest, withFields } from '../trainer/manifests';

const keys = (changes: readonly Change[]) => changes.map(({ key }) => key);

/** Two manifests and some of the changes between them, in any order. */
const someChanges = fc.tuple(anyManifest, anyManifest).chain(([then, later]) =>
  fc.record({
    then: fc.constant(then),
    later: fc.constant(later),
    some: fc.shuffledSubarray(changesBetween(then, later))
  })
);

const edited = (...edits: string[]): Manifest => ({
  ...BASELINE,
  data: { ...BASELINE.data, edits: edits as Edit[] }
});
const editsOf = ({ data }: Manifest): readonly string[] => data.edits;

/** Lists of edits with names made up, to have many of them. */
const anyEdited = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f']).map((edits) => edited(...edits));

describe('the changes between two manifests', () => {
  it('are none when nothing differs', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        expect(changesBetween(manifest, structuredClone(manifest))).toEqual([]);
      })
    );
  });

  it('are named by the field, and say what it was and is', () => {
    const later = withFields({ 'environment.seed': 2026, 'code.epochs': 101 });
    expect(changesBetween(BASELINE, later)).toEqual([
      {
        kind: 'field',
        key: 'code.epochs',
        path: 'code.epochs',
        part: 'code',
        field: 'epochs',
        before: 100,
        after: 101
      },
      {
        kind: 'field',
        key: 'environment.seed',
        path: 'environment.seed',
        part: 'environment',
        field: 'seed',
        before: 1,
        after: 2026
      }
    ]);
  });

  it('are one for each edit that was added or removed', () => {
    const changes = changesBetween(edited('rows-reversed', 'kept'), edited('kept', 'labels-flipped'));
    expect(changes).toMatchObject([
      {
        kind: 'edit',
        key: 'data.edits:rows-reversed',
        path: 'data.edits',
        before: 'rows-reversed',
        after: undefined
      },
      { kind: 'edit', key: 'data.edits:labels-flipped', before: undefined, after: 'labels-flipped' }
    ]);
  });

  it('are one for a new order of edits, and not one when only their neighbours changed', () => {
    expect(changesBetween(edited('a', 'b', 'c'), edited('c', 'a', 'b'))).toMatchObject([
      { kind: 'edit-order', key: 'data.edits', before: ['a', 'b', 'c'], after: ['c', 'a', 'b'] }
    ]);
    expect(keys(changesBetween(edited('a', 'b'), edited('x', 'a', 'y', 'b')))).toEqual([
      'data.edits:x',
      'data.edits:y'
    ]);
  });

  it('have keys of their own, and cover the fields that differ', () => {
    fc.assert(
      fc.property(anyManifest, anyManifest, (then, later) => {
        const changes = changesBetween(then, later);
        expect(new Set(keys(changes)).size).toBe(changes.length);
        expect([...new Set(changes.map(({ path }) => path))]).toEqual(
          diff(then, later).map(({ path }) => path)
        );
      })
    );
  });
});

describe('applying changes', () => {
  it('of all of them gives the later manifest, and of none the earlier one', () => {
    fc.assert(
      fc.property(anyManifest, anyManifest, (then, later) => {
        expect(applyChanges(then, changesBetween(then, later))).toEqual(later);
        expect(applyChanges(then, [])).toEqual(then);
      })
    );
  });

  it('of any of them gives a valid manifest, which differs from each side by the right ones', () => {
    fc.assert(
      fc.property(someChanges, ({ then, later, some }) => {
        const mixed = applyChanges(then, some);
        expect(parseManifest(mixed)).toEqual({ ok: true, value: mixed });
        const applied = new Set(keys(some));
        const all = keys(changesBetween(then, later));
        expect(keys(changesBetween(then, mixed)).toSorted()).toEqual([...applied].toSorted());
        expect(keys(changesBetween(mixed, later)).toSorted()).toEqual(
          all.filter((key) => !applied.has(key)).toSorted()
        );
      })
    );
  });

  it('does not depend on their order, nor on whether they come at once', () => {
    fc.assert(
      fc.property(someChanges, fc.nat(), ({ then, later, some }, cut) => {
        const inOrder = changesBetween(then, later).filter(({ key }) => keys(some).includes(key));
        const oneByOne = some.reduce((manifest, change) => applyChanges(manifest, [change]), then);
        const at = some.length === 0 ? 0 : cut % some.length;
        const inTwo = applyChanges(applyChanges(then, some.slice(0, at)), some.slice(at));
        const expected = applyChanges(then, inOrder);
        expect(applyChanges(then, some)).toStrictEqual(expected);
        expect(oneByOne).toStrictEqual(expected);
        expect(inTwo).toStrictEqual(expected);
      })
    );
  });

  it('leaves the manifest that it starts from alone', () => {
    fc.assert(
      fc.property(someChanges, ({ then, some }) => {
        const before = structuredClone(then);
        applyChanges(then, some);
        expect(then).toStrictEqual(before);
      })
    );
  });

  it('keeps the edits that are left in the order that they had', () => {
    fc.assert(
      fc.property(anyEdited, anyEdited, fc.array(fc.boolean()), (then, later, choices) => {
        const changes = changesBetween(then, later);
        const some = changes.filter((_, index) => choices[index] ?? false);
        const reordered = changes.some(({ kind }) => kind === 'edit-order');
        const result = editsOf(applyChanges(then, some));
        expect(new Set(result).size).toBe(result.length);
        const orderFrom = some.some(({ kind }) => kind === 'edit-order') ? later : then;
        const kept = (manifest: Manifest) => editsOf(manifest).filter((edit) => result.includes(edit));
        expect(result.filter((edit) => editsOf(orderFrom).includes(edit))).toEqual(kept(orderFrom));
        if (!reordered) {
          expect(result.filter((edit) => editsOf(later).includes(edit))).toEqual(kept(later));
        }
      })
    );
  });

  it('takes a field away, and brings it back, where only one side records it', () => {
    const noted = setFields([['environment.host', 'atlas']]);
    if (!noted.ok) throw new Error(noted.reason.code);
    const added = changesBetween(BASELINE, noted.value);
    const removed = changesBetween(noted.value, BASELINE);
    expect(added).toMatchObject([{ key: 'environment.host', before: undefined, after: 'atlas' }]);
    expect(removed).toMatchObject([{ key: 'environment.host', before: 'atlas', after: undefined }]);
    expect(applyChanges(BASELINE, added)).toStrictEqual(noted.value);
    expect(applyChanges(noted.value, removed)).toStrictEqual(BASELINE);
  });
});
