import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorOf, judgeNaming, type Naming } from '$lib/experiment/case';

type Breaks = (left: readonly string[]) => boolean;

const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f'];

const bySets =
  (...causes: string[]): Breaks =>
  (left) =>
    causes.some((cause) => [...cause].every((item) => left.includes(item)));

/** Makes every try that a naming asks for, and tells how many it took. */
function judged(named: readonly string[], breaks: Breaks, items: readonly string[] = ITEMS) {
  const tried = new Map<string, boolean>();
  for (;;) {
    const naming: Naming<string> = judgeNaming(items, named, (left) => tried.get(left.join()));
    if (naming.kind !== 'open') return { naming, tries: tried.size };
    expect(tried.has(naming.left.join()), 'a try is asked for twice').toBe(false);
    tried.set(naming.left.join(), breaks(naming.left));
  }
}

describe('a naming', () => {
  it('is shown by one try for each cause and one for the rest', () => {
    expect(judged(['b'], bySets('b'))).toEqual({ naming: { kind: 'shown', causes: [['b']] }, tries: 2 });
    expect(judged(['b', 'e'], bySets('b', 'e'))).toEqual({
      naming: { kind: 'shown', causes: [['b'], ['e']] },
      tries: 3
    });
  });

  it('of two that matter only together is shown as one cause', () => {
    expect(judged(['a', 'd'], bySets('ad'))).toEqual({
      naming: { kind: 'shown', causes: [['a', 'd']] },
      tries: 4
    });
    expect(judged(['a', 'b', 'c'], bySets('ab', 'c')).naming).toEqual({
      kind: 'shown',
      causes: [['c'], ['a', 'b']]
    });
  });

  it('of half a pair is refuted, although putting it back repairs', () => {
    const { naming } = judged(['a'], bySets('ad'));
    expect(naming).toMatchObject({ kind: 'refuted', by: 'alone', items: ['a'], left: ['a'] });
  });

  it('that leaves out a cause is refuted by the rest', () => {
    expect(judged(['a'], bySets('a', 'f')).naming).toMatchObject({
      by: 'rest',
      left: ['b', 'c', 'd', 'e', 'f']
    });
  });

  it('that names something harmless is refuted by it', () => {
    expect(judged(['a', 'b'], bySets('a')).naming).toMatchObject({ by: 'alone', items: ['b'] });
    expect(judged(['a', 'b', 'c'], bySets('a')).naming).toMatchObject({ by: 'together', items: ['b', 'c'] });
    expect(judged(['a', 'b', 'c'], bySets('ab')).naming).toMatchObject({ by: 'spare', items: ['c'] });
  });

  it('is refuted by tries that were made before anything is asked', () => {
    const known = (left: readonly string[]) => (left.join() === 'b,c,d,e,f' ? true : undefined);
    expect(judgeNaming(ITEMS, ['a'], known)).toMatchObject({ kind: 'refuted', by: 'rest' });
  });

  it('that is shown holds, whatever breaks what', () => {
    const anything = fc.func(fc.boolean());
    fc.assert(
      fc.property(fc.subarray(ITEMS, { minLength: 1 }), anything, (named, chance) => {
        const breaks: Breaks = (left) =>
          left.length === ITEMS.length || (left.length > 0 && chance(left.join()));
        const { naming } = judged(named, breaks);
        if (naming.kind !== 'shown') return;
        expect(naming.causes.flat().sort()).toEqual([...named].sort());
        expect(breaks(ITEMS.filter((item) => !named.includes(item)))).toBe(false);
        for (const cause of naming.causes) {
          expect(breaks(ITEMS.filter((item) => cause.includes(item)))).toBe(true);
          for (const left of cause.map((out) =>
            ITEMS.filter((item) => item !== out && cause.includes(item))
          )) {
            expect(left.length > 0 && breaks(left)).toBe(false);
          }
        }
      })
    );
  });
});

describe('the floor', () => {
  it('is what a right naming asks for', () => {
    for (const causes of [['b'], ['b', 'e'], ['ad'], ['ab', 'c'], ['abc'], ['abcdef']]) {
      const sets = causes.map((cause) => [...cause]);
      expect(floorOf(ITEMS, sets)).toBe(judged(sets.flat(), bySets(...causes)).tries);
    }
  });

  it('takes the two runs that a case begins with for given', () => {
    expect(floorOf(['a'], [['a']])).toBe(0);
    expect(floorOf(['a', 'b'], [['a', 'b']])).toBe(2);
  });
});
