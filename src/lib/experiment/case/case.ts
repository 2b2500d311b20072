import { CATALOGUE, type CatalogueDrift, type CatalogueId } from '../catalogue';
import { applyChanges, changesBetween, type Change } from '../changes';
import { conflicting } from '../conflicting';
import { CRITERIA, isBroken, type Criterion } from '../criterion';
import { driftedManifest } from '../drift';
import type { Manifest } from '../manifest';
import { RECORDED } from '../recorded';
import type { RunRecord } from '../run-record';

/** One thing that differs in a case: a single change of a manifest, and the drift that made it. */
export interface Difference {
  /** The key of its change. */
  readonly key: string;
  readonly change: Change;
  readonly drift: CatalogueDrift;
}

/** A re-run that differs from the first run in some things, of which some may have broken it. */
export interface Case {
  readonly then: Manifest;
  readonly later: Manifest;
  /** In the order in which they are laid out. */
  readonly differences: readonly Difference[];
}

/** How many things may differ at the most: each try is a row with a place for every one of them. */
export const MOST_DIFFERENCES = 8;

/**
 * What arrives when these drifts have crept in. The environment goes on calling itself v1: a name that changed would be
 * one more difference, and would tell where to look.
 */
function arrived(drifts: readonly CatalogueDrift[]): Manifest {
  const later = driftedManifest(drifts, RECORDED);
  return { ...later, environment: { ...later.environment, name: RECORDED.environment.name } };
}

/**
 * The case that these drifts make.
 * @param ids in the order in which their differences are laid out; no two of them set the same field.
 */
export function caseOf(ids: readonly CatalogueId[]): Case {
  const drifts = CATALOGUE.filter(({ id }) => ids.includes(id));
  const later = arrived(drifts);
  const changes = changesBetween(RECORDED, later);
  const differences = ids.flatMap((id): Difference[] => {
    const drift = drifts.find((entry) => entry.id === id);
    const [own] = drift ? changesBetween(RECORDED, arrived([drift])) : [];
    const change = changes.find(({ key }) => key === own?.key);
    return drift && change ? [{ key: change.key, change, drift }] : [];
  });
  return { then: RECORDED, later, differences };
}

/** Whether drifts can be in one case: some, not too many, and each can hold beside the others. */
export const canBeCase = (ids: readonly CatalogueId[]): boolean => {
  const drifts = CATALOGUE.filter(({ id }) => ids.includes(id));
  return (
    drifts.length > 0 &&
    drifts.length === ids.length &&
    drifts.length <= MOST_DIFFERENCES &&
    drifts.every((one) => drifts.every((other) => one === other || !conflicting(one, other)))
  );
};

/** The keys of a case, in its order. */
export const keysOf = ({ differences }: Pick<Case, 'differences'>): readonly string[] =>
  differences.map(({ key }) => key);

/**
 * The manifest of a try.
 * @param left keys of the differences that are left as in the re-run; all others are put back.
 */
export const manifestOfTry = ({ then, differences }: Case, left: readonly string[]): Manifest =>
  applyChanges(
    then,
    differences.filter(({ key }) => left.includes(key)).map(({ change }) => change)
  );

/** What counts as broken in a case: what most people would look at first, of all that is. Null where nothing is. */
export const brokenBy = (then: RunRecord, later: RunRecord): Criterion | null =>
  CRITERIA.findLast((criterion) => isBroken(criterion, then, later)) ?? null;
