import { normalName, sectionOf, type Environment, type Item } from './environment';
import data from './known-changes.json';
import type { KnownChange } from './known-changes-schema';
import { compareVersions, isOrdered, versionsKey } from './versions';

export type { KnownChange } from './known-changes-schema';

/** All that is on record; `known-changes-schema.ts` says what an entry is, and a test holds each to it. */
export const KNOWN_CHANGES = data as readonly KnownChange[];

const byName = new Map<string, KnownChange[]>();
for (const change of KNOWN_CHANGES) {
  for (const name of change.match.names) byName.set(name, [...(byName.get(name) ?? []), change]);
}

const SYSTEMS = [
  ['linux', /linux|manylinux|ubuntu|debian|glibc/i],
  ['macos', /darwin|mac ?os|osx/i],
  ['windows', /^win|windows/i]
] as const;

/** The systems that a list says it is for; empty where it does not say. */
function systemsOf({ items, platform }: Environment): string[] {
  const told = [
    ...(platform ? [platform] : []),
    ...['platform', 'os', 'sys_platform'].flatMap((name) => items.get(`machine ${name}`)?.versions ?? [])
  ];
  return SYSTEMS.filter(([, pattern]) => told.some((text) => pattern.test(text))).map(([system]) => system);
}

const isInstalled = ({ items }: Environment, name: string): boolean => items.has(`package ${name}`);

/** Whether a version comes before a change, or has it; neither where nobody knows. */
function sideOf(version: string, { boundary, onlyBefore }: KnownChange['match']): 'before' | 'after' | null {
  if (boundary === undefined || !isOrdered(version)) return null;
  if (compareVersions(version, boundary) >= 0) return 'after';
  const isFrom =
    !onlyBefore ||
    (compareVersions(version, onlyBefore.from) >= 0 && compareVersions(version, onlyBefore.to) <= 0);
  return isFrom ? 'before' : null;
}

/** Whether a change lies between two versions, whichever is the older. Where a list leaves several open, it may be any. */
function crosses(one: Item, other: Item, { match }: KnownChange): boolean {
  const [sides, others] = [one, other].map(({ versions }) => versions.map((each) => sideOf(each, match)));
  return (
    versionsKey(one) !== versionsKey(other) &&
    ((sides!.includes('before') && others!.includes('after')) ||
      (sides!.includes('after') && others!.includes('before')))
  );
}

/**
 * What is on record of a thing that differs between two lists. A change of version counts where it lies between both
 * versions, in either direction; a condition wherever the thing is in both. A version that nobody knows lies nowhere.
 */
export function knownFor(a: Item | null, b: Item | null, inA: Environment, inB: Environment): KnownChange[] {
  if (!a || !b || sectionOf(a) !== 'environment') return [];
  return (byName.get(normalName(a.name)) ?? []).filter((change) => {
    const { alsoInstalled, platform } = change.match;
    if (alsoInstalled && !alsoInstalled.some((name) => isInstalled(inA, name) || isInstalled(inB, name)))
      return false;
    if (
      platform &&
      [inA, inB].every((side) => systemsOf(side).length > 0 && !systemsOf(side).includes(platform))
    ) {
      return false;
    }
    return change.type === 'condition' || crosses(a, b, change);
  });
}

/** What holds of things that are in both lists, whatever their versions. */
export function conditionsIn(inA: Environment, inB: Environment): KnownChange[] {
  const names = [...inA.items.values()]
    .filter((item) => sectionOf(item) === 'environment' && inB.items.has(`${item.kind} ${item.name}`))
    .map(({ name }) => normalName(name));
  const found = new Set(names.flatMap((name) => byName.get(name) ?? []));
  return KNOWN_CHANGES.filter((change) => change.type === 'condition' && found.has(change));
}
