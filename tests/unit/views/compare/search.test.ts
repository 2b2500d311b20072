import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '$lib/experiment/lab';
import { TOOLS } from '$lib/experiment/environment/search';
import {
  isOfOtherLists,
  readSearch,
  searchFragment,
  searchView,
  type SearchPlace
} from '$lib/views/compare/search';

const version = fc.stringMatching(/^[0-9]{1,3}(\.[0-9]{1,3}){0,2}(\+cu[0-9]{3})?$/);
const places: fc.Arbitrary<SearchPlace> = fc.record({
  tool: fc.constantFrom(...TOOLS),
  candidates: fc
    .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,3})?$/), version, fc.option(version)), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 9
    })
    .map((list) => list.flatMap(([name, a, b]) => (a === b ? [] : [{ name, a, b }])))
    .filter((list) => list.length > 0),
  answers: fc.array(fc.constantFrom<Outcome>(true, false, 'unresolved'), { maxLength: 12 })
});

const many = (size: number) =>
  Array.from({ length: size }, (_, index) => ({ name: `pkg-${index}`, a: '1.0', b: '2.0' }));

/** Answers as the reader would, with these as the causes. */
function walk(
  candidates: SearchPlace['candidates'],
  isBroken: (applied: ReadonlySet<string>) => Outcome
): SearchPlace {
  let place: SearchPlace = { tool: 'uv', candidates, answers: [] };
  for (let view = searchView(place); view.next; view = searchView(place)) {
    place = { ...place, answers: [...place.answers, isBroken(new Set(view.next.names))] };
  }
  return place;
}

describe('a long search', () => {
  // Walked once for each of its answers, this would never be done.
  it('is told in one walk, however many answers a link holds', () => {
    const place = readSearch(
      `#search=uv;dm${'u'.repeat(50_000)};${many(2000)
        .map(({ name }) => `${name}:1:2`)
        .join()}`
    );
    const view = searchView(place!);
    expect(view.tried[0]).toMatchObject({ n: 1, applied: 'everything', answer: 'Differs' });
    expect(view.end).not.toBeNull();
  });
});

describe('a search in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(readSearch(searchFragment(place))).toEqual(place);
      })
    );
  });

  it.each([
    ['nothing', ''],
    ['another fragment', '#lists'],
    ['another tool', '#search=npm;m;a:1:2'],
    ['an answer that is none', '#search=uv;x;a:1:2'],
    ['what a shell would run', '#search=uv;;a:1%3Bid:2'],
    ['an option', '#search=uv;;--index-url:1:2'],
    ['a name twice', '#search=uv;;a:1:2,a:1:3'],
    ['what does not differ', '#search=uv;;a:1:1'],
    ['a mangled escape', '#search=uv;;a:%E0%A4%A:1'],
    ['half of it', '#search=uv'],
    [
      'more than anybody has',
      `#search=uv;;${many(2001)
        .map(({ name }) => `${name}:1:2`)
        .join()}`
    ]
  ])('is none in %s', (_, fragment) => {
    expect(readSearch(fragment)).toBeNull();
  });
});

describe('the search', () => {
  it('is of the lists that give its differences in its order, whatever was answered, and of no others', () => {
    const place: SearchPlace = { tool: 'pip', candidates: many(4), answers: [true, false] };
    expect(isOfOtherLists(place, many(4))).toBe(false);
    expect(isOfOtherLists(place, many(5))).toBe(true);
    expect(
      isOfOtherLists(
        place,
        many(4).map((each) => ({ ...each, b: '3.0' }))
      )
    ).toBe(true);
  });

  it('prints a command for each try, and ends with what restores the result', () => {
    const place = walk(many(10), (applied) => applied.has('pkg-6'));
    const { end, tried } = searchView(place);
    expect(end?.headline).toBe('Found: pkg-6.');
    expect(end?.constraints).toBe('pkg-6==1.0\n');
    expect(tried[0]).toEqual({ n: 1, applied: 'everything', answer: 'Differs' });
    expect(tried[1]).toMatchObject({ applied: 'nothing', answer: 'Matches' });
    expect(searchView({ ...place, answers: [] }).next?.commands).toEqual([
      `uv pip install ${many(10)
        .map(({ name }) => `${name}==2.0`)
        .join(' ')}`
    ]);
  });

  it('goes on where a mixture would not install', () => {
    const place = walk(many(8), (applied) =>
      applied.has('pkg-2') !== applied.has('pkg-5') ? 'unresolved' : applied.has('pkg-7')
    );
    expect(place.answers).toContain('unresolved');
    expect(searchView(place).end?.headline).toBe('Found: pkg-7.');
  });

  it('says where there is nothing to search between', () => {
    const end = (answers: readonly Outcome[]) =>
      searchView({ tool: 'pip', candidates: many(3), answers }).end;
    expect(end([false])?.headline).toContain('not among these packages');
    expect(end([true, true])?.headline).toContain('not among these packages');
    expect(end(['unresolved'])?.headline).toContain('could not be installed');
    expect(end([true, 'unresolved'])?.constraints).toBeNull();
  });

  it('takes 500 differences, in files in place of long commands', () => {
    const place = walk(many(500), (applied) => applied.has('pkg-31') && applied.has('pkg-444'));
    expect(searchView(place).end?.headline).toBe('Found: pkg-31 and pkg-444 together.');
    const { next } = searchView({ ...place, answers: [] });
    expect(next?.commands).toEqual(['uv pip install -r try-1.txt']);
    expect(next?.file?.content.split('\n')).toHaveLength(501);
  });
});
