import { DRIFT_IDS, orderedDrifts, type DriftId, type Parsed } from '../../experiment';
import { plain } from '../../experiment/plain';
import { fill, lesson, type Step } from '../../lesson';
import type { LessonState } from '../../machine/lesson';
import { bareValue, listOf, onlyValue, ourName, readQuery, withOthers } from '../query';

/** What a link to the lesson carries. */
export interface Place {
  readonly step: Step;
  readonly drifts: readonly DriftId[];
  /** At step 6, what the mismatch differed in, where some of it was put back. */
  readonly found: readonly DriftId[];
}

/** The part of the address after `?`; empty at the start with nothing differing. */
export function addressOf({ step, drifts, found }: Place): string {
  const search = [
    ...(step > 0 ? [`step=${step}`] : []),
    ...(drifts.length > 0 ? [`drifts=${drifts.join(',')}`] : []),
    ...(found.length > 0 ? [`found=${found.join(',')}`] : [])
  ];
  return search.length > 0 ? `?${search.join('&')}` : '';
}

const isDrift = (word: string): word is DriftId => (DRIFT_IDS as readonly string[]).includes(word);

const refused = (name: keyof Place, got: string): Parsed<Place> => {
  const { notices } = lesson.page;
  const takes = fill(notices.takes[name === 'step' ? name : 'drifts'], { names: DRIFT_IDS.join(', ') });
  return { ok: false, message: fill(notices.got, { name, got: plain(got.slice(0, 40)), takes }) };
};

const nameOf = (name: string): keyof Place | null => ourName(['step', 'drifts', 'found'], name);

/** Reads the part of an address after `?`. Parameters of others are left alone. */
export function parseAddress(search: string): Parsed<Place> {
  const query = readQuery(search, nameOf);
  const step = onlyValue(query, 'step') ?? '0';
  if (!/^[0-6]$/.test(bareValue(step))) return refused('step', step);
  const lists = { drifts: [] as readonly DriftId[], found: [] as readonly DriftId[] };
  for (const name of ['drifts', 'found'] as const) {
    const { text, entries } = listOf(query, name);
    const ids = entries.map((entry) => entry.toLowerCase());
    if (!ids.every(isDrift) || (text !== '' && ids.length === 0)) return refused(name, text);
    lists[name] = orderedDrifts(ids);
  }
  return { ok: true, value: { step: Number(bareValue(step)) as Step, ...lists } };
}

/**
 * The part of an address after `?` with a new place in it, as we write it; what others have put there stays.
 * @returns null when it stands there already, or is mangled and there is nothing to say.
 */
export function addressWith(
  search: string,
  { goal, linked }: Pick<LessonState, 'goal' | 'linked'>
): string | null {
  const ours = addressOf({ step: goal, ...linked });
  if (ours === '' && !parseAddress(search).ok) return null;
  const whole = withOthers(ours, readQuery(search, nameOf));
  return whole === search ? null : whole;
}
