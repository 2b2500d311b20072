import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { compareEnvironments } from '$lib/experiment/environment/diff';
import { KNOWN_CHANGES } from '$lib/experiment/environment/known-changes';
import { knownChangeSchema } from '$lib/experiment/environment/known-changes-schema';
import { compareVersions, isOrdered } from '$lib/experiment/environment/versions';
import { environmentIn } from './given';

const known = (a: string, b: string): readonly string[] =>
  compareEnvironments(environmentIn(a), environmentIn(b)).differences.flatMap((each) => each.known);

const changes = KNOWN_CHANGES.filter(({ type }) => type === 'version');

/** Something just below a boundary. */
const below = (boundary: string): string => `${boundary}.dev0`;

describe('the list of known changes', () => {
  it('is what its schema says, entry by entry', () => {
    for (const change of KNOWN_CHANGES)
      expect(v.safeParse(knownChangeSchema, change).issues, change.id).toBeUndefined();
    expect(KNOWN_CHANGES.length).toBeGreaterThanOrEqual(204);
  });

  it('has nothing twice', () => {
    const ids = KNOWN_CHANGES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const texts = KNOWN_CHANGES.map(({ what, match }) => JSON.stringify([what, match]));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('has no range that no version can be in', () => {
    for (const { id, match } of changes) {
      expect(isOrdered(match.boundary!), id).toBe(true);
      if (!match.onlyBefore) continue;
      const { from, to } = match.onlyBefore;
      expect(compareVersions(from, to), id).toBeLessThanOrEqual(0);
      expect(compareVersions(to, match.boundary!), id).toBeLessThan(0);
    }
  });

  it.each([
    ['a boundary that is no version', { match: { names: ['numpy'], boundary: 'two' } }],
    ['a change without a boundary', { match: { names: ['numpy'] } }],
    ['a condition with a boundary', { type: 'condition' }],
    ['a name that is not in normal form', { match: { names: ['Num_py'], boundary: '1' } }],
    ['no source', { source: undefined }],
    ['a field that is not known', { severity: 'high' }]
  ])('refuses %s', (_, change) => {
    const entry = changes.find(({ match }) => Object.keys(match).length === 2)!;
    expect(v.is(knownChangeSchema, entry)).toBe(true);
    expect(v.is(knownChangeSchema, { ...entry, ...change })).toBe(false);
  });
});

describe('matching', () => {
  const simple = changes.filter(
    ({ match }) => !match.alsoInstalled && !match.platform && !match.onlyBefore && match.names[0] !== 'python'
  );

  it('hits every change between its two sides, in both directions, and neither above nor below', () => {
    for (const { id, match } of simple) {
      const [name, boundary] = [match.names[0]!, match.boundary!];
      if (!/^(?:numpy|scipy|pandas|scikit-learn|torch|xgboost)$/.test(name)) continue;
      const line = (version: string) => `${name}==${version}`;
      expect(known(line(below(boundary)), line(boundary)), id).toContain(id);
      expect(known(line(boundary), line(below(boundary))), id).toContain(id);
      expect(known(line(boundary), line(`${boundary}.0.1`)), id).not.toContain(id);
      expect(known(line('0.0.1'), line(below(boundary))), id).not.toContain(id);
    }
  });

  it('says nothing of changes where a version is not known', () => {
    const unknown = [
      'numpy',
      'numpy>=1.20',
      'numpy @ file:///croot/numpy/work',
      'numpy==1.x',
      'numpy==unknown'
    ];
    fc.assert(
      fc.property(fc.constantFrom(...unknown), fc.constantFrom('1.0', '1.26.4', '2.5'), (line, version) => {
        const ids = known(line, `numpy==${version}`);
        expect(ids.filter((id) => changes.some((change) => change.id === id))).toEqual([]);
      })
    );
  });

  it('takes a CUDA build for the version that it is of', () => {
    expect(known('torch==2.1.0+cu118', 'torch==2.1.0+cu121')).not.toContain('transformers-sdpa');
    expect(
      known('torch==2.1.0+cu118\ntransformers==4.40', 'torch==2.1.1+cu118\ntransformers==4.40')
    ).toContain('transformers-sdpa');
    expect(known('torch==2.1.0', 'torch==2.1.1')).not.toContain('transformers-sdpa');
  });

  it('asks for the platform where the lists tell it', () => {
    const on = (system: string, version: string) =>
      environmentIn(
        `{"version": "1", "pip_version": "24", "installed": [{"metadata": {"name": "numpy", "version": "${version}"}}], "environment": {"sys_platform": "${system}"}}`
      );
    const ids = (system: string) =>
      compareEnvironments(on(system, '1.26.4'), on(system, '2.0.0')).differences.flatMap(
        (each) => each.known
      );
    expect(ids('win32')).toContain('numpy-2.0-windows-int');
    expect(ids('linux')).not.toContain('numpy-2.0-windows-int');
    expect(ids('darwin')).not.toContain('numpy-2.0-windows-int');
    expect(ids('darwin')).toContain('numpy-2.0-accelerate');
  });

  it('knows the only versions that a change is from', () => {
    expect(known('lightning==1.6.2', 'lightning==1.6.4')).toContain('lightning-1.6-benchmark');
    expect(known('lightning==1.5.10', 'lightning==1.6.4')).not.toContain('lightning-1.6-benchmark');
  });

  it('tells conditions of things in both lists, whether they differ or not', () => {
    const same = environmentIn('torch==2.1.0');
    expect(compareEnvironments(same, same).conditions).toContain('torch-atomics');
    expect(known('torch==2.1.0', 'torch==2.1.1')).toContain('torch-releases');
    expect(known('torch==2.1.0', 'numpy==1.0')).toEqual([]);
  });

  describe('of a processor', () => {
    const torch = (cpu: string) => environmentIn(`PyTorch version: 2.1.0\n${cpu}\n\n[pip3] numpy==1.26.4\n`);
    const inspect = (machine: string) =>
      environmentIn(
        `{"version": "1", "pip_version": "24", "installed": [], "environment": {"platform_machine": "${machine}"}}`
      );
    it.each([
      ['of Linux', torch('CPU:\nModel name:   EPYC 7742'), torch('CPU:\nModel name:   Xeon 8358')],
      ['of macOS', torch('CPU:\nApple M1 Pro'), torch('CPU:\nApple M3')],
      ['of Windows', torch('CPU:\nName: EPYC 7742'), torch('CPU:\nName: Xeon 8358')],
      [
        'of older Windows',
        torch('CPU:\nArchitecture=9\nName=EPYC'),
        torch('CPU:\nArchitecture=9\nName=Xeon')
      ],
      ['of another architecture', inspect('x86_64'), inspect('arm64')]
    ])('%s, where both lists record it and it is another', (_, a, b) => {
      expect(compareEnvironments(a, b).differences).toMatchObject([
        { kind: 'machine', class: 'known', known: ['cpu-model'] }
      ]);
      expect(compareEnvironments(a, a).differences).toEqual([]);
    });

    it('is not told from one that only one list records', () => {
      const { differences } = compareEnvironments(torch('CPU:\nApple M1'), torch(''));
      expect(differences).toMatchObject([{ name: 'cpu', class: 'only-a', known: [] }]);
    });
  });
});
