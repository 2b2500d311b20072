import { DRIFT_IDS, type DriftId } from '../../experiment';
import { fill, lesson, type Step } from '../../lesson';
import type { LessonState, Speed } from '../../machine/lesson';
import { tableView } from './table';
import type { Tone } from '../tone';

export interface StepMark {
  readonly step: Step;
  readonly state: 'todo' | 'current' | 'done' | 'skipped';
  /** Whether the lesson may end without it, as far as is known. */
  readonly perhaps: boolean;
  readonly tone: Tone;
}

/** What the bar's large button leads to, which is always what comes next. */
export interface Primary {
  readonly kind: 'next' | 'break' | 'cause' | 'rerun' | 'onward';
  readonly name: string;
  /** What that is, in a few words. */
  readonly note: string;
  /** The same where room is short. */
  readonly shortNote: string;
  /** Whether it leads there now. If not, the note says what is missing. */
  readonly ready: boolean;
}

export interface ControlsView {
  readonly step: Step;
  readonly stepText: string;
  /** Marks of steps 0 to 6. */
  readonly marks: readonly StepMark[];
  readonly canGoBack: boolean;
  readonly primary: Primary;
  readonly canUndoReset: boolean;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly differs: boolean;
  /** What differs, or would, in a few words. */
  readonly choiceText: string;
  readonly drifts: readonly {
    readonly id: DriftId;
    readonly name: string;
    readonly chosen: boolean;
  }[];
}

const { controls } = lesson.page;
const { next, rerun, ...others } = controls.primary;

const plainly = (kind: Primary['kind'], name: string, note: string, ready = true): Primary => ({
  kind,
  name,
  note,
  shortNote: note,
  ready
});

/** What comes next. It gives nothing away: before the verdict has fallen it is the next step, whatever that finds. */
function primaryView({ at, step, canGoOn, canRerun, investigation }: LessonState): Primary {
  const simple = (kind: keyof typeof others) => plainly(kind, others[kind].name, others[kind].note);
  switch (at) {
    case 'trusted':
      return simple(investigation === 'solved' ? 'onward' : 'break');
    case 'mismatched':
      return simple('cause');
    case 'investigating':
      return {
        kind: 'rerun',
        name: rerun.name,
        note: canRerun ? rerun.note : rerun.first,
        shortNote: canRerun ? rerun.note : rerun.firstShort,
        ready: canRerun
      };
    default: {
      // A step that has failed is tried again, and one that is being compared is still that.
      const from = Math.min(at === 'failed' ? step - 1 : step, 4) as keyof typeof next.notes;
      return plainly('next', next.name, next.notes[from], canGoOn || at === 'compared');
    }
  }
}

/** The steps on their line. Step 6 is the way that a match does not take. */
function stepMarks(state: LessonState): StepMark[] {
  const mayEndBefore = state.at !== 'mismatched';
  return [
    { step: 0, state: state.step === 0 ? 'current' : 'done', perhaps: false, tone: 'then' },
    ...tableView(state).map(({ step, state: markState, tone }) => ({
      step,
      state: markState,
      perhaps: step === 6 && state.step < 6 && mayEndBefore,
      tone
    }))
  ];
}

/** The control bar. */
export function controlsView(state: LessonState): ControlsView {
  const { step, choice } = state;
  const [first, ...more] = choice;
  const action = step === 0 ? controls.start : lesson.process.table.actions[step];
  return {
    step,
    stepText: fill(controls.stepValue, { step, action }),
    marks: stepMarks(state),
    canGoBack: state.canGoBack,
    primary: primaryView(state),
    canUndoReset: state.canUndoReset,
    playing: state.playing,
    speed: state.speed,
    differs: state.differs,
    choiceText:
      first === undefined
        ? controls.nothingChosen
        : more.length === 0
          ? lesson.drifts[first].name
          : fill(controls.severalChosen, { first: lesson.drifts[first].name, n: more.length }),
    drifts: DRIFT_IDS.map((id) => ({ id, ...lesson.drifts[id], chosen: state.drifts.includes(id) }))
  };
}
