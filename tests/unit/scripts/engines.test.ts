import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BASELINE, EDITS, FEATURES, GENERATORS, type Manifest } from '$lib/experiment';
import { TRAINER_VERSION } from '$lib/experiment/receipt';
import { train } from '$lib/trainer';
import { covers } from '$lib/trainer/simd/simd-kernel';
import { agreement, countEngines, kernelShare, wrongsOfEngines } from '../../engines/document.js';
import { resultOf, type Swept } from '../../engines/findings';
import type { Measured, Missing } from '../../engines/measure.js';
import { MANIFESTS } from '../../engines/manifests';
import { trainedByKernel, wrongsOf } from '../../engines/verdict.js';
import { FIELDS } from '../experiment/manifests';
import { penguins } from '../trainer/penguins';

const text = readFileSync('docs/engines.md', 'utf8');

/** The tables of docs/engines.md: rows of cells, without heads. */
const tables = text
  .split(/\n\n+/)
  .filter((block) => block.startsWith('|'))
  .map((block) =>
    block
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
      )
  );
const [versions, agreements, digests] = tables;

describe('docs/engines.md', () => {
  const again = 'generate docs/engines.md again: npm run test:engines -- --write';

  it('tells of this trainer', () => {
    expect(text, again).toContain(`Measured with trainer version ${TRAINER_VERSION}.`);
  });

  it('lists these manifests, each with the digest that Node computes now', () => {
    const now = MANIFESTS.map(({ name, manifest }) => {
      const { accuracy, digest } = train(manifest, penguins).record;
      return [name, `${accuracy.correct} of ${accuracy.total}`, `\`${digest}\``];
    });
    expect(digests, again).toEqual(now);
  });

  it('was written where all engines ran and agreed', () => {
    expect(versions!.map(([name]) => name)).toEqual([
      'Node',
      'Chromium',
      'Firefox',
      'WebKitGTK',
      'reproduce.mjs',
      'reproduce.py',
      'MicroPython'
    ]);
    for (const [, version] of versions!) expect(version).toMatch(/\d+\.\d+/);
    expect(agreements).toEqual(MANIFESTS.map(({ name }) => [name, ...versions!.map(() => '✓')]));
  });

  it('was written where the SIMD kernel trained all that it covers, in Node and every browser', () => {
    const covered = MANIFESTS.filter(({ manifest }) => covers(manifest)).length;
    const all = `${covered} of ${MANIFESTS.length}`;
    expect(
      versions!.map(([, , kernel]) => kernel),
      again
    ).toEqual([all, all, all, all, 'none', 'none', 'none']);
  });
});

describe('the manifests that every engine trains', () => {
  /** What one field has in any of them. */
  const values = (field: string): Set<string> =>
    new Set(
      MANIFESTS.map(({ manifest }) =>
        JSON.stringify(
          field.split('.').reduce((part: unknown, name) => (part as Record<string, unknown>)[name], manifest)
        )
      )
    );
  const fixed = ['version', 'data.name', 'data.sha256', 'data.target', 'environment.math'];

  it('are at least 12, and no two are the same', () => {
    expect(MANIFESTS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(MANIFESTS.map(({ manifest }) => JSON.stringify(manifest))).size).toBe(MANIFESTS.length);
    expect(MANIFESTS[0]!.manifest).toEqual(BASELINE);
  });

  it.each(FIELDS.filter((field) => !fixed.includes(field)))('change %s', (field) => {
    expect(values(field).size).toBeGreaterThan(1);
  });

  it('take every word that a field takes, but for platform math', () => {
    const all = (list: (manifest: Manifest) => readonly string[]) =>
      new Set(MANIFESTS.flatMap(({ manifest }) => list(manifest)));
    expect(all(({ data }) => data.features)).toEqual(new Set(FEATURES));
    expect(all(({ data }) => data.edits)).toEqual(new Set(EDITS));
    expect(all(({ environment }) => [environment.rng])).toEqual(new Set(GENERATORS));
    expect(all(({ environment }) => [environment.precision])).toEqual(new Set(['float64', 'float32']));
    expect(all(({ environment }) => [environment.math])).toEqual(new Set(['portable']));
    expect(all(({ code }) => [code.checkpoint])).toEqual(new Set(['last', 'best-on-test']));
    expect(values('environment.ddof')).toEqual(new Set(['0', '1']));
  });

  it('are all for the SIMD kernel, but for those with other arithmetic than its own', () => {
    const others = MANIFESTS.filter(({ manifest }) => !covers(manifest));
    expect(others.map(({ name }) => name)).toEqual([
      'best epoch on the test set',
      'float32',
      'nearly everything at once'
    ]);
  });
});

