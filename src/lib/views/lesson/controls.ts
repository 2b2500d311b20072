import { DRIFT_IDS, type DriftId } from '../../experiment';
import { fill, lesson, type Step } from '../../lesson';
import type { LessonState, Speed } from '../../machine/lesson';
import { tableView } from './table';
import type { Tone } from '../tone';

export interface StepMark {
  readonly step: Step;
  readonly state: 'todo' | 'current' | 'done' | 'skipped';
  readonly tone: Tone;
}

export interface ControlsView {
  readonly step: Step;
  readonly stepText: string;
  /** Marks of steps 1 to 6. */
  readonly marks: readonly StepMark[];
  readonly canGoBack: boolean;
  readonly canGoOn: boolean;
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

/** The control bar. */
export function controlsView(state: LessonState): ControlsView {
  const { step, choice } = state;
  const [first, ...others] = choice;
  const action = step === 0 ? controls.start : lesson.process.table.actions[step];
  return {
    step,
    stepText: fill(controls.stepValue, { step, action }),
    marks: tableView(state).map(({ step: mark, state: markState, tone }) => ({
      step: mark,
      state: markState,
      tone
    })),
    canGoBack: state.canGoBack,
    canGoOn: state.canGoOn,
    canUndoReset: state.canUndoReset,
    playing: state.playing,
    speed: state.speed,
    differs: state.differs,
    choiceText:
      first === undefined
        ? controls.nothingChosen
        : others.length === 0
          ? lesson.drifts[first].name
          : fill(controls.severalChosen, { first: lesson.drifts[first].name, n: others.length }),
    drifts: DRIFT_IDS.map((id) => ({ id, ...lesson.drifts[id], chosen: choice.includes(id) }))
  };
}
