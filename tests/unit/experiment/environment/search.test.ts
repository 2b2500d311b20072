import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASPECTS, recordedIn } from '$lib/experiment/environment/aspects';
import { compareEnvironments } from '$lib/experiment/environment/diff';
import {
  candidatesOf,
  commandsFor,
  isCandidate,
  mixtureOf,
  restoringConstraints,
  TOOLS
} from '$lib/experiment/environment/search';
import { readGiven } from '$lib/receipt/given-environment';
import { environmentIn, sample, SAMPLES } from './given';

const found = (a: string, b: string) => candidatesOf(compareEnvironments(environmentIn(a), environmentIn(b)));

describe('what can be tried by installing', () => {
  it('is every package whose versions are known, what is on record first', () => {
    const { candidates, leftOut } = found(
      'aaa==1.0\nnumpy==1.26.4\nold==3\nloc @ file:///a/b\nsame==1',
      'aaa==1.1\nnumpy==2.0.0\nnew==4\nloc @ file:///a/c\nsame==1'
    );
    expect(candidates).toEqual([
      { name: 'numpy', a: '1.26.4', b: '2.0.0' },
      { name: 'aaa', a: '1.0', b: '1.1' },
      { name: 'old', a: '3', b: null },
      { name: 'new', a: null, b: '4' }
    ]);
    expect(leftOut).toBe(1);
  });

  it('is nothing that a shell would read as more than a name and a version', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('1;id', '$(id)', '`id`', '1 -r x', "1'", '1&&id', '>x', '--x', '')
    );
    fc.assert(
      fc.property(texts, texts, (name, version) => {
        if (!isCandidate({ name, a: version, b: null })) return;
        expect(`${name}==${version}`).toMatch(/^[a-z0-9-]+==[A-Za-z0-9._+-]+$/);
        expect(name[0]).not.toBe('-');
        expect(version[0]).not.toBe('-');
      })
    );
    expect(isCandidate({ name: 'a', a: '1.0+cu118', b: '2.0.post1' })).toBe(true);
    expect(isCandidate({ name: 'a', a: '1', b: '1' })).toBe(false);
  });

  it('becomes commands that say all of the mixture', () => {
    const { candidates } = found('numpy==1.26.4\nold==3\n', 'numpy==2.0.0\nnew==4\n');
    const mixture = mixtureOf(candidates, ['numpy', 'old']);
    expect(mixture).toEqual({ install: [['numpy', '2.0.0']], remove: ['old', 'new'] });
    expect(commandsFor('uv', mixture)).toEqual(['uv pip uninstall old new', 'uv pip install numpy==2.0.0']);
    expect(commandsFor('conda', mixture)[1]).toBe('conda install --yes numpy=2.0.0');
    for (const tool of TOOLS) expect(commandsFor(tool, { install: [], remove: [] })).toEqual([]);
    expect(restoringConstraints(candidates, ['numpy', 'new'])).toBe('numpy==1.26.4\n');
  });
});

describe('what a list records', () => {
  it('is told for each format, and for no list all of it', () => {
    for (const name of SAMPLES) {
      const read = readGiven(sample(name));
      if (read.ok) expect(recordedIn(read.value).length).toBeLessThan(ASPECTS.length);
    }
    const collect = readGiven(sample('collect-env.txt'));
    expect(collect.ok && recordedIn(collect.value)).toEqual([
      'python',
      'versions',
      'system',
      'cpu',
      'blas',
      'gpu',
      'cuda'
    ]);
    const dvc = readGiven(sample('dvc.lock'));
    expect(dvc.ok && recordedIn(dvc.value)).toEqual(['data']);
  });
});
