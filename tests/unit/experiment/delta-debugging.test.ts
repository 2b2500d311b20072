import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ddmin, searchAfter, type Outcome } from '$lib/experiment/lab';
import { search, violations, type Breaks } from './searches';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const includesAll = (applied: readonly number[], group: readonly number[]) =>
  group.every((item) => applied.includes(item));

/** Some items, and disjoint groups of one to three of them that each break; the others are harmless. */
const hiddenCauses = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc
    .tuple(
      fc.shuffledSubarray(numbers(count), { minLength: count }),
      fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 })
    )
    .map(([shuffled, sizes]) => {
      const groups: number[][] = [];
      let from = 0;
      for (const size of sizes) {
        if (from + size <= count) groups.push(shuffled.slice(from, from + size).sort((a, b) => a - b));
        from += size;
      }
      return { items: numbers(count), groups };
    })
);

const monotone = (groups: readonly (readonly number[])[]): Breaks<number> => {
  return (applied) => groups.some((group) => includesAll(applied, group));
};

/** Any predicate at all that passes with nothing and breaks with everything. */
const anything = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.func(fc.integer({ min: 0, max: 99 })), fc.nat({ max: 100 }))
  .map(([count, chance, share]) => ({
    items: numbers(count),
    breaks: (applied: readonly number[]) =>
      applied.length === count || (applied.length > 0 && chance(applied.join()) < share)
  }));

/** Any predicate at all, of which some tests cannot be told. */
const half = fc
  .tuple(anything, fc.func(fc.integer({ min: 0, max: 99 })), fc.nat({ max: 100 }))
  .map(([{ items, breaks }, chance, share]) => ({
    items,
    breaks: (applied: readonly number[]): Outcome =>
      applied.length > 0 && applied.length < items.length && chance(applied.join()) < share
        ? 'unresolved'
        : breaks(applied)
  }));

/** Causes of which each is mended by another item, unless everything is applied. */
const mended = fc.tuple(hiddenCauses, fc.array(fc.nat(11))).map(([{ items, groups }, cures]) => ({
  items,
  breaks: (applied: readonly number[]) =>
    applied.length === items.length ||
    groups.some((group, index) => {
      const cure = cures[index];
      return includesAll(applied, group) && (cure === undefined || !applied.includes(cure));
    })
}));

describe('ddmin', () => {
  const minimal = (items: readonly number[], breaks: Breaks<number>) => {
    const generator = ddmin(items);
    let step = generator.next();
    while (!step.done) step = generator.next(breaks(step.value.applied));
    return step.value;
  };

  it('finds items that break, and that do not without any one of them', () => {
    fc.assert(
      fc.property(anything, ({ items, breaks }) => {
        const result = minimal(items, breaks);
        expect(breaks(result)).toBe(true);
        for (const item of result) expect(breaks(result.filter((other) => other !== item))).not.toBe(true);
      })
    );
  });

  it('finds such items too where some tests cannot be told', () => {
    fc.assert(
      fc.property(half, ({ items, breaks }) => {
        const result = minimal(items, breaks);
        expect(breaks(result)).toBe(true);
        for (const item of result) expect(breaks(result.filter((other) => other !== item))).not.toBe(true);
      })
    );
  });

  it('finds the example of its authors: 1, 7 and 8 together among 1 to 8', () => {
    const eight = numbers(8).map((index) => index + 1);
    expect(minimal(eight, (applied) => includesAll(applied, [1, 7, 8]))).toEqual([1, 7, 8]);
  });

  it('halves: one cause among 32 takes two tests a halving', () => {
    const tests = search(numbers(32), (applied) => applied.includes(31)).probes;
    const inGroup = tests.filter(({ phase, applied }) => phase === 'group' && applied.length < 31);
    expect(inGroup.length).toBeLessThanOrEqual(2 * 5);
  });
});

