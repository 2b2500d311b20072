import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BASELINE, EDITS, FEATURES, GENERATORS, type Manifest } from '$lib/experiment';
import { TRAINER_VERSION } from '$lib/experiment/receipt';
import { train } from '$lib/trainer';
import { agreement, countEngines } from '../../engines/document.js';
import type { Measured, Missing } from '../../engines/measure.js';
import { MANIFESTS } from '../../engines/manifests';
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
    expect(versions.map(([name]) => name)).toEqual([
      'Node',
      'Chromium',
      'Firefox',
      'WebKitGTK',
      'reproduce.mjs',
      'reproduce.py'
    ]);
    for (const [, version] of versions) expect(version).toMatch(/\d+\.\d+/);
    expect(agreements).toEqual(MANIFESTS.map(({ name }) => [name, ...versions.map(() => '✓')]));
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
    expect(MANIFESTS[0].manifest).toEqual(BASELINE);
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
});

describe('what was measured', () => {
  const engine = (name: string, wrong: readonly string[]): Measured => ({
    name,
    version: '1.0',
    wrong,
    math: null
  });
  const missing: Missing = { name: 'WebKitGTK', missing: 'It is not installed.' };
  const engines = [engine('Node', ['', '']), engine('Firefox', ['', 'expected a, but got b']), missing];

  it('counts each manifest in each engine as a test, skipped where the engine is not to be had', () => {
    expect(countEngines(engines, 2)).toEqual({ passed: 1, failed: 1, skipped: 2 });
  });

  it('shows which manifest went wrong where', () => {
    const rows = ['one', 'two'].map((name) => ({
      name,
      changes: {},
      result: train(BASELINE, penguins).record
    }));
    expect(agreement(rows, engines)).toEqual([
      { Manifest: 'one', Node: '✓', Firefox: '✓', WebKitGTK: '–' },
      { Manifest: 'two', Node: '✓', Firefox: '✗', WebKitGTK: '–' }
    ]);
  });
});
