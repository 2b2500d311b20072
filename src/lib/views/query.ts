import { unescaped } from '../experiment/plain';

/** Our parameter that a name means, in whatever case it is written; null when it is of others. */
export type NameOf = (name: string) => string | null;

/** The part of an address after `?`, as it was meant. */
export interface Query {
  /** Our parameters, each with all values that it is given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The parameters of others, as they stand. */
  readonly others: readonly string[];
}

const decoded = (segment: string): string => new URLSearchParams(`x=${segment}`).get('x')!;

/** Where a parameter begins: also after what HTML or a second question mark has put in between. */
const BEGINNING = /(?:^|[&;?])(?:amp;|\W)*([\w.]+)\W*?=/g;

/**
 * Reads the part of an address after `?`. Our parameters are found in disguise too: escaped for HTML or twice, in
 * another case, quoted, or within the value of another. An address in the parameter of others is not looked into.
 * @param isFree whether a parameter of ours takes any text, which is then taken word for word.
 */
export function readQuery(
  search: string,
  nameOf: NameOf,
  isFree: (name: string) => boolean = () => false
): Query {
  const values = new Map<string, string[]>();
  const others: string[] = [];
  const add = (name: string, value: string) => values.set(name, [...(values.get(name) ?? []), value]);
  for (const segment of search.replace(/^\?/, '').split('&')) {
    const text = decoded(segment);
    const bare = unescaped(text);
    const found = [...bare.matchAll(BEGINNING)].filter(([, name = '']) => nameOf(name) !== null);
    const [first] = found;
    const isOurs = first?.index === 0;
    const name = first && nameOf(first[1]!);
    if (!first || (!isOurs && bare.includes('/'))) {
      if (segment !== '') others.push(segment);
    } else if (isOurs && isFree(name!)) {
      add(name!, text.slice(text.indexOf('=') + 1));
    } else {
      if (!isOurs) others.push(bare.slice(0, first.index).split('=').map(encodeURIComponent).join('='));
      found.forEach((match, index) =>
        add(nameOf(match[1]!)!, bare.slice(match.index + match[0].length, found[index + 1]?.index))
      );
    }
  }
  return { values, others };
}

/**
 * The part of an address after `?` where HTML's `&#38;` stood for each `&`, which makes a fragment of what follows it.
 * @returns null where the fragment is one.
 */
export function unreferenced({ search, hash }: Pick<Location, 'search' | 'hash'>): string | null {
  const [before, ...parts] = hash.split(/#(?:0*38|x0*26);/i);
  return before === '' && parts.length > 0 ? `?${search.slice(1)}${parts.join('')}` : null;
}

/** Our parameter that a name means: in any case, and in the singular where it takes several. */
export function ourName<Name extends string>(names: readonly Name[], given: string): Name | null {
  const name = given.toLowerCase();
  return names.find((ours) => ours === name || ours === `${name}s`) ?? null;
}

/** A value without the marks that words around an address leave on it. */
export const bareValue = (value: string): string => value.replace(/^[^\p{L}\p{N}+-]+|[^\p{L}\p{N}]+$/gu, '');

/** The one value of a parameter; where it is given several that differ, all of them, which nothing takes. */
export const onlyValue = ({ values }: Query, name: string): string | undefined => {
  const given = values.get(name);
  return given && [...new Set(given)].join(' & ');
};

/** All of a parameter that takes a list: its text, and the entries in it. */
export function listOf({ values }: Query, name: string): { text: string; entries: string[] } {
  const text = (values.get(name) ?? []).join(',');
  const entries = text.split(/[\s,;]+/).map(bareValue);
  return { text, entries: entries.filter((entry) => entry !== '') };
}

/** An address of ours, from its `?`, with the parameters of others behind it. */
export function withOthers(ours: string, { others }: Query): string {
  const parts = [ours.slice(1), ...others].filter((part) => part !== '');
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