describe('finding causes', () => {
  it('says what is true and has been asked, whichever way items work together', () => {
    fc.assert(
      fc.property(anything, ({ items, breaks }) => {
        expect(violations(items, breaks)).toEqual([]);
      }),
      { numRuns: 1000 }
    );
  });

  it('says what is true where items mend what others break', () => {
    fc.assert(
      fc.property(mended, ({ items, breaks }) => {
        expect(violations(items, breaks)).toEqual([]);
      }),
      { numRuns: 500 }
    );
  });

  it.each([0, 1, 2, 3])('says what is true of everything that can be with %i items', (count) => {
    const items = numbers(count);
    const bit = (applied: readonly number[]) => applied.reduce((sum, item) => sum + (1 << item), 0);
    const subsets = 1 << count;
    for (let table = 0; table < 1 << subsets; table++) {
      expect(violations(items, (applied) => ((table >> bit(applied)) & 1) === 1)).toEqual([]);
    }
  });

  it('finds exactly the causes, where none has an item in common and nothing is mended', () => {
    fc.assert(
      fc.property(hiddenCauses, ({ items, groups }) => {
        const breaks = monotone(groups);
        expect(violations(items, breaks)).toEqual([]);
        const { causes } = search(items, breaks);
        if (groups.length === 0) {
          expect(causes).toEqual({ kind: 'unbroken', probes: 1 });
        } else {
          expect(causes).toMatchObject({
            kind: 'found',
            harmless: items.filter((item) => !groups.flat().includes(item))
          });
          if (causes.kind !== 'found') return;
          expect(causes.groups.map(String).toSorted()).toEqual(groups.map(String).toSorted());
          // One of each group is enough.
          expect(causes.repair).toHaveLength(groups.length);
          for (const group of groups) {
            expect(causes.repair.filter((item) => group.includes(item))).toHaveLength(1);
          }
        }
      }),
      { numRuns: 500 }
    );
  });

  it('asks once when nothing is broken', () => {
    const { causes, probes } = search([1, 2, 3], () => false);
    expect(causes).toEqual({ kind: 'unbroken', probes: 1 });
    expect(probes).toMatchObject([{ phase: 'check', applied: [1, 2, 3], putBack: [] }]);
  });

  it('says so when it is broken with nothing applied', () => {
    const { causes, probes } = search([1, 2, 3], () => true);
    expect(causes).toEqual({ kind: 'always-broken', probes: 2 });
    expect(probes).toMatchObject([
      { phase: 'check', applied: [1, 2, 3], remaining: 8 },
      { phase: 'check', applied: [], putBack: [1, 2, 3] }
    ]);
  });

  it('knows what to say of no items at all', () => {
    expect(search([], () => false).causes).toEqual({ kind: 'unbroken', probes: 1 });
    expect(search([], () => true).causes).toEqual({ kind: 'always-broken', probes: 1 });
  });

  it('needs few probes for few causes, far below the worst case', () => {
    const twelve = numbers(12);
    const single = search(twelve, (applied) => applied.includes(11));
    const pair = search(twelve, (applied) => includesAll(applied, [0, 11]));
    expect(single.causes).toMatchObject({ groups: [[11]], repair: [11], probes: 11 });
    expect(pair.causes).toMatchObject({ groups: [[0, 11]], repair: [0], probes: 23 });
    expect(single.probes[0]?.remaining).toBe(499);
  });

  it('names for each probe what is still suspected', () => {
    const { probes } = search(['a', 'b', 'c', 'd'], (applied) => applied.includes('d'));
    expect(
      probes.map(({ phase, applied, suspects }) => `${phase} ${applied.join('')}<${suspects.join('')}`)
    ).toEqual([
      'check abcd<abcd',
      'check <abcd',
      'group ab<abcd',
      'group cd<abcd',
      'group c<cd',
      'group d<cd',
      'group abc<abc'
    ]);
  });

  it('names for each probe the groups that were found so far', () => {
    const { probes } = search(['a', 'b', 'c'], (applied) => applied.includes('a') || applied.includes('c'));
    const found = probes.map((probe) => probe.found.map(String).join(' '));
    expect([...new Set(found)]).toEqual(['', 'a', 'a c']);
    expect(probes.find((probe) => probe.phase === 'repair')?.found).toEqual([['a'], ['c']]);
  });
});

