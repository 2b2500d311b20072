import { PARTS, type Part } from '../manifest';
import { sectionOf, type Environment, type FormatId, type Item, type ItemKind } from './environment';
import { conditionsIn, knownFor, type KnownChange } from './known-changes';
import { stepBetween, versionsKey, type Step } from './versions';

/** What a difference is, in the order in which differences are told. */
export const CLASSES = ['known', 'changed', 'only-a', 'only-b', 'build', 'noise'] as const;

export type DifferenceClass = (typeof CLASSES)[number];

/** One thing that two environments do not have in common. */
export interface Difference {
  readonly section: Part;
  readonly kind: ItemKind | 'file';
  readonly name: string;
  /** What each has: versions, or what tells them apart; null where it is not there. */
  readonly a: string | null;
  readonly b: string | null;
  readonly class: DifferenceClass;
  /** How far apart; null where it is not a change of version. */
  readonly step: Step | null;
  /** Ids of what is on record, the surest first. */
  readonly known: readonly string[];
}

export interface Comparison {
  readonly formats: readonly [FormatId, FormatId];
  readonly differences: readonly Difference[];
  /** How many things are in both and equal. */
  readonly equal: number;
  /** What holds of things that are in both, whatever their versions. */
  readonly conditions: readonly string[];
}

/** What a thing has in place of a version. */
const versionText = ({ versions, wanted, source }: Item): string =>
  versions.length > 0 ? versions.join(' / ') : (wanted ?? source ?? '?');

const buildText = (item: Item): string =>
  [versionText(item), item.build, item.origin, item.versions.length > 0 ? item.source : null]
    .filter((part) => part !== null)
    .join(' ');

const keyOf = (item: Item): string => versionsKey(item) || (item.wanted ?? '');

/** Hashes by their algorithm. */
function byAlgorithm(hashes: readonly string[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const hash of hashes) {
    const algorithm = hash.slice(0, hash.indexOf(':'));
    groups.set(algorithm, (groups.get(algorithm) ?? new Set()).add(hash));
  }
  return groups;
}

/** Whether two lists of hashes of the same kind have none in common: then it was another file. */
function isOtherFile(one: readonly string[], other: readonly string[]): boolean {
  const others = byAlgorithm(other);
  return [...byAlgorithm(one)].some(([algorithm, hashes]) => {
    const same = others.get(algorithm);
    return same !== undefined && ![...hashes].some((hash) => same.has(hash));
  });
}

const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

const isOtherBuild = (a: Item, b: Item): boolean =>
  differ(a.build, b.build) ||
  differ(a.source, b.source) ||
  differ(a.origin, b.origin) ||
  isOtherFile(a.hashes, b.hashes);

/** What lists record of a thing and what need not be the same: markers, and what only one of them records. */
const details = ({ marker, build, source, origin, hashes }: Item): string =>
  JSON.stringify([marker, build, source, origin, hashes]);

function classOf(a: Item, b: Item): 'same' | 'changed' | 'build' | 'noise' {
  if (keyOf(a) !== keyOf(b)) return 'changed';
  if (isOtherBuild(a, b)) return 'build';
  return details(a) === details(b) ? 'same' : 'noise';
}

const EFFECTS = ['certain', 'likely', 'possible'];

/** A change between these versions comes before what holds of any, and what is surer first. */
const rankOf = ({ type, effect }: KnownChange): number =>
  (type === 'version' ? 0 : 3) + EFFECTS.indexOf(effect);

const newestFirst = (one: KnownChange, other: KnownChange): number => rankOf(one) - rankOf(other);

interface Ranked {
  readonly difference: Difference;
  /** Where it stands among all, by section, class, and what is on record; the same for some, told by their names. */
  readonly place: number;
}

