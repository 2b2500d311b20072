import type { Part } from '../../../experiment';
import type { Change } from '../../../experiment/lab';
import { allOf } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { labFieldName, labValueText } from '../../field-text';

/** One single thing in which two runs differ, in words. */
export interface ChangeView {
  readonly key: string;
  readonly part: Part;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const words = labWords.cause.change;

const editText = (edit: unknown): string => (edit === undefined ? words.editNotMade : words.editMade);

/** An edit of the rows goes by its own name: it can be put back without the others. */
export function changeView(change: Change): ChangeView {
  const { key, part, before, after } = change;
  switch (change.kind) {
    case 'field':
      return {
        key,
        part,
        name: labFieldName(change.path),
        before: labValueText(before),
        after: labValueText(after)
      };
    case 'edit':
      return {
        key,
        part,
        name: labValueText([before ?? after]),
        before: editText(before),
        after: editText(after)
      };
    case 'edit-order':
      return { key, part, name: words.order, before: labValueText(before), after: labValueText(after) };
  }
}

/** Such as “epochs, l2, and seed”. */
export const changeNames = (changes: readonly Change[]): string =>
  allOf(changes.map((change) => changeView(change).name));