describe('finding causes where not everything can be told', () => {
  it('says what is true and has been asked', () => {
    fc.assert(
      fc.property(half, ({ items, breaks }) => {
        expect(violations(items, breaks)).toEqual([]);
      }),
      { numRuns: 1000 }
    );
  });

  it.each([0, 1, 2])('says what is true of everything that can be with %i items', (count) => {
    const items = numbers(count);
    const outcomes: readonly Outcome[] = [true, false, 'unresolved'];
    const subsets = 1 << count;
    const bit = (applied: readonly number[]) => applied.reduce((sum, item) => sum + (1 << item), 0);
    for (let table = 0; table < 3 ** subsets; table++) {
      const tell = (applied: readonly number[]): Outcome =>
        outcomes[Math.floor(table / 3 ** bit(applied)) % 3] ?? false;
      expect(violations(items, tell)).toEqual([]);
    }
  });

  it('cannot search between ends that cannot be told', () => {
    expect(searchAfter(['a', 'b'], ['unresolved'])).toEqual({
      done: true,
      causes: { kind: 'untold', applied: 'everything', probes: 1 }
    });
    expect(searchAfter(['a', 'b'], [true, 'unresolved'])).toEqual({
      done: true,
      causes: { kind: 'untold', applied: 'nothing', probes: 2 }
    });
  });

  it('still finds one cause where two others install only together', () => {
    const tell = (applied: readonly number[]): Outcome =>
      applied.includes(2) !== applied.includes(5) ? 'unresolved' : applied.includes(7);
    const { causes } = search(numbers(8), tell);
    expect(causes).toMatchObject({ kind: 'found', groups: [[7]], repair: [7], isProven: true, untold: [] });
  });
});

describe('searching many', () => {
  it.each([50, 500])('finds causes among %i, and the bound shrinks from probe to probe', (size) => {
    const { causes, probes } = search(
      numbers(size),
      (applied) => applied.includes(7) && applied.includes(40)
    );
    expect(causes).toMatchObject({ groups: [[7, 40]], isProven: true });
    for (const [index, { remaining }] of probes.entries()) {
      expect(remaining).toBeGreaterThanOrEqual(probes.length - index);
      if (index > 0) expect(remaining).toBeLessThan(probes[index - 1]?.remaining ?? 0);
    }
  });

  it('holds its bound in the worst case too', () => {
    fc.assert(
      fc.property(
        fc.func(fc.integer({ min: 0, max: 99 })),
        fc.integer({ min: 0, max: 60 }),
        (chance, share) => {
          const items = numbers(41);
          const found = violations(
            items,
            (applied) => applied.length === 41 || (applied.length > 0 && chance(applied.join()) < share)
          );
          expect(found).toEqual([]);
        }
      ),
      { numRuns: 10 }
    );
  });

  it.each([
    [10, 8],
    [20, 10],
    [50, 12],
    [100, 13]
  ])('takes for one cause among %i a median of %i tries', (size, median) => {
    const tries = numbers(size)
      .map((cause) => search(numbers(size), (applied) => applied.includes(cause)).probes.length)
      .sort((a, b) => a - b);
    expect(tries[size >> 1]).toBe(median);
    expect(search(numbers(size), (applied) => applied.includes(0)).probes.length).toBeLessThanOrEqual(9);
  });
});

describe('replaying', () => {
  it('ignores answers beyond the end', () => {
    const end = searchAfter(['a'], [true, false]);
    expect(end).toMatchObject({ done: true, causes: { groups: [['a']], repair: ['a'] } });
    expect(searchAfter(['a'], [true, false, true, true])).toEqual(end);
  });
});
