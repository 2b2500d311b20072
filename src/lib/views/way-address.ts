import { plain } from '../experiment/plain';
import { fill } from '../lesson';
import { ways } from '../lesson/ways';
import { bareValue, onlyValue, readQuery, withOthers } from './query';

/** The parameters of a page, each with whether it takes a value. */
export type Takes<Name extends string> = Readonly<Record<Name, (value: string) => boolean>>;

/** What an address says of a page; the parameters that it does not name are missing. */
export interface WayPlace<Name extends string> {
  readonly values: Readonly<Partial<Record<Name, string>>>;
  /** What could not be read, in a sentence; null where all could. That parameter counts as missing. */
  readonly problem: string | null;
}

const namedBy =
  <Name extends string>(takes: Takes<Name>) =>
  (given: string): Name | null =>
    (Object.keys(takes) as Name[]).find((name) => name === given.toLowerCase()) ?? null;

/** Reads the part of an address after `?` on the page of a way. Parameters of others are left alone. */
export function readWay<Name extends string>(search: string, takes: Takes<Name>): WayPlace<Name> {
  const query = readQuery(search, namedBy(takes));
  const values: Partial<Record<Name, string>> = {};
  let problem: string | null = null;
  for (const name of Object.keys(takes) as Name[]) {
    const got = onlyValue(query, name);
    if (got === undefined) continue;
    const value = bareValue(got);
    if (takes[name](value)) values[name] = value;
    else problem ??= fill(ways.notice.unread, { name, got: plain(got.slice(0, 40)) });
  }
  return { values, problem };
}

/** The part of an address after `?` with what a page now shows in it; what others have put there stays. */
export function wayAddress<Name extends string>(
  search: string,
  takes: Takes<Name>,
  values: Readonly<Partial<Record<Name, string | null>>>
): string {
  const ours = (Object.keys(takes) as Name[]).flatMap((name) => {
    const value = values[name];
    return value === null || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return withOthers(`?${ours.join('&')}`, readQuery(search, namedBy(takes)));
}
