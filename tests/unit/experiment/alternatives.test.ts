import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternatives, type Alternative } from '$lib/experiment/lab';
import { search, type Breaks } from './searches';

const without = <T>(items: readonly T[], removed: readonly T[]): T[] =>
  items.filter((item) => !removed.includes(item));

/** What a search leaves to choose from, with what it put back. */
function chosen<T>(items: readonly T[], breaks: Breaks<T>) {
  const { causes, probes, answers } = search(items, breaks);
  if (causes.kind === 'untold') throw new RangeError('everything was told');
  const tried = probes.map(({ putBack }, index) => ({ putBack, broken: answers[index] === true }));
  return {
    groups: causes.kind === 'found' ? causes.groups : [],
    repair: causes.kind === 'found' ? causes.repair : [],
    others: alternatives(causes, tried)
  };
}

const together =
  (...group: string[]) =>
  (applied: readonly string[]) =>
    group.every((item) => applied.includes(item));

describe('alternatives', () => {
  it('of a pair that breaks only together: either one repairs, and both were tried', () => {
    expect(chosen(['a', 'b'], together('a', 'b'))).toMatchObject({
      repair: ['a'],
      others: [{ item: 'a', other: 'b', shown: 'as-is' }]
    });
  });

  it('were tried with the rest put back, where nobody has left that in', () => {
    expect(chosen(['a', 'b', 'harmless', 'another'], together('a', 'b'))).toMatchObject({
      repair: ['a'],
      others: [{ item: 'a', other: 'b', shown: 'rest-put-back' }]
    });
  });

  it('are none for what breaks by itself', () => {
    expect(chosen(['a', 'b', 'c'], (applied) => applied.includes('b')).others).toEqual([]);
    expect(chosen(['a', 'b'], (applied) => applied.length > 0)).toMatchObject({
      repair: ['a', 'b'],
      others: []
    });
  });

  it('are none where nothing was found', () => {
    expect(alternatives({ kind: 'unbroken', probes: 1 }, [])).toEqual([]);
  });

  it('leave out what a probe has shown not to repair, and what none has shown to', () => {
    const causes = {
      kind: 'found',
      groups: [['a', 'b']],
      repair: ['a'],
      isProven: true,
      harmless: [],
      untold: [],
      probes: 4
    } as const;
    expect(alternatives<string>(causes, [{ putBack: ['b'], broken: true }])).toEqual([]);
    expect(alternatives<string>(causes, [])).toEqual([]);
  });

  it('repair where they are said to, whichever way items work together', () => {
    const everything = fc.integer({ min: 1, max: 4 }).chain((size) => {
      const items = Array.from({ length: size }, (_, index) => index);
      return fc.record({
        items: fc.constant(items),
        table: fc.array(fc.boolean(), { minLength: 1 << size, maxLength: 1 << size })
      });
    });
    fc.assert(
      fc.property(everything, ({ items, table }) => {
        const breaks = (applied: readonly number[]) =>
          table[applied.reduce((sum, item) => sum + (1 << item), 0)]!;
        const { groups, repair, others } = chosen(items, breaks);
        const repairs = ({ item, other, shown }: Alternative<number>) =>
          shown === 'as-is'
            ? !breaks(without(items, [...without(repair, [item]), other]))
            : !breaks(
                without(
                  groups.find((group) => group.includes(item))!,
                  [other]
                )
              );
        for (const alternative of others) {
          expect(repair).toContain(alternative.item);
          expect(repair).not.toContain(alternative.other);
          expect(repairs(alternative)).toBe(true);
        }
      }),
      { numRuns: 500 }
    );
  });
});
