import { percent } from '../../experiment';
import { cellId, COLUMNS, fill, lesson, STEPS, type Column, type TableStep } from '../../lesson';
import type { LessonState } from '../../machine/lesson';
import { loadedText, savedText } from './environment-state';
import { agreement, verdictOutcome } from './outcome';
import { percentText } from '../percent';
import type { Tone } from '../tone';

export interface TableCell {
  readonly id: string;
  readonly column: Column;
  /** Null while it is not known. */
  readonly text: string | null;
  /** What really happened, where the text speaks in general. */
  readonly detail: string | null;
  readonly tone: Tone | null;
  readonly madeBy: string;
  readonly note: string | null;
}

export interface TableRow {
  readonly step: TableStep;
  readonly state: 'todo' | 'current' | 'done' | 'skipped';
  /** Colour of the current row. */
  readonly tone: Tone;
  readonly cells: readonly TableCell[];
}

type Known = Partial<Record<Column, { text: string; detail?: string; tone?: Tone | null }>>;

const { table } = lesson.process;
const NOT_APPLICABLE = { text: table.notApplicable };

const ROWS = STEPS.filter((step): step is TableStep => step > 0);

const accuracy = (run: LessonState['then']) =>
  run ? { output: { text: fill(table.accuracy, { percent: percent(run.accuracy) }) } } : {};

const comparison = (outcome: ReturnType<typeof agreement>) => (outcome ? { comparison: outcome } : {});

/** The values that each row shows once the lesson has come to it. */
const REACHED: Record<TableStep, (state: LessonState) => Known> = {
  1: (state) => ({
    environment: { text: savedText(state) },
    ...accuracy(state.then),
    comparison: NOT_APPLICABLE
  }),
  2: (state) => ({
    environment: { text: savedText(state) },
    output: NOT_APPLICABLE,
    comparison: NOT_APPLICABLE
  }),
  3: (state) => ({
    environment: { text: loadedText(state) },
    output: NOT_APPLICABLE,
    comparison: NOT_APPLICABLE
  }),
  4: (state) => ({
    environment: { text: loadedText(state) },
    ...accuracy(state.later),
    ...comparison(agreement(state))
  }),
  5: (state) => ({
    environment: { text: loadedText(state) },
    ...accuracy(state.later),
    ...comparison(verdictOutcome(state))
  }),
  6: (state) => ({
    environment: { text: table.road.environment, detail: loadedText(state) },
    output: {
      text: table.road.output,
      ...(state.then && state.later
        ? { detail: `${percentText(state.then)} → ${percentText(state.later)}` }
        : {})
    },
    comparison: { text: table.road.comparison, tone: 'differs' }
  })
};

const ROAD_NOT_TAKEN: Known = {
  environment: { text: table.road.environment },
  output: { text: table.road.output },
  comparison: { text: table.road.comparison }
};

function rowTone(state: LessonState, step: TableStep): Tone {
  if (step === 6) return 'differs';
  if (step === 5) return verdictOutcome(state)?.tone ?? 'later';
  return step <= 2 ? 'then' : 'later';
}

/** The process table as far as it is known. */
export function tableView(state: LessonState): TableRow[] {
  return ROWS.map((step) => {
    const notTaken = step === 6 && state.at === 'trusted';
    const reached = state.step >= step;
    const known: Known = notTaken ? ROAD_NOT_TAKEN : reached ? REACHED[step](state) : {};
    const all: Known = { action: { text: table.actions[step] }, ...known };
    return {
      step,
      state: notTaken ? 'skipped' : state.step === step ? 'current' : reached ? 'done' : 'todo',
      tone: rowTone(state, step),
      cells: COLUMNS.map((column): TableCell => ({
        id: cellId({ step, column }),
        column,
        text: all[column]?.text ?? null,
        detail: all[column]?.detail ?? null,
        tone: all[column]?.tone ?? null,
        madeBy: notTaken ? table.notTaken : fill(table.madeBy, { step }),
        note: step === 1 && column === 'environment' && reached ? table.savedNote : null
      }))
    };
  });
}
