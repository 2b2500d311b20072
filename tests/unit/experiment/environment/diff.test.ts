import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEnvironments, differsInSubstance, type Difference } from '$lib/experiment/environment/diff';
import type { Environment } from '$lib/experiment/environment/environment';
import { readEnvironment } from '$lib/experiment/environment/read';
import { constraintsOf } from '$lib/experiment/environment/write';
import { environmentIn, sample, SAMPLES } from './given';

const letters = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}$/);
const names = fc.oneof(letters, fc.constantFrom('numpy', 'scikit-learn', 'torch', 'transformers', 'pandas'));
const versions = fc
  .tuple(
    fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', 'rc1', '.post2', '+cu118', '.dev3')
  )
  .map(([release, rest]) => `${release.join('.')}${rest}`);
const lists = fc.uniqueArray(fc.tuple(names, versions), {
  selector: ([name]) => name,
  minLength: 1,
  maxLength: 12
});

type List = readonly (readonly [name: string, version: string])[];
const freeze = (list: List): string => list.map(([name, version]) => `${name}==${version}\n`).join('');
const environmentOf = (list: List): Environment => environmentIn(freeze(list));
const compared = (a: List, b: List) => compareEnvironments(environmentOf(a), environmentOf(b));
const substance = (differences: readonly Difference[]) =>
  differences.filter((each) => each.class !== 'noise');

/** The same names, some with another version. */
const pairs = fc
  .tuple(
    lists,
    fc.array(versions, { minLength: 12, maxLength: 12 }),
    fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
  )
  .map(
    ([list, others, moves]) =>
      [
        list,
        list.map(([name, version], index) => [name, moves[index] ? others[index]! : version] as const)
      ] as const
  );

const MIRRORED: Readonly<Record<string, string>> = { 'only-a': 'only-b', 'only-b': 'only-a' };

describe('comparing', () => {
  it('finds nothing between a thing and itself', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(compared(list, list)).toMatchObject({ differences: [], equal: list.length });
      })
    );
    for (const name of SAMPLES) {
      const read = readEnvironment(sample(name));
      if (read.ok) expect(compareEnvironments(read.value, read.value).differences).toEqual([]);
    }
  });

  it('mirrors when the two are swapped, and what is known is the same in both directions', () => {
    fc.assert(
      fc.property(fc.oneof(pairs, fc.tuple(lists, lists)), ([a, b]) => {
        const mirrored = compared(b, a).differences.map((each) => ({
          ...each,
          a: each.b,
          b: each.a,
          class: MIRRORED[each.class] ?? each.class
        }));
        const byName = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).toSorted();
        const sorted = (each: object) => Object.fromEntries(Object.entries(each).toSorted());
        expect(byName(mirrored.map(sorted))).toEqual(byName(compared(a, b).differences.map(sorted)));
      })
    );
  });

  it('is changed by neither order, nor case, nor the marks in names, nor comments', () => {
    const written = fc.tuple(lists, fc.func(fc.nat(99)), fc.boolean()).map(([list, chance, comments]) => {
      const lines = list.map(([name, version], index) => {
        const other = [...name]
          .map((char, place) => {
            const draw = chance(index, place);
            return char === '-' ? ['-', '_', '.', '-_'][draw % 4]! : draw % 2 ? char.toUpperCase() : char;
          })
          .join('');
        return `${other} == ${version}${comments && chance(index) % 2 ? '  # because' : ''}`;
      });
      const shuffled = lines
        .map((line, index) => [chance(-1, index), line] as const)
        .toSorted(([one], [other]) => one - other);
      return { list, text: shuffled.map(([, line]) => line).join('\n') };
    });
    fc.assert(
      fc.property(written, ({ list, text }) => {
        expect(differsInSubstance(compareEnvironments(environmentOf(list), environmentIn(text)))).toBe(false);
      })
    );
  });

  it('reads what it writes as the same', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const environment = environmentOf(list);
        expect(environmentIn(constraintsOf(environment)).items).toEqual(environment.items);
      })
    );
  });

  it('counts everything once: equal, different, or in one only', () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const { differences, equal } = compared(a, b);
        const all = new Set([...a, ...b].map(([name]) => name));
        expect(equal + differences.filter(({ kind }) => kind !== 'file').length).toBe(all.size);
      })
    );
  });

  it('takes versions that PEP 440 takes for equal for equal', () => {
    expect(substance(compared([['a', '1.0']], [['a', '1.0.0']]).differences)).toEqual([]);
    expect(substance(compared([['a', '1.0rc1']], [['a', '1.0.RC1']]).differences)).toEqual([]);
  });

  it.each([
    ['1.2.3', '2.0', 'major'],
    ['1.2.3', '1.3', 'minor'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.2.3', '1.2.3.post1', 'patch'],
    ['1.2.3', '1.2.3+cu118', 'local'],
    ['1.1.1w', '1.1.1x', 'other']
  ])('tells %s from %s as %s', (a, b, step) => {
    expect(compared([['x', a]], [['x', b]]).differences).toMatchObject([{ class: 'changed', step, a, b }]);
  });

  it('tells another build or hash of one version, and what only more was recorded of', () => {
    const conda = (build: string) => environmentIn(`dependencies:\n  - mylib=1.0=${build}\n`);
    expect(compareEnvironments(conda('h1_0'), conda('h2_0')).differences).toMatchObject([{ class: 'build' }]);
    const hashed = (hashes: readonly string[]) =>
      environmentIn(`mylib==1.0 ${hashes.map((hash) => `--hash=sha256:${hash}`).join(' ')}`);
    expect(compareEnvironments(hashed(['aa']), hashed(['bb'])).differences).toMatchObject([
      { class: 'build' }
    ]);
    expect(compareEnvironments(hashed(['aa']), hashed(['aa', 'bb'])).differences).toMatchObject([
      { class: 'noise' }
    ]);
    expect(compareEnvironments(hashed([]), hashed(['aa'])).differences).toMatchObject([{ class: 'noise' }]);
  });

  it('tells what belongs to the file as noise', () => {
    const lock = (revision: number) =>
      environmentIn(`version = 1\nrevision = ${revision}\n[[package]]\nname = "a"\nversion = "1"`);
    const comparison = compareEnvironments(lock(1), lock(2));
    expect(comparison.differences).toMatchObject([{ name: 'revision', class: 'noise', a: '1', b: '2' }]);
    expect(differsInSubstance(comparison)).toBe(false);
  });

  it('puts parameters and commits to the code, hashes of data to the data', () => {
    const lock = (md5: string, epochs: number) =>
      environmentIn(
        `schema: '2.0'\nstages:\n  t:\n    deps:\n    - path: d.csv\n      md5: '${md5}'\n    - path: t.py\n      md5: '${md5}'\n    params:\n      p.yaml:\n        epochs: ${epochs}\n`
      );
    const { differences } = compareEnvironments(lock('a', 1), lock('b', 2));
    expect(differences.map(({ section, name }) => [section, name])).toEqual([
      ['code', 'p.yaml.epochs'],
      ['code', 't.py'],
      ['data', 'd.csv']
    ]);
  });

  it('takes 2,000 packages and 20,000 lines of hashes', () => {
    const long = (patch: number) =>
      Array.from(
        { length: 2000 },
        (_, index) => `pkg-${index}==1.${index}.${patch} ${'--hash=sha256:ab '.repeat(10)}`
      ).join('\n');
    expect(compareEnvironments(environmentIn(long(0)), environmentIn(long(1))).differences).toHaveLength(
      2000
    );
  });
});
