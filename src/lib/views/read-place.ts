import type { Parsed } from '../experiment';
import { plain } from '../experiment/plain';
import { fill } from '../lesson';

/** Ends the reading of an address; caught by `readPlace`. Its message is for readers. */
export class PlaceRefused extends Error {}

/** What a page says of a parameter that it does not take. */
interface Notices<Name extends string> {
  readonly got: string;
  readonly takes: Readonly<Record<Name, string>>;
}

/**
 * Refuses what a parameter of an address holds.
 * @param values what the sentence about the parameter names.
 * @throws {PlaceRefused} always.
 */
export function refuseParameter<Name extends string>(
  notices: Notices<Name>,
  name: Name,
  got: string,
  values: Readonly<Record<string, string | number>>
): never {
  const takes = fill(notices.takes[name], values);
  throw new PlaceRefused(fill(notices.got, { name, got: plain(got.slice(0, 40)), takes }));
}

/** The place that an address names, or why it names none. */
export function readPlace<Place>(read: () => Place): Parsed<Place> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof PlaceRefused) return { ok: false, message: error.message };
    throw error;
  }
}