describe('what an engine gave', () => {
  const result = resultOf(train(BASELINE, penguins).record);
  const { accuracy, digest } = result;
  const otherDigest = `${digest.slice(0, -1)}${digest.endsWith('0') ? '1' : '0'}` as typeof digest;
  const byKernel: Swept = { accuracy, digest, simd: true };
  const inTypeScript: Swept = { ...byKernel, simd: false };
  /** Of one manifest that the kernel covers, and one that it does not. */
  const expected = [
    { result, covered: true },
    { result, covered: false }
  ];
  const right = { results: [[result, result], [result]], swept: [byKernel, inTypeScript] };

  it('is right with the bits of the trainer, by the SIMD kernel where that covers the manifest', () => {
    expect(wrongsOf(expected, right)).toEqual(['', '']);
    expect(trainedByKernel(right.swept)).toBe(1);
  });

  it('is wrong with other bits in any worker', () => {
    const other = { ...result, digest: otherDigest };
    const results = [[result, other], [{ ...result, predictionsDigest: otherDigest }]];
    expect(wrongsOf(expected, { ...right, results })).toEqual([
      `expected ${digest} (85 right), but its workers gave ${digest} (85 right) and ${otherDigest} (85 right)`,
      expect.stringContaining('but its workers gave')
    ]);
  });

  it('is wrong with other bits in a sweep, by the SIMD kernel or not', () => {
    const swept = [
      { ...byKernel, digest: otherDigest },
      { ...inTypeScript, accuracy: { correct: 84, total: 100 } }
    ];
    expect(wrongsOf(expected, { ...right, swept })).toEqual([
      `expected ${digest} (85 right), but its sweep gave ${otherDigest} (85 right) by the SIMD kernel`,
      `expected ${digest} (85 right), but its sweep gave ${digest} (84 right) in TypeScript`
    ]);
  });

  it('is wrong where the right bits came the other way', () => {
    expect(wrongsOf(expected, { ...right, swept: [inTypeScript, byKernel] })).toEqual([
      'its sweep trained it in TypeScript, not by the SIMD kernel',
      'the SIMD kernel trained it, but does not cover it'
    ]);
  });

  it('is wrong where the SIMD kernel covers nothing', () => {
    const covered = expected.map(() => ({ result, covered: false }));
    const swept = [inTypeScript, inTypeScript];
    const words = 'the SIMD kernel covers none of the manifests';
    expect(wrongsOf(covered, { ...right, swept })).toEqual([words, words]);
  });

  it('is wrong where anything is not there', () => {
    expect(wrongsOf(expected, { results: [], swept: [] })).toEqual([
      expect.stringContaining('but its workers gave nothing'),
      expect.stringContaining('but its workers gave nothing')
    ]);
    expect(wrongsOf(expected, { ...right, swept: [] })).toEqual([
      'its sweep gave nothing',
      'its sweep gave nothing'
    ]);
  });
});

describe('what was measured', () => {
  const engine = (name: string, wrong: readonly string[], simd: number | null = 1): Measured => ({
    name,
    version: '1.0',
    wrong,
    simd,
    math: null
  });
  const missing: Missing = { name: 'WebKitGTK', missing: 'It is not installed.' };
  const engines = [engine('Node', ['', '']), engine('Firefox', ['', 'expected a, but got b']), missing];

  it('counts each manifest in each engine as a test, skipped where the engine is not to be had', () => {
    expect(countEngines(engines, 2)).toEqual({ passed: 3, failed: 1, skipped: 2 });
    expect(countEngines([engine('Node', ['', 'other bits'])], 2)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0
    });
  });

  it('tells how many manifests the SIMD kernel trained, and where there is none', () => {
    expect(kernelShare(engine('Firefox', ['', '']), 2)).toBe('1 of 2');
    expect(kernelShare(engine('Firefox', ['', ''], 0), 2)).toBe('0 of 2');
    expect(kernelShare(engine('reproduce.py', ['', ''], null), 2)).toBe('none');
  });

  it('says which engine was wrong on which manifests, and why, once for each reason', () => {
    const rows = ['one', 'two', 'three'].map((name) => ({ name }));
    const wrongs = (...wrong: string[]) => wrongsOfEngines(rows, [engine('Firefox', wrong), missing]);
    expect(wrongs('', '', '')).toEqual([]);
    expect(wrongs('a', 'b', 'a')).toEqual([
      { engine: 'Firefox', manifests: 'one; three', words: 'a' },
      { engine: 'Firefox', manifests: 'two', words: 'b' }
    ]);
    expect(wrongs('a', 'a', 'a')).toEqual([{ engine: 'Firefox', manifests: 'all manifests', words: 'a' }]);
  });

  it('shows which manifest went wrong where', () => {
    const rows = ['one', 'two'].map((name) => ({
      name,
      changes: {},
      result: train(BASELINE, penguins).record,
      covered: true
    }));
    expect(agreement(rows, engines)).toEqual([
      { Manifest: 'one', Node: '✓', Firefox: '✓', WebKitGTK: '–' },
      { Manifest: 'two', Node: '✓', Firefox: '✗', WebKitGTK: '–' }
    ]);
  });
});
