import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, percent, type RunRecord } from '$lib/experiment';
import {
  brokenBy,
  canBeCase,
  caseOf,
  drawCase,
  floorOf,
  judgeNaming,
  keysOf,
  LEVELS,
  manifestOfTry,
  MOST_DIFFERENCES,
  parOf,
  type Case,
  type Level
} from '$lib/experiment/case';
import { CATALOGUE, isBroken, type CatalogueId, type Criterion } from '$lib/experiment/lab';
import { splitmix32 } from '$lib/trainer/generators/splitmix32';
import { below } from '$lib/trainer/rng';
import { trainedOnce } from '../../trainer/quick';
import { search } from '../searches';

/** Every case that is drawn here is really trained, with all that can be tried in it. */

const HARMLESS: readonly string[] = CATALOGUE.filter(({ harmless }) => harmless).map(({ id }) => id);

const drawn = (level: Level, seed: number) => {
  const rng = splitmix32(seed);
  return drawCase(level, (n) => below(rng, n));
};

const anyDraw = (level: Level) => fc.integer({ min: 0, max: 0xffffffff }).map((seed) => drawn(level, seed));

/** Of `ids`, every choice that can be made. */
const choices = <T>(ids: readonly T[]): T[][] =>
  ids.reduce<T[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);

const hasAll = (some: readonly string[], all: readonly string[]) => all.every((id) => some.includes(id));

const keys = (made: Case, ids: readonly string[]): string[] =>
  made.differences.filter(({ drift }) => ids.includes(drift.id)).map(({ key }) => key);

/** What a try gives. What changes no result is left out of what is trained: another test holds that it changes none. */
const tried = (made: Case, left: readonly string[]): RunRecord =>
  trainedOnce(
    manifestOfTry(
      made,
      left.filter((key) => !keys(made, HARMLESS).includes(key))
    )
  );

function measured(made: Case) {
  const [then, later] = [tried(made, []), tried(made, keysOf(made))];
  const criterion = brokenBy(then, later);
  return { then, later, criterion, breaks: breaking(made, criterion) };
}

const breaking = (made: Case, criterion: Criterion | null) => (left: readonly string[]) =>
  criterion !== null && isBroken(criterion, tried(made, []), tried(made, left));

/** How many differences a level has, and how many drifts each of its causes. */
const PROMISED: Record<Level, { differences: number; causes: readonly (readonly number[])[] }> = {
  1: { differences: 3, causes: [[1]] },
  2: { differences: 6, causes: [[1]] },
  3: { differences: 6, causes: [[1, 1]] },
  4: { differences: 6, causes: [[2]] },
  5: { differences: 6, causes: [[1, 1]] },
  6: { differences: 6, causes: [[1], [1, 1], [2]] }
};

describe.each(LEVELS)('a case of level %i', (level) => {
  it('differs in as many things as the level says, and has as many causes', () => {
    fc.assert(
      fc.property(anyDraw(level), ({ causes, drifts }) => {
        expect(canBeCase(drifts)).toBe(true);
        expect(drifts).toHaveLength(PROMISED[level].differences);
        expect(PROMISED[level].causes).toContainEqual(causes.map(({ length }) => length));
        expect(hasAll(drifts, causes.flat())).toBe(true);
        expect(caseOf(drifts).differences.map(({ drift }) => drift.id)).toEqual(drifts);
      }),
      { numRuns: 500 }
    );
  });

  it('has exactly its causes, can be solved by naming them and by nothing else, and par is at least the floor', () => {
    fc.assert(
      fc.property(anyDraw(level), ({ causes, drifts }) => {
        const made = caseOf(drifts);
        const { then, later, criterion, breaks } = measured(made);
        expect(criterion).toBe(level === 5 ? 'predictions' : 'score');
        if (level === 5) expect(percent(later.accuracy)).toBe(percent(then.accuracy));
        const working = drifts.filter((id) => !HARMLESS.includes(id));
        for (const left of choices(working)) {
          const isCause = causes.some((cause) => hasAll(left, cause));
          expect(breaks(keys(made, left)), left.join(' ')).toBe(isCause);
        }
        const items = keysOf(made);
        const all = causes.map((cause) => keys(made, cause));
        const naming = judgeNaming(items, all.flat(), breaks);
        expect(naming.kind === 'shown' && naming.causes.map((cause) => [...cause].sort()).sort()).toEqual(
          all.map((cause) => [...cause].sort()).sort()
        );
        for (const named of choices(keys(made, working)).filter(({ length }) => length > 0)) {
          const right = named.length === all.flat().length && hasAll(named, all.flat());
          expect(judgeNaming(items, named, breaks).kind, named.join(' ')).toBe(right ? 'shown' : 'refuted');
        }
        const { causes: found, probes } = search(items, breaks);
        expect(found.kind === 'found' && found.groups.flat().sort()).toEqual(all.flat().sort());
        expect(parOf(probes.length)).toBeGreaterThanOrEqual(floorOf(items, all));
      }),
      { numRuns: 170 }
    );
  });
});

it('is drawn alike from the same chance, and otherwise from another', () => {
  const ids = (seed: number) => drawn(2, seed).drifts.join();
  expect(ids(1)).toBe(ids(1));
  expect(new Set(Array.from({ length: 50 }, (_, seed) => ids(seed))).size).toBeGreaterThan(40);
});

it('hides two causes behind a score that is what it was: on level 5 each alone changes it', () => {
  const { causes, drifts } = drawn(5, 7);
  const made = caseOf(drifts);
  const { then, later } = measured(made);
  expect(compare(then, later).flipped).not.toEqual([]);
  for (const cause of causes) expect(isBroken('score', then, tried(made, keys(made, cause)))).toBe(true);
});

it('takes any drift of the catalogue, as a friend may choose it', () => {
  for (const { id } of CATALOGUE) {
    const made = caseOf([id]);
    expect(made.differences.map(({ drift }) => drift.id)).toEqual([id]);
    expect(made.later.environment.name).toBe('v1');
    expect(manifestOfTry(made, [])).toEqual(made.then);
    expect(manifestOfTry(made, keysOf(made))).toEqual(made.later);
  }
});

it('takes neither nothing, nor too much, nor two drifts of one field', () => {
  const some = (ids: readonly CatalogueId[]) => canBeCase(ids);
  expect(some([])).toBe(false);
  expect(some(['learning-rate', 'learning-rate-5'])).toBe(false);
  expect(some(['rows-reversed', 'rows-swapped'])).toBe(true);
  const many = [
    'comment',
    'host-name',
    'time-zone',
    'user',
    'patch-version',
    'ddof',
    'float32',
    'split-seed'
  ] as const;
  expect(many).toHaveLength(MOST_DIFFERENCES);
  expect(some(many)).toBe(true);
  expect(some([...many, 'more-epochs'])).toBe(false);
});

it('what is harmless by its name changes no bit, so that tries need not be trained for it here', () => {
  const [all] = [caseOf(CATALOGUE.filter(({ harmless }) => harmless).map(({ id }) => id))];
  expect(trainedOnce(all.later).digest).toBe(trainedOnce(all.then).digest);
});
