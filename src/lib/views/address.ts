import { DRIFT_IDS, orderedDrifts, type DriftId, type Parsed } from '../experiment';
import { fill, lesson, type Step } from '../lesson';
import type { LessonState } from '../machine';

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
  return { ok: false, message: fill(notices.got, { name, got: got.slice(0, 40), takes }) };
};

/** Reads the part of an address after `?`. Parameters of others are left alone. */
export function parseAddress(search: string): Parsed<Place> {
  const given = new URLSearchParams(search);
  const step = given.get('step') ?? '0';
  const drifts = given.get('drifts') ?? '';
  const names = drifts === '' ? [] : drifts.split(',');
  if (!/^[0-6]$/.test(step)) return refused('step', step);
  if (!names.every(isDrift)) return refused('drifts', drifts);
  return { ok: true, value: { step: Number(step) as Step, drifts: orderedDrifts(names) } };
}

/**
 * The part of an address after `?` with a new place in it; what others have put there stays.
 * @returns null when it shows that place already, or is mangled and there is nothing to say.
 */
export function addressWith(search: string, state: Pick<LessonState, 'goal' | 'drifts'>): string | null {
  const ours = addressOf(state);
  const shown = parseAddress(search);
  const before = shown.ok ? addressOf({ goal: shown.value.step, drifts: shown.value.drifts }) : '';
  if (before === ours) return null;
  const others = new URLSearchParams(search);
  others.delete('step');
  others.delete('drifts');
  const parts = [ours.slice(1), others.toString()].filter((part) => part !== '');
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
