import { fill, lesson, type CellRef } from '../../lesson';
import { quiz as words } from '../../lesson/quiz';
import type { LessonState } from '../../machine/lesson';
import { tableView } from './table';

/** A cell of the process table, as a hint shows it. */
export interface HintCellView {
  readonly ref: CellRef;
  /** Such as “Model output, step 4”. */
  readonly place: string;
  readonly text: string;
  /** Whether the table says so now. */
  readonly known: boolean;
  /** Said where what the table says now is not what the question is about; null elsewhere. */
  readonly note: string | null;
}

const { table } = lesson.process;

/** What a cell says in every lesson, before the lesson has come to it. */
function inGeneral({ step, column }: CellRef): string {
  return step === 6 && column !== 'action' ? table.road[column] : fill(words.hintCell.notYet, { step });
}

/** The cell as the table has it now; where it is still empty, what it will say in general. */
export function hintCellView(ref: CellRef, state: LessonState): HintCellView {
  const row = tableView(state).find(({ step }) => step === ref.step);
  const text = row?.cells.find(({ column }) => column === ref.column)?.text ?? null;
  const isChanged = text !== null && ref.column !== 'action' && ref.step > 2 && state.drifts.length > 0;
  return {
    ref,
    place: fill(words.hintCell.place, { column: table.columns[ref.column], step: ref.step }),
    text: text ?? inGeneral(ref),
    known: text !== null,
    note: isChanged ? words.hintCell.changed : null
  };
}
