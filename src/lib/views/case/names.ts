import type { Difference } from '../../experiment/case';
import { allOf } from '../../lesson';
import type { CaseState } from '../../machine/case';
import { changeView } from '../lab/cause/change';
import type { TryColumn } from '../tries';

type Named = Pick<CaseState, 'differences' | 'hidden'>;

/** The letters of the alphabet, for differences that nobody names. */
const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

function columnOf({ change, key }: Difference, index: number, hidden: boolean): TryColumn {
  if (hidden) return { key, name: letterOf(index), before: '', after: '' };
  const { name, before, after } = changeView(change);
  return { key, name, before, after };
}

/** What differs, in words, or by letters until the causes are found. */
export const caseColumns = ({ differences, hidden }: Named): TryColumn[] =>
  differences.map((difference, index) => columnOf(difference, index, hidden));

/** Such as “epochs and l2”. */
export const namesOf = (state: Named, keys: readonly string[]): string =>
  allOf(
    caseColumns(state)
      .filter(({ key }) => keys.includes(key))
      .map(({ name }) => name)
  );
