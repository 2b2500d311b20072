import {
  diff,
  driftedManifest,
  driftChanges,
  type Drift,
  type Manifest,
  type Reason
} from '../../experiment';
import { CATALOGUE, conflicting, RECORDED } from '../../experiment/lab';
import { setFields, type ManifestCode } from '../../experiment/parse-manifest';

/** Values of manifest fields by path, such as `code.epochs`; undefined leaves an optional field out. */
export type Fields = Readonly<Record<string, unknown>>;

export type LabRun = 'then' | 'later';

/** What a learner has set up: everything else follows from it. */
export interface LabSetup {
  /** Fields of the first run that are not as recorded. Both runs have them. */
  readonly then: Fields;
  /** Ids of the drifts that the re-run met, in the order of the catalogue. */
  readonly drifts: readonly string[];
  /** Fields of the re-run set by hand, beside what the drifts change. */
  readonly later: Fields;
}

/** The manifests of both runs. */
export interface LabPair {
  readonly then: Manifest;
  readonly later: Manifest;
}

export const NOTHING_DIFFERS: LabSetup = { then: {}, drifts: [], later: {} };

const chosen = (ids: readonly string[]): readonly Drift[] => CATALOGUE.filter(({ id }) => ids.includes(id));

/** @throws {RangeError} for fields that no manifest takes: setups only ever hold fields that were checked. */
function withFields(base: Manifest, fields: Fields): Manifest {
  const result = setFields(Object.entries(fields), base);
  if (!result.ok) throw new RangeError(result.reason.code);
  return result.value;
}

const fieldsBetween = (base: Manifest, target: Manifest): Fields =>
  Object.fromEntries(diff(base, target).map(({ path, after }) => [path, after]));

/** The manifests that a setup stands for. */
export function pairOf({ then, drifts, later }: LabSetup): LabPair {
  const first = withFields(RECORDED, then);
  return { then: first, later: withFields(driftedManifest(chosen(drifts), first), later) };
}

/** Whether a manifest has everything that a drift changes. */
const holds = (manifest: Manifest, base: Manifest, drift: Drift): boolean => {
  const differences = new Map(diff(base, manifest).map(({ path, after }) => [path, after]));
  return driftChanges(drift, base).every(({ path, after }) =>
    Array.isArray(after)
      ? (after as unknown[]).every((edit) => (differences.get(path) as unknown[] | undefined)?.includes(edit))
      : differences.get(path) === after
  );
};

/** The setup in which the re-run has exactly this manifest, told in drifts as far as these still hold. */
function setupFor(then: Fields, drifts: readonly string[], target: Manifest): LabSetup {
  const first = withFields(RECORDED, then);
  const kept = chosen(drifts).filter((drift) => holds(target, first, drift));
  return {
    then,
    drifts: kept.map(({ id }) => id),
    later: fieldsBetween(driftedManifest(kept, first), target)
  };
}

/** The same setup, with nothing said by hand that its drifts say already. */
const settled = (setup: LabSetup): LabSetup => setupFor(setup.then, setup.drifts, pairOf(setup).later);

/** A drift added, or taken away. Those that set the same fields, and values set by hand there, give way. */
export function toggledDrift(setup: LabSetup, id: string): LabSetup {
  const drift = CATALOGUE.find((entry) => entry.id === id);
  if (!drift) return setup;
  if (setup.drifts.includes(id)) {
    return settled({ ...setup, drifts: setup.drifts.filter((other) => other !== id) });
  }
  const rest = chosen(setup.drifts).filter((other) => !conflicting(other, drift));
  const paths = new Set(driftChanges(drift, pairOf(setup).then).map(({ path }) => path));
  return settled({
    then: setup.then,
    drifts: CATALOGUE.filter((entry) => entry === drift || rest.includes(entry)).map((entry) => entry.id),
    later: Object.fromEntries(Object.entries(setup.later).filter(([path]) => !paths.has(path)))
  });
}

/**
 * A field put back by taking away the drift that changed it, and with it what else follows from the drift, such as
 * the environment's new name. Null when that is not all it takes.
 */
function withoutCause(setup: LabSetup, path: string, target: Manifest): LabSetup | null {
  const { then } = pairOf(setup);
  if (diff(then, target).some((difference) => difference.path === path)) return null;
  const causes = chosen(setup.drifts).filter((drift) => {
    const changes = driftChanges(drift, then);
    return changes.length === 1 && changes[0]?.path === path;
  });
  const rest = settled({
    ...setup,
    drifts: setup.drifts.filter((id) => !causes.some((cause) => cause.id === id)),
    later: Object.fromEntries(Object.entries(setup.later).filter(([other]) => other !== path))
  });
  return diff(then, pairOf(rest).later).some((difference) => difference.path === path) ? null : rest;
}

/** One field set by hand: of the re-run, or of the first run and with it of both. */
export function withField(setup: LabSetup, run: LabRun, path: string, value: unknown): LabSetup {
  const pair = pairOf(setup);
  const changed = setFields([[path, value]], pair[run]);
  if (!changed.ok) return setup;
  if (run === 'later')
    return withoutCause(setup, path, changed.value) ?? setupFor(setup.then, setup.drifts, changed.value);
  return settled({ ...setup, then: fieldsBetween(RECORDED, changed.value) });
}

/** The re-run with another manifest, such as one in which some changes were put back. */
export const withLater = (setup: LabSetup, later: Manifest): LabSetup =>
  setupFor(setup.then, setup.drifts, later);

/** Why a field cannot take a value; null when it can. */
export function fieldProblem(base: Manifest, path: string, value: unknown): Reason<ManifestCode> | null {
  const result = setFields([[path, value]], base);
  return result.ok ? null : result.reason;
}
