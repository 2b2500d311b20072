import type { Step } from '../../lesson';
import { code } from '../../lesson/record';
import type { LessonState } from '../../machine/lesson';
import { verdictOutcome } from './outcome';
import type { Tone } from '../tone';

export interface CodeLine {
  readonly text: string;
  readonly current: boolean;
  readonly comment: boolean;
  readonly tone: Tone;
}

/** The lines of the execution sample, with the steps that run them. */
const LINES: readonly { id: keyof typeof code.lines; steps: readonly Step[] }[] = [
  { id: 'then', steps: [] },
  { id: 'train', steps: [1] },
  { id: 'save', steps: [2] },
  { id: 'evaluate', steps: [1] },
  { id: 'later', steps: [] },
  { id: 'load', steps: [3] },
  { id: 'retrain', steps: [4] },
  { id: 'evaluateAgain', steps: [4] },
  { id: 'compare', steps: [5, 6] }
];

/** The execution sample with the line or lines that the current step runs. */
export function codeView(state: LessonState): CodeLine[] {
  const tone = verdictOutcome(state)?.tone ?? (state.step <= 2 ? 'then' : 'later');
  return LINES.map(({ id, steps }) => ({
    text: code.lines[id],
    current: steps.includes(state.step),
    comment: code.lines[id].startsWith('#'),
    tone
  }));
}
