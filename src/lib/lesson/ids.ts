/** The steps of the lesson: 0 is the start, 1 to 6 are the rows of the process table. */
export const STEPS = [0, 1, 2, 3, 4, 5, 6] as const;
export type Step = (typeof STEPS)[number];
export type TableStep = Exclude<Step, 0>;

/** Columns of the process table after the step's number. */
export const COLUMNS = ['action', 'environment', 'output', 'comparison'] as const;
export type Column = (typeof COLUMNS)[number];

/** A cell of the process table, as the quiz's hints and the page's ids name it. */
export interface CellRef {
  readonly step: TableStep;
  readonly column: Column;
}

/** The id that a cell of the process table carries in the page. */
export const cellId = ({ step, column }: CellRef): string => `cell-${step}-${column}`;

/** Nodes of the process flow, in reading order. */
export const NODES = [
  'start',
  'train',
  'save',
  'rerun',
  'compare',
  'match',
  'trust',
  'mismatch',
  'investigate'
] as const;
export type NodeId = (typeof NODES)[number];
