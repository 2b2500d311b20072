import { lesson, type Step } from '../lesson';
import type { LessonState } from '../machine';
import { verdictOutcome } from './outcome';
import type { Tone } from './tone';

export interface CodeLine {
  readonly text: string;
  readonly current: boolean;
  readonly comment: boolean;
  readonly tone: Tone;
}

/** The execution sample with the line or lines that the current step runs. */
export function codeView(state: LessonState): CodeLine[] {
  const tone = verdictOutcome(state)?.tone ?? (state.step <= 2 ? 'then' : 'later');
  return lesson.code.lines.map(({ text, steps }) => ({
    text,
    current: (steps as readonly Step[]).includes(state.step),
    comment: text.startsWith('#'),
    tone
  }));
}
