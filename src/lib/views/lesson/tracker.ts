import { percent } from '../../experiment';
import { fill, lesson, type Step } from '../../lesson';
import { tracker } from '../../lesson/record';
import type { LessonState } from '../../machine/lesson';
import { loadedText, savedText } from './environment-state';
import { agreement, verdictOutcome, type Outcome } from './outcome';

export type Variable = 'environment' | 'accuracy' | 'comparison';
export type Moment = 'start' | 1 | 3 | 4 | 'final';

export interface TrackerCell {
  readonly moment: Moment;
  /** Null while it is not known. */
  readonly value: Outcome | null;
  /** The step that made the value; null for what was there from the start. */
  readonly madeBy: Step | null;
  /** Whether it is of the last moment that the lesson has come to. */
  readonly newest: boolean;
}

export interface TrackerRow {
  readonly variable: Variable;
  readonly cells: readonly TrackerCell[];
}

const { table } = lesson.process;

export const MOMENTS: readonly Moment[] = ['start', 1, 3, 4, 'final'];
const VARIABLES: readonly Variable[] = ['environment', 'accuracy', 'comparison'];

const says = (text: string): Outcome => ({ text, tone: null });
const NOT_APPLICABLE = says(table.notApplicable);

const score = (run: LessonState['then']): Outcome | null =>
  run && says(fill(tracker.percent, { percent: percent(run.accuracy) }));

/** The three variables at one moment that the lesson has come to. */
function valuesAt(moment: Moment, state: LessonState): Record<Variable, Outcome | null> {
  switch (moment) {
    case 'start':
      return { environment: says(table.notSet), accuracy: NOT_APPLICABLE, comparison: NOT_APPLICABLE };
    case 1:
      return { environment: says(savedText(state)), accuracy: score(state.then), comparison: NOT_APPLICABLE };
    case 3:
      return { environment: says(loadedText(state)), accuracy: NOT_APPLICABLE, comparison: NOT_APPLICABLE };
    case 4:
      return {
        environment: says(loadedText(state)),
        accuracy: score(state.later),
        comparison: agreement(state)
      };
    case 'final':
      return {
        environment: says(loadedText(state)),
        accuracy: score(state.later),
        comparison: verdictOutcome(state)
      };
  }
}

const UNKNOWN: Record<Variable, null> = { environment: null, accuracy: null, comparison: null };

const stepOf = (moment: Moment): Step => (moment === 'start' ? 0 : moment === 'final' ? 5 : moment);

const isKnown = (moment: Moment, state: LessonState): boolean =>
  moment === 'final' ? state.comparison !== null : state.step >= stepOf(moment);

/** The status tracker as far as it is known. */
export function trackerView(state: LessonState): TrackerRow[] {
  const newest = MOMENTS.findLast((moment) => isKnown(moment, state));
  const columns = MOMENTS.map((moment) => ({
    moment,
    values: isKnown(moment, state) ? valuesAt(moment, state) : UNKNOWN
  }));
  return VARIABLES.map((variable) => ({
    variable,
    cells: columns.map(({ moment, values }) => ({
      moment,
      value: values[variable],
      madeBy: moment === 'start' ? null : stepOf(moment),
      newest: moment === newest
    }))
  }));
}
