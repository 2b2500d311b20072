import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, diff, manifestKey, type Manifest } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { setFields } from '$lib/experiment/parse-manifest';
import { anyManifest } from '../trainer/manifests';
import { SCHEMA_FIELDS } from './manifests';

/** The same manifest with the fields of every object in another order. */
const reordered = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reordered(inner)])
      )
    : value;

describe('diff', () => {
  it('names a field, its part, and both values', () => {
    const later = { ...BASELINE, environment: { ...BASELINE.environment, seed: 2026 } };
    expect(diff(BASELINE, later)).toEqual([
      { path: 'environment.seed', part: 'environment', field: 'seed', before: 1, after: 2026 }
    ]);
  });

  it('names fields that only one of the two records', () => {
    const notes = [
      ['code.comment', RECORDED.code.comment],
      ['environment.library', RECORDED.environment.library],
      ['environment.host', RECORDED.environment.host],
      ['environment.timeZone', RECORDED.environment.timeZone],
      ['environment.user', RECORDED.environment.user]
    ];
    const told = (before: Manifest, after: Manifest) =>
      diff(before, after).map(({ path, before, after }) => [path, before, after]);
    expect(told(BASELINE, RECORDED)).toEqual(notes.map(([path, value]) => [path, undefined, value]));
    expect(told(RECORDED, BASELINE)).toEqual(notes.map(([path, value]) => [path, value, undefined]));
  });

  it('of a manifest with itself is empty, whatever the order of its fields', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        expect(diff(manifest, reordered(manifest) as Manifest)).toEqual([]);
      })
    );
  });

  it('is all it takes to turn one manifest into the other', () => {
    fc.assert(
      fc.property(anyManifest, anyManifest, (before, after) => {
        const differences = diff(before, after);
        const changes = differences.map(({ path, after }) => [path, after] as const);
        expect(setFields(changes, before)).toEqual({ ok: true, value: after });
        for (const difference of differences) expect(difference.before).not.toEqual(difference.after);
      })
    );
  });

  it('seen from the other side has the same paths, in the order of the manifest', () => {
    fc.assert(
      fc.property(anyManifest, anyManifest, (before, after) => {
        const paths = diff(before, after).map(({ path }) => path);
        expect(
          diff(after, before)
            .map(({ path }) => path)
            .toSorted()
        ).toEqual(paths.toSorted());
        const places = diff(BASELINE, after).map(({ path }) => SCHEMA_FIELDS.indexOf(path));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      })
    );
  });

  it('tells the order of a list', () => {
    const data = {
      ...BASELINE.data,
      features: BASELINE.data.features.toReversed() as typeof BASELINE.data.features
    };
    expect(diff(BASELINE, { ...BASELINE, data }).map(({ path }) => path)).toEqual(['data.features']);
  });
});

describe('manifestKey', () => {
  it('does not depend on the order of fields', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        expect(manifestKey(reordered(manifest) as Manifest)).toBe(manifestKey(manifest));
      })
    );
  });

  it('is equal for equal manifests only', () => {
    fc.assert(
      fc.property(anyManifest, anyManifest, (one, other) => {
        expect(manifestKey(one) === manifestKey(other)).toBe(diff(one, other).length === 0);
      })
    );
  });
});
