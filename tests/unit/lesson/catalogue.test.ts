import { describe, expect, it } from 'vitest';
import { compare, diff, driftChanges, driftedManifest, DRIFTS, isMatch, type Drift } from '$lib/experiment';
import { CATALOGUE, conflicting, PAIR, RECORDED } from '$lib/experiment/lab';
import { parseManifest } from '$lib/experiment/parse-manifest';
import { catalogueWords, labFields } from '$lib/lesson/catalogue';
import { train } from '$lib/trainer';
import { SCHEMA_FIELDS } from '../experiment/manifests';
import { penguins } from '../trainer/penguins';

interface Row {
  says: [part: Drift['part'], path: string, before: unknown, after: unknown];
  /** Measured from the recorded baseline: its digest, penguins right of 100, predictions that flip. */
  does: [digest: 'same' | 'changed', correct: number, flips: number];
}

/** What each drift changes and what comes of it; written out, and the table of TRAINER.md where that has it. */
const TABLE: Record<string, Row> = {
  'more-epochs': { says: ['code', 'code.epochs', 100, 101], does: ['changed', 89, 4] },
  'one-epoch-less': { says: ['code', 'code.epochs', 100, 99], does: ['changed', 85, 2] },
  'learning-rate': { says: ['code', 'code.learningRate', 0.3, 0.1], does: ['changed', 83, 12] },
  'rate-rounded-down': { says: ['code', 'code.learningRate', 0.3, 0.29], does: ['changed', 85, 0] },
  'learning-rate-5': { says: ['code', 'code.learningRate', 0.3, 5], does: ['changed', 79, 14] },
  'batch-size': { says: ['code', 'code.batchSize', 16, 32], does: ['changed', 84, 3] },
  'batches-of-17': { says: ['code', 'code.batchSize', 16, 17], does: ['changed', 85, 0] },
  'hidden-units': { says: ['code', 'code.hiddenUnits', 8, 2], does: ['changed', 72, 25] },
  'best-on-test': { says: ['code', 'code.checkpoint', 'last', 'best-on-test'], does: ['changed', 90, 7] },
  comment: {
    says: ['code', 'code.comment', 'Bill and body mass are enough.', 'Bill length and body mass are enough.'],
    does: ['same', 85, 0]
  },
  'rows-reversed': { says: ['data', 'data.edits', [], ['rows-reversed']], does: ['changed', 85, 6] },
  'rows-swapped': { says: ['data', 'data.edits', [], ['rows-swapped']], does: ['changed', 85, 0] },
  'row-duplicated': { says: ['data', 'data.edits', [], ['row-duplicated']], does: ['changed', 84, 1] },
  'dot-as-female': { says: ['data', 'data.edits', [], ['dot-as-female']], does: ['changed', 84, 1] },
  'training-labels-flipped': {
    says: ['data', 'data.edits', [], ['training-labels-flipped']],
    does: ['changed', 83, 8]
  },
  'test-labels-corrected': {
    says: ['data', 'data.edits', [], ['test-labels-corrected']],
    does: ['same', 90, 0]
  },
  'split-seed': { says: ['data', 'data.splitSeed', 42, 43], does: ['changed', 83, 2] },
  'library-default': { says: ['environment', 'code.l2', 0, 0.01], does: ['changed', 71, 28] },
  'library-default-small': { says: ['environment', 'code.l2', 0, 0.001], does: ['changed', 86, 1] },
  'rng-algorithm': {
    says: ['environment', 'environment.rng', 'xoshiro128**', 'pcg32'],
    does: ['changed', 84, 13]
  },
  'rng-mt19937': {
    says: ['environment', 'environment.rng', 'xoshiro128**', 'mt19937'],
    does: ['changed', 84, 3]
  },
  'random-seed': { says: ['environment', 'environment.seed', 1, 2026], does: ['changed', 86, 7] },
  float32: {
    says: ['environment', 'environment.precision', 'float64', 'float32'],
    does: ['changed', 85, 0]
  },
  'gradient-chunks-2': {
    says: ['environment', 'environment.gradientChunks', 1, 2],
    does: ['changed', 85, 0]
  },
  'gradient-chunks': { says: ['environment', 'environment.gradientChunks', 1, 4], does: ['changed', 85, 0] },
  'gradient-chunks-8': {
    says: ['environment', 'environment.gradientChunks', 1, 8],
    does: ['changed', 85, 0]
  },
  ddof: { says: ['environment', 'environment.ddof', 0, 1], does: ['changed', 85, 0] },
  // The digest is the engine's, and none of those tried had the portable one.
  'platform-math': {
    says: ['environment', 'environment.math', 'portable', 'platform'],
    does: ['changed', 85, 0]
  },
  'host-name': { says: ['environment', 'environment.host', 'atlas', 'orion'], does: ['same', 85, 0] },
  'time-zone': {
    says: ['environment', 'environment.timeZone', 'UTC', 'Europe/Paris'],
    does: ['same', 85, 0]
  },
  user: { says: ['environment', 'environment.user', 'ada', 'grace'], does: ['same', 85, 0] },
  'patch-version': { says: ['environment', 'environment.library', '1.4.0', '1.4.1'], does: ['same', 85, 0] }
};

