import { DRIFT_IDS, orderedDrifts, type DriftId, type Parsed } from '../../experiment';
import { plain } from '../../experiment/plain';
import { fill, lesson, type Step } from '../../lesson';
import type { LessonState } from '../../machine/lesson';
import { bareValue, listOf, onlyValue, readQuery, withOthers } from '../query';

/** What a link to the lesson carries. */
export interface Place {
  readonly step: Step;
  readonly drifts: readonly DriftId[];
}

/** The part of the address after `?`; empty at the start with nothing differing. */
export function addressOf({ goal, drifts }: Pick<LessonState, 'goal' | 'drifts'>): string {
  const search = [
    ...(goal > 0 ? [`step=${goal}`] : []),
    ...(drifts.length > 0 ? [`drifts=${drifts.join(',')}`] : [])
  ];
  return search.length > 0 ? `?${search.join('&')}` : '';
}

const isDrift = (word: string): word is DriftId => (DRIFT_IDS as readonly string[]).includes(word);

const refused = (name: keyof Place, got: string): Parsed<Place> => {
  const { notices } = lesson.page;
  const takes = fill(notices.takes[name], { names: DRIFT_IDS.join(', ') });
  return { ok: false, message: fill(notices.got, { name, got: plain(got.slice(0, 40)), takes }) };
};

const nameOf = (name: string): keyof Place | null =>
  (['step', 'drifts'] as const).find((ours) => ours === name.toLowerCase()) ?? null;

/** Reads the part of an address after `?`. Parameters of others are left alone. */
export function parseAddress(search: string): Parsed<Place> {
  const query = readQuery(search, nameOf);
  const step = onlyValue(query, 'step') ?? '0';
  const { text, entries } = listOf(query, 'drifts');
  const ids = entries.map((entry) => entry.toLowerCase());
  if (!/^[0-6]$/.test(bareValue(step))) return refused('step', step);
  if (!ids.every(isDrift) || (text !== '' && ids.length === 0)) return refused('drifts', text);
  return { ok: true, value: { step: Number(bareValue(step)) as Step, drifts: orderedDrifts(ids) } };
}

/**
 * The part of an address after `?` with a new place in it; what others have put there stays.
 * @returns null when it shows that place already, or is mangled and there is nothing to say.
 */
export function addressWith(search: string, state: Pick<LessonState, 'goal' | 'drifts'>): string | null {
  const ours = addressOf(state);
  const shown = parseAddress(search);
  const before = shown.ok ? addressOf({ goal: shown.value.step, drifts: shown.value.drifts }) : '';
  return before === ours ? null : withOthers(ours, readQuery(search, nameOf));
}
