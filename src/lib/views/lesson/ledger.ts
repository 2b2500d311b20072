import { COLUMNS, fill, lesson, type Column } from '../../lesson';
import type { LessonState } from '../../machine/lesson';
import { tableView } from './table';
import type { Tone } from '../tone';

/** The current row of the process table as one line. */
export interface LedgerView {
  readonly title: string;
  readonly cells: readonly {
    readonly column: Column;
    readonly name: string;
    /** The same where there is little room. */
    readonly short: string;
    readonly text: string;
    readonly tone: Tone | null;
  }[];
}

const { process, runs } = lesson;

/** What the status tracker says at the start. */
const AT_START: Readonly<Partial<Record<Column, string>>> = { environment: process.table.notSet };

export function ledgerView(state: LessonState): LedgerView {
  const { step } = state;
  const row = tableView(state).find((entry) => entry.step === step);
  return {
    title: row ? fill(runs.ledger.step, { step }) : runs.ledger.before,
    cells: COLUMNS.filter((column) => column !== 'action').map((column) => {
      const cell = row?.cells.find((entry) => entry.column === column);
      const text = row ? (cell?.text ?? runs.none) : (AT_START[column] ?? process.table.notApplicable);
      const { short } = runs.ledger;
      return {
        column,
        name: process.table.columns[column],
        short: short[column],
        text,
        tone: cell?.tone ?? null
      };
    })
  };
}
