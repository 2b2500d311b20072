import { BASELINE, PARTS, type Manifest, type Part } from './manifest';
import { diff, type Difference } from './diff';

/** One named change of a manifest. */
export interface Drift {
  readonly id: string;
  /** Where its cause lies, which is not always the part that holds the changed field. */
  readonly part: Part;
  readonly change: { readonly [P in Part]?: Partial<Manifest[P]> };
  /** A difference that a real diff is full of, and that changes no result. */
  readonly harmless?: true;
}

/** Every drift the lesson offers, in the order in which it offers them. */
export const DRIFTS = [
  // The lesson's code never names l2, so an upgraded library decides it: the cause is the environment.
  { id: 'library-default', part: 'environment', change: { code: { l2: 0.01 } } },
  { id: 'rng-algorithm', part: 'environment', change: { environment: { rng: 'pcg32' } } },
  { id: 'random-seed', part: 'environment', change: { environment: { seed: 2026 } } },
  { id: 'float32', part: 'environment', change: { environment: { precision: 'float32' } } },
  { id: 'gradient-chunks', part: 'environment', change: { environment: { gradientChunks: 4 } } },
  { id: 'ddof', part: 'environment', change: { environment: { ddof: 1 } } },
  { id: 'rows-reversed', part: 'data', change: { data: { edits: ['rows-reversed'] } } },
  { id: 'more-epochs', part: 'code', change: { code: { epochs: 101 } } }
] as const satisfies readonly Drift[];

export type DriftId = (typeof DRIFTS)[number]['id'];

export const DRIFT_IDS: readonly DriftId[] = DRIFTS.map(({ id }) => id);

/** What creeps in where a part was not saved, and nobody has chosen what. */
export const LEFT_OUT: Readonly<Record<Part, DriftId>> = {
  code: 'more-epochs',
  data: 'rows-reversed',
  environment: 'library-default'
};

/** What differs when a learner has not chosen anything else. */
export const DEFAULT_DRIFT = LEFT_OUT.environment;

/** @throws {RangeError} when the catalogue has no such drift; types keep callers from asking. */
export function driftById(id: DriftId): Drift {
  const drift = DRIFTS.find((entry) => entry.id === id);
  if (!drift) throw new RangeError(`no drift is named ${id}`);
  return drift;
}

/** Drift ids without repeats, in the order of the catalogue, so that equal sets are equal lists. */
export const orderedDrifts = (ids: Iterable<DriftId>): DriftId[] => {
  const chosen = new Set(ids);
  return DRIFT_IDS.filter((id) => chosen.has(id));
};

/** The parts in which drifts have their cause, in the order of the parts. */
export const driftedParts = (ids: readonly DriftId[]): Part[] =>
  PARTS.filter((part) => ids.some((id) => driftById(id).part === part));

const changed = (manifest: Manifest, { change }: Drift): Manifest => ({
  ...manifest,
  code: { ...manifest.code, ...change.code },
  data: {
    ...manifest.data,
    ...change.data,
    edits: [...new Set([...manifest.data.edits, ...(change.data?.edits ?? [])])]
  },
  environment: { ...manifest.environment, ...change.environment }
});

/**
 * The manifest that loads later when these drifts have crept in, one after the other.
 * Edits of the data add up; of two drifts that set the same field the last one counts.
 * An environment in which anything moved is no longer v1: it calls itself v2.
 */
export function driftedManifest(drifts: readonly Drift[], base: Manifest): Manifest {
  const result = drifts.reduce(changed, base);
  return drifts.some(({ part }) => part === 'environment')
    ? { ...result, environment: { ...result.environment, name: 'v2' } }
    : result;
}

/** The same for drifts of the lesson, in their order there. */
export const applyDrifts = (ids: Iterable<DriftId>, base: Manifest = BASELINE): Manifest =>
  driftedManifest(orderedDrifts(ids).map(driftById), base);

/** The fields that one drift changes, by itself, in a manifest. */
export const driftChanges = (drift: Drift, base: Manifest): Difference[] => diff(base, changed(base, drift));

/** The same for a drift of the lesson. */
export const driftDifferences = (id: DriftId, base: Manifest = BASELINE): Difference[] =>
  driftChanges(driftById(id), base);
