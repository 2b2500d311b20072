import { describe, expect, it } from 'vitest';
import { CONDA_NAMES, fromConda, toConda } from '$lib/experiment/environment/conda-names';
import { compareEnvironments, type Difference } from '$lib/experiment/environment/diff';
import { normalName } from '$lib/experiment/environment/environment';
import { commandsFor } from '$lib/experiment/environment/search';
import { environmentIn } from './given';

const conda = (name: string, version: string) =>
  environmentIn(`# Name  Version  Build  Channel\n${name}  ${version}  py311_0  conda-forge\n`);
const pip = (name: string, version: string) => environmentIn(`${name}==${version}\n`);

describe('packages that conda calls otherwise than PyPI', () => {
  it.each(CONDA_NAMES)('$conda is one with $pypi, whichever comes first', (entry) => {
    const found = (a: string, b: string): readonly Difference[] => [
      ...compareEnvironments(conda(entry.conda, a), pip(entry.pypi, b)).differences,
      ...compareEnvironments(pip(entry.pypi, a), conda(entry.conda, b)).differences
    ];
    for (const difference of found('1.0', '2.0'))
      expect(difference).toMatchObject({ name: entry.pypi, step: 'major' });
    expect(found('1.0', '2.0')).toHaveLength(2);
    expect(found('1.0', '1.0').map((each) => each.step)).not.toContain('major');
    expect(found('1.0', '1.0').map((each) => each.class)).not.toContain('only-a');
  });

  it.each(CONDA_NAMES)('$conda of PyPI is another package than $pypi', (entry) => {
    const { differences } = compareEnvironments(pip(entry.conda, '1.0'), pip(entry.pypi, '1.0'));
    expect(differences.map((each) => each.class)).toEqual(['only-a', 'only-b']);
  });

  it('meets what is on record of them', () => {
    const { differences } = compareEnvironments(conda('pytorch', '1.11.0'), pip('torch', '1.12.0'));
    expect(differences).toMatchObject([{ name: 'torch', class: 'known', a: '1.11.0', b: '1.12.0' }]);
  });

  it('are installed by the names that each tool knows', () => {
    for (const { pypi } of CONDA_NAMES) {
      const mixture = { install: [[pypi, '1.0']] as const, remove: [] };
      expect(commandsFor('uv', mixture)).toEqual([`uv pip install ${pypi}==1.0`]);
      expect(commandsFor('conda', mixture)).toEqual([`conda install --yes ${toConda(pypi)}=1.0`]);
      expect(fromConda(toConda(pypi))).toBe(pypi);
    }
    expect(commandsFor('conda', { install: [], remove: ['torch', 'numpy'] })).toEqual([
      'conda remove --yes pytorch numpy'
    ]);
  });

  it('stand there once, in normal form, with a source, and lead no further', () => {
    const names = CONDA_NAMES.map((entry) => entry.conda);
    expect(new Set(names).size).toBe(names.length);
    for (const entry of CONDA_NAMES) {
      expect([normalName(entry.conda), normalName(entry.pypi)]).toEqual([entry.conda, entry.pypi]);
      expect(fromConda(entry.pypi)).toBe(entry.pypi);
      expect(entry.source).toMatch(/^https:\/\//);
    }
  });
});
