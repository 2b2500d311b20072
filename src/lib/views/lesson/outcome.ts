import { compare, isMatch } from '../../experiment';
import { lesson } from '../../lesson';
import type { LessonState } from '../../machine/lesson';
import type { Tone } from '../tone';

/** A value with the colour of what it says; a null tone says nothing. */
export interface Outcome {
  readonly text: string;
  readonly tone: Tone | null;
}

const { table } = lesson.process;

/** Whether the re-run's result is the previous one: told once it was asked, or else with the verdict. */
export function agreement(state: LessonState): Outcome | null {
  if (!state.then || !state.later || state.isOpen) return null;
  const matches = isMatch(compare(state.then, state.later));
  return { text: matches ? table.matches : table.differs, tone: null };
}

/** The verdict, known once it has fallen. */
export function verdictOutcome({ comparison }: LessonState): Outcome | null {
  if (!comparison) return null;
  return isMatch(comparison)
    ? { text: table.trust, tone: 'match' }
    : { text: table.mismatch, tone: 'differs' };
}
