import { compare, explain } from '@renovatebot/pep440';

/** How far apart two versions are: by the first number that differs, or by what was built of one of them. */
export type Step = 'major' | 'minor' | 'patch' | 'local' | 'other';

const told = new Map<string, ReturnType<typeof explain>>();

/** More versions than two lists have, and no more than one remembers. */
const MOST_REMEMBERED = 20_000;

/** What PEP 440 reads in a version; each is read once. */
function partsOf(version: string): ReturnType<typeof explain> {
  const known = told.get(version);
  if (known !== undefined) return known;
  if (told.size >= MOST_REMEMBERED) told.clear();
  const parts = explain(version);
  told.set(version, parts);
  return parts;
}

/** One writing for versions that PEP 440 takes for equal; what it does not know is told by its letters. */
export function versionKey(version: string): string {
  const parts = partsOf(version);
  if (!parts) return `= ${version.toLowerCase()}`;
  const release = parts.release.join('.').replace(/(?:\.0+)+$/, '');
  return JSON.stringify([parts.epoch, release, parts.pre, parts.post, parts.dev, parts.local]).toLowerCase();
}

/** Whether a version is one of those that PEP 440 puts in order. */
export const isOrdered = (version: string): boolean => partsOf(version) !== null;

/** A version without what names a build of it: CUDA builds are not newer than others. */
const publicOf = (version: string): string => version.replace(/\+.*$/, '');

/** Below 0 where one is older than the other; both must be ordered. */
export const compareVersions = (one: string, other: string): number =>
  compare(publicOf(one), publicOf(other));

export function stepBetween(one: string, other: string): Step {
  const [first, second] = [partsOf(one), partsOf(other)];
  if (!first || !second) return 'other';
  if (versionKey(publicOf(one)) === versionKey(publicOf(other))) return 'local';
  if (first.epoch !== second.epoch) return 'major';
  const place = [0, 1].find((index) => (first.release[index] ?? 0) !== (second.release[index] ?? 0));
  return place === 0 ? 'major' : place === 1 ? 'minor' : 'patch';
}
