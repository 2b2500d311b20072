import type { Edit } from '../experiment';
import type { Penguin, UsablePenguin } from './dataset';

/** The rows that an edit can change: all as they stand in the file, or either side of the split. */
interface Rows {
  readonly all: readonly Penguin[];
  readonly training: readonly UsablePenguin[];
  readonly test: readonly UsablePenguin[];
}

/** What one edit does, to some of these rows; it leaves the others alone. */
type RowEdit = { readonly [Name in keyof Rows]?: (rows: Rows[Name]) => Rows[Name] };

/** Ids of five penguins of the training set, spread over the data. */
export const MISLABELLED: readonly number[] = [48, 99, 149, 210, 301];

/** Ids of five penguins of the test set that the baseline's model gets wrong. */
export const CORRECTED: readonly number[] = [119, 169, 201, 293, 342];

const otherSex = (rows: readonly UsablePenguin[], ids: readonly number[]): readonly UsablePenguin[] =>
  rows.map((row) => (ids.includes(row.id) ? { ...row, sex: row.sex === 'MALE' ? 'FEMALE' : 'MALE' } : row));

const EDIT_ROWS: Readonly<Record<Edit, RowEdit>> = {
  // Sums come out in another order, and the shuffle deals the rows into other batches.
  'rows-reversed': { training: (rows) => [...rows].reverse() },
  'rows-swapped': { training: (rows) => [...rows.slice(1, 2), ...rows.slice(0, 1), ...rows.slice(2)] },
  'row-duplicated': { training: (rows) => [...rows, ...rows.slice(0, 1)] },
  // One more row becomes usable, so at most one row crosses from one side of the split to the other.
  'dot-as-female': { all: (rows) => rows.map((row) => (row.sex === '.' ? { ...row, sex: 'FEMALE' } : row)) },
  // By id, so that the same penguins are meant whatever else was edited, and none on the other side.
  'training-labels-flipped': { training: (rows) => otherSex(rows, MISLABELLED) },
  'test-labels-corrected': { test: (rows) => otherSex(rows, CORRECTED) }
};

/** Makes those edits that concern these rows, in the order in which the manifest lists them. */
export const applyEdits = <Name extends keyof Rows>(
  name: Name,
  rows: Rows[Name],
  edits: readonly Edit[]
): Rows[Name] => edits.reduce((edited, edit) => EDIT_ROWS[edit][name]?.(edited) ?? edited, rows);
