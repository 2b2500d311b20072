import { compare, parse } from '@renovatebot/pep440';

/** How far apart two versions are: by the first number that differs, or by what was built of one of them. */
export type Step = 'major' | 'minor' | 'patch' | 'local' | 'other';

interface Told {
  /** What PEP 440 reads in a version; null where it knows none. */
  readonly parts: ReturnType<typeof parse>;
  /** One writing for all that it takes for equal. */
  readonly key: string;
  /** The same without what names a build of it. */
  readonly publicKey: string;
}

const told = new Map<string, Told>();

/** More versions than two lists have, and no more than one remembers. */
const MOST_REMEMBERED = 20_000;

/** No version that anybody gave is longer. */
const LONGEST = 200;

function read(version: string): Told {
  const parts = version.length > LONGEST ? null : parse(version);
  if (!parts) {
    const key = `= ${version.toLowerCase()}`;
    return { parts, key, publicKey: key };
  }
  const { epoch, pre, post, dev, local } = parts;
  const release = [...parts.release];
  while (release.length > 1 && release.at(-1) === 0) release.pop();
  const publicKey = JSON.stringify([epoch, release, pre, post, dev]);
  return { parts, key: `${publicKey}+${JSON.stringify(local)}`, publicKey };
}

/** What a version tells; each is read once. */
function toldBy(version: string): Told {
  const known = told.get(version);
  if (known) return known;
  if (told.size >= MOST_REMEMBERED) told.clear();
  const found = read(version);
  told.set(version, found);
  return found;
}

/** One writing for versions that PEP 440 takes for equal; what it does not know is told by its letters. */
export const versionKey = (version: string): string => toldBy(version).key;

/** The same for all versions that a list leaves open, in whatever order. */
export const versionsKey = ({ versions }: { readonly versions: readonly string[] }): string =>
  versions.map(versionKey).sort().join(' / ');

/** Whether a version is one of those that PEP 440 puts in order. */
export const isOrdered = (version: string): boolean => toldBy(version).parts !== null;

/** A version without what names a build of it: CUDA builds are not newer than others. */
const publicOf = (version: string): string => version.replace(/\+.*$/, '');

/** Below 0 where one is older than the other; both must be ordered. */
export const compareVersions = (one: string, other: string): number =>
  compare(publicOf(one), publicOf(other));

export function stepBetween(one: string, other: string): Step {
  const [first, second] = [toldBy(one), toldBy(other)];
  if (!first.parts || !second.parts) return 'other';
  if (first.publicKey === second.publicKey) return 'local';
  if (first.parts.epoch !== second.parts.epoch) return 'major';
  const [release, another] = [first.parts.release, second.parts.release];
  const place = [0, 1].find((index) => (release[index] ?? 0) !== (another[index] ?? 0));
  return place === 0 ? 'major' : place === 1 ? 'minor' : 'patch';
}
