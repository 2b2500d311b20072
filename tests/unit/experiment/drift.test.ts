import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDrifts,
  BASELINE,
  DEFAULT_DRIFT,
  diff,
  DRIFT_IDS,
  driftById,
  driftDifferences,
  DRIFTS,
  orderedDrifts,
  parseManifest,
  type DriftId
} from '$lib/experiment';
import { anyManifest } from '../trainer/manifests';

/** What each drift changes, and where its cause lies; written out, not derived from the catalogue. */
const CATALOGUE: Record<DriftId, [part: string, path: string, before: unknown, after: unknown]> = {
  'library-default': ['environment', 'code.l2', 0, 0.01],
  'rng-algorithm': ['environment', 'environment.rng', 'xoshiro128**', 'pcg32'],
  'random-seed': ['environment', 'environment.seed', 1, 2026],
  float32: ['environment', 'environment.precision', 'float64', 'float32'],
  'gradient-chunks': ['environment', 'environment.gradientChunks', 1, 4],
  ddof: ['environment', 'environment.ddof', 0, 1],
  'rows-reversed': ['data', 'data.edits', [], ['rows-reversed']],
  'more-epochs': ['code', 'code.epochs', 100, 101]
};

const anyDrifts = fc.subarray([...DRIFT_IDS]);

describe('the catalogue', () => {
  it('has these drifts, each under its own id', () => {
    expect(DRIFT_IDS).toEqual(Object.keys(CATALOGUE));
    expect(new Set(DRIFT_IDS).size).toBe(DRIFTS.length);
    for (const drift of DRIFTS) expect(driftById(drift.id)).toBe(drift);
    expect(DRIFT_IDS).toContain(DEFAULT_DRIFT);
  });

  it.each(DRIFT_IDS)('%s changes exactly what it says', (id) => {
    const [part, path, before, after] = CATALOGUE[id];
    expect(driftById(id).part).toBe(part);
    expect(driftDifferences(id)).toMatchObject([{ path, before, after }]);
  });

  it('has nothing else', () => {
    expect(() => driftById('cosmic-rays' as DriftId)).toThrow('no drift is named cosmic-rays');
  });
});

describe('applying drifts', () => {
  it('changes what they change together, and nothing else', () => {
    fc.assert(
      fc.property(anyDrifts, (ids) => {
        const paths = ids.map((id) => CATALOGUE[id][1]);
        const renamed = ids.some((id) => CATALOGUE[id][0] === 'environment');
        const differences = diff(BASELINE, applyDrifts(ids));
        expect(differences.map(({ path }) => path).toSorted()).toEqual(
          [...paths, ...(renamed ? ['environment.name'] : [])].toSorted()
        );
        for (const id of ids) {
          const [, path, , after] = CATALOGUE[id];
          expect(differences.find((difference) => difference.path === path)?.after).toEqual(after);
        }
      })
    );
  });

  it('calls the environment v2 once anything in it moved, and v1 until then', () => {
    fc.assert(
      fc.property(anyDrifts, (ids) => {
        const moved = ids.some((id) => CATALOGUE[id][0] === 'environment');
        expect(applyDrifts(ids).environment.name).toBe(moved ? 'v2' : 'v1');
      })
    );
  });

  it('does not depend on their order or on repeats', () => {
    const shuffled = fc
      .shuffledSubarray([...DRIFT_IDS])
      .chain((ids) =>
        fc.tuple(fc.constant(ids), fc.shuffledSubarray([...ids, ...ids], { minLength: 2 * ids.length }))
      );
    fc.assert(
      fc.property(shuffled, anyManifest, ([ids, again], base) => {
        expect(applyDrifts(again, base)).toEqual(applyDrifts(ids, base));
        expect(orderedDrifts(again)).toEqual(orderedDrifts(ids));
      })
    );
  });

  it('gives a valid manifest, and leaves its base alone', () => {
    fc.assert(
      fc.property(anyDrifts, (ids) => {
        const before = structuredClone(BASELINE);
        const manifest = applyDrifts(ids);
        expect(parseManifest(manifest)).toEqual({ ok: true, value: manifest });
        expect(BASELINE).toEqual(before);
      })
    );
  });

  it('of none is the base', () => {
    fc.assert(
      fc.property(anyManifest, (base) => {
        expect(applyDrifts([], base)).toEqual(base);
      })
    );
  });
});
