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
  driftedManifest,
  DRIFTS,
  orderedDrifts,
  type Drift,
  type DriftId
} from '$lib/experiment';
import { CATALOGUE as LAB_CATALOGUE, conflicting } from '$lib/experiment/lab';
import { parseManifest, setFields } from '$lib/experiment/parse-manifest';
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

  it('is offered in the Lab too, which the lesson links to', () => {
    for (const drift of DRIFTS) expect(LAB_CATALOGUE).toContain(drift);
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

/** Drifts beyond those of the lesson, some of which set the same fields. */
const MORE: readonly Drift[] = [
  ...DRIFTS,
  { id: 'other-seed', part: 'environment', change: { environment: { seed: 7 } } },
  { id: 'other-l2', part: 'code', change: { code: { l2: 0.5, batchSize: 8 } } },
  { id: 'other-batch', part: 'code', change: { code: { batchSize: 4 } } },
  { id: 'host', part: 'environment', change: { environment: { host: 'orion' } } },
  { id: 'swapped', part: 'data', change: { data: { edits: ['rows-swapped', 'rows-reversed'] } } },
  { id: 'split', part: 'data', change: { data: { splitSeed: 7 } } }
];

/** Paths and values, as `setFields` takes them. */
const fieldsSet = ({ change }: Drift): [path: string, value: unknown][] =>
  Object.entries(change).flatMap(([part, fields]) =>
    Object.entries(fields).map(([field, value]): [string, unknown] => [`${part}.${field}`, value])
  );

const anyMore = fc.shuffledSubarray([...MORE]);

describe('drifts from any catalogue', () => {
  it('give a valid manifest from any other, and leave both alone', () => {
    fc.assert(
      fc.property(anyMore, anyManifest, (drifts, base) => {
        const before = structuredClone([drifts, base]);
        const manifest = driftedManifest(drifts, base);
        expect(parseManifest(manifest)).toEqual({ ok: true, value: manifest });
        expect([drifts, base]).toEqual(before);
      })
    );
  });

  it('set their fields, the last one where several set the same, and add up their edits', () => {
    fc.assert(
      fc.property(anyMore, anyManifest, (drifts, base) => {
        const set = new Map(drifts.flatMap(fieldsSet));
        const edits = drifts.flatMap(({ change }) => change.data?.edits ?? []);
        set.set('data.edits', [...new Set([...base.data.edits, ...edits])]);
        if (drifts.some(({ part }) => part === 'environment')) set.set('environment.name', 'v2');
        expect(setFields([...set], base)).toEqual({ ok: true, value: driftedManifest(drifts, base) });
      })
    );
  });

  it('make an edit once, however often it is asked for', () => {
    const swapped = MORE.find(({ id }) => id === 'swapped')!;
    expect(driftedManifest([...DRIFTS, swapped, swapped], BASELINE).data.edits).toEqual([
      'rows-reversed',
      'rows-swapped'
    ]);
  });

  it('give the lesson’s manifests from the lesson’s drifts', () => {
    fc.assert(
      fc.property(anyDrifts, anyManifest, (ids, base) => {
        expect(driftedManifest(ids.map(driftById), base)).toEqual(applyDrifts(ids, base));
      })
    );
  });
});

describe('drifts that set the same field', () => {
  const conflicts = (id: string) => {
    const drift = MORE.find((entry) => entry.id === id)!;
    return MORE.filter((other) => other !== drift && conflicting(drift, other)).map((other) => other.id);
  };

  it('are in conflict, and others are not', () => {
    expect(conflicts('random-seed')).toEqual(['other-seed']);
    expect(conflicts('other-l2')).toEqual(['library-default', 'other-batch']);
    expect(conflicts('more-epochs')).toEqual([]);
    expect(conflicts('split')).toEqual([]);
  });

  it('are in conflict both ways', () => {
    for (const one of MORE)
      for (const other of MORE) expect(conflicting(one, other)).toBe(conflicting(other, one));
  });

  it('are not in conflict over edits, which add up', () => {
    expect(conflicts('swapped')).toEqual([]);
    expect(conflicts('rows-reversed')).toEqual([]);
  });

  it('alone make the order matter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MORE), fc.constantFrom(...MORE), anyManifest, (one, other, base) => {
        fc.pre(!conflicting(one, other));
        const sorted = (drifts: readonly Drift[]) => {
          const { data, ...rest } = driftedManifest(drifts, base);
          return { ...rest, data: { ...data, edits: data.edits.toSorted() } };
        };
        expect(sorted([one, other])).toEqual(sorted([other, one]));
      })
    );
  });
});
