import type { Edit } from '../experiment';

/** A named change of the training rows. The test rows are never edited. */
type Change = <T>(rows: readonly T[]) => readonly T[];

const CHANGES: Readonly<Record<Edit, Change>> = {
  // Sums come out in another order, and the shuffle deals the rows into other batches.
  'rows-reversed': (rows) => [...rows].reverse()
};

/** Applies edits in the order in which the manifest lists them. */
export const applyEdits = <T>(rows: readonly T[], edits: readonly Edit[]): readonly T[] =>
  edits.reduce((edited, edit) => CHANGES[edit](edited), rows);