const placeOf = ({ section, class: found }: Difference, surest: KnownChange | undefined): number =>
  PARTS.indexOf(section) * 1000 +
  CLASSES.indexOf(found) * 100 +
  (surest ? rankOf(surest) : EFFECTS.length * 2);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const textsOf = (a: Item, b: Item, kind: DifferenceClass | 'changed'): readonly [string, string] => {
  const text = kind === 'build' ? buildText : versionText;
  const pair = [text(a), text(b)] as const;
  if (pair[0] !== pair[1]) return pair;
  return kind === 'build' ? [a.hashes.join(' ') || pair[0], b.hashes.join(' ') || pair[1]] : pair;
};

function differenceOf(
  a: Item | undefined,
  b: Item | undefined,
  inA: Environment,
  inB: Environment
): Ranked | null {
  const item = (a ?? b)!;
  const found = a && b ? classOf(a, b) : a ? 'only-a' : 'only-b';
  if (found === 'same') return null;
  const known = found === 'noise' ? [] : knownFor(a ?? null, b ?? null, inA, inB).sort(newestFirst);
  const [textA, textB] =
    a && b ? textsOf(a, b, found) : [a ? versionText(a) : null, b ? versionText(b) : null];
  const [versionA, versionB] = [a?.versions[0], b?.versions[0]];
  const difference: Difference = {
    section: sectionOf(item),
    kind: item.kind,
    name: item.name,
    a: textA,
    b: textB,
    class: known.length > 0 ? 'known' : found,
    step: found === 'changed' ? (versionA && versionB ? stepBetween(versionA, versionB) : 'other') : null,
    known: known.map(({ id }) => id)
  };
  return { difference, place: placeOf(difference, known[0]) };
}

/** What differs of the files themselves: their order, their comments, when and by what they were written. */
function noiseBetween(inA: Environment, inB: Environment): Difference[] {
  if (inA.format !== inB.format) return [];
  const noise = (name: string, a: string | null, b: string | null): Difference[] =>
    a === b
      ? []
      : [{ section: 'environment', kind: 'file', name, a, b, class: 'noise', step: null, known: [] }];
  const isComment = (name: string): boolean => name.startsWith('comment ');
  const comments = ({ about }: Environment): string | null =>
    [...about]
      .filter(([name]) => isComment(name))
      .map(([, text]) => text)
      .join(' · ') || null;
  const order = (one: Environment, other: Environment): string =>
    [...one.items.keys()]
      .filter((key) => other.items.has(key))
      .map((key) => key.slice(key.indexOf(' ') + 1))
      .join(', ');
  const names = [...new Set([...inA.about.keys(), ...inB.about.keys()])]
    .filter((name) => !isComment(name))
    .sort();
  return [
    ...noise('order', order(inA, inB), order(inB, inA)),
    ...noise('comments', comments(inA), comments(inB)),
    ...names.flatMap((name) => noise(name, inA.about.get(name) ?? null, inB.about.get(name) ?? null))
  ];
}

/** What differs between two environments, and what of it is on record. */
export function compareEnvironments(inA: Environment, inB: Environment): Comparison {
  const all = [...new Set([...inA.items.keys(), ...inB.items.keys()])];
  const ranked = all.flatMap((key) => differenceOf(inA.items.get(key), inB.items.get(key), inA, inB) ?? []);
  ranked.sort(
    (one, other) => one.place - other.place || compareText(one.difference.name, other.difference.name)
  );
  const bySection = PARTS.flatMap((part) => [
    ...ranked.map(({ difference }) => difference).filter(({ section }) => section === part),
    ...(part === 'environment' ? noiseBetween(inA, inB) : [])
  ]);
  const shared = all.filter((key) => inA.items.has(key) && inB.items.has(key)).length;
  const differing = ranked.filter(
    ({ difference: { name, kind } }) => inA.items.has(`${kind} ${name}`) && inB.items.has(`${kind} ${name}`)
  );
  return {
    formats: [inA.format, inB.format],
    differences: bySection,
    equal: shared - differing.length,
    conditions: conditionsIn(inA, inB).map(({ id }) => id)
  };
}

/** Whether anything differs but noise. */
export const differsInSubstance = ({ differences }: Comparison): boolean =>
  differences.some((difference) => difference.class !== 'noise');