const baseline = train(RECORDED, penguins).record;
const recordOf = (...drifts: readonly Drift[]) => train(driftedManifest(drifts, RECORDED), penguins).record;
const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
const catalogue = CATALOGUE.map((drift) => ({ ...drift, ...catalogueWords[drift.id] }));
const byId = (id: string) => catalogue.find((entry) => entry.id === id)!;

describe('the catalogue', () => {
  it('has these drifts, each under an id and a name of its own', () => {
    expect(catalogue.map(({ id }) => id).toSorted()).toEqual(Object.keys(TABLE).toSorted());
    expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
  });

  it('has every drift of the lesson, as the lesson has it', () => {
    for (const drift of DRIFTS) expect(byId(drift.id)).toMatchObject(drift);
  });

  it('offers code first, then data, then the environment', () => {
    const parts = catalogue.map(({ part }) => part);
    expect(parts).toEqual(parts.toSorted());
  });
});

describe.each(catalogue.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  const { says, does } = TABLE[id]!;
  const [part, path, before, after] = says;

  it('changes what it says and nothing more', () => {
    const change = { path, before, after };
    const renamed = { path: 'environment.name', before: 'v1', after: 'v2' };
    const manifest = driftedManifest([entry], RECORDED);
    expect(entry.part).toBe(part);
    expect(driftChanges(entry, RECORDED)).toMatchObject([change]);
    expect(diff(RECORDED, manifest).toSorted(byPath)).toMatchObject(
      (part === 'environment' ? [change, renamed] : [change]).toSorted(byPath)
    );
    expect(parseManifest(manifest)).toEqual({ ok: true, value: manifest });
  });

  it('does to the run what was measured', () => {
    const record = recordOf(entry);
    const { kind, flipped } = compare(baseline, record);
    expect([kind === 'identical' ? 'same' : 'changed', record.accuracy.correct, flipped.length]).toEqual(
      does
    );
    expect(record.accuracy.total).toBe(100);
  });

  it('is harmless exactly when it says so', () => {
    const [digest, correct] = does;
    expect(entry.harmless === true).toBe(digest === 'same' && correct === 85);
  });

  it('can go into an address, and has a short name', () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(entry.name.length).toBeGreaterThan(0);
    expect(entry.name.length).toBeLessThan(30);
  });

  it('has a whole card', () => {
    const { world, fact, source, advice } = entry.card;
    for (const text of [world, fact, advice.text]) expect(text).toMatch(/^\S.{20,}[.…]$/s);
    expect(source.title.length).toBeGreaterThan(3);
    const url = new URL(source.url);
    expect(url.protocol).toBe('https:');
    expect(url.href).toBe(source.url);
    expect(url.hostname).toMatch(/^[a-z0-9.-]+\.[a-z]+$/);
    expect(['pin', 'lock', 'record', 'test']).toContain(advice.kind);
  });

  it('leaves it to the Lab to tell what it does to our own model', () => {
    const { world, advice } = entry.card;
    expect(`${world} ${advice.text}`).not.toMatch(/%|accuracy|\d of 100|[0-9a-f]{8}/);
  });
});

it.each(
  Object.entries(TABLE).flatMap(([id, { says }]) =>
    ['code.epochs', 'code.learningRate', 'code.batchSize', 'code.hiddenUnits', 'code.l2'].includes(says[1])
      ? [[id, says[3] as number] as const]
      : []
  )
)('%s tells the value that it sets, %d', (id, value) => {
  const words = byId(id)
    .card.world.match(/\d+(\.\d+)?/g)
    ?.map(Number);
  expect(words).toContain(value);
});

it('cards tell of different facts, and give each kind of advice', () => {
  expect(new Set(catalogue.map(({ card }) => card.fact)).size).toBe(catalogue.length);
  expect(new Set(catalogue.map(({ card }) => card.world)).size).toBe(catalogue.length);
  expect(new Set(catalogue.map(({ card }) => card.advice.kind)).size).toBe(4);
});

it('the pair keeps every prediction one by one, and together neither those nor the score', () => {
  const [one, other] = PAIR.map(byId);
  expect(conflicting(one!, other!)).toBe(false);
  for (const drift of [one, other]) {
    const record = recordOf(drift!);
    expect(compare(baseline, record).kind).toBe('equivalent');
    expect(record.accuracy).toEqual(baseline.accuracy);
  }
  const comparison = compare(baseline, recordOf(one!, other!));
  expect(comparison.kind).toBe('mismatch');
  expect(comparison.flipped.length).toBeGreaterThan(0);
  expect(isMatch(comparison)).toBe(false);
});

it('every field of a manifest has a name in the Lab, and no other has', () => {
  const paths = SCHEMA_FIELDS.filter((path) => path !== 'version');
  expect(Object.keys(labFields).toSorted()).toEqual(paths.toSorted());
  expect(new Set(Object.values(labFields)).size).toBe(paths.length);
});
