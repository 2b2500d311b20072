import { type CaseState, openedCase } from '../../machine/case';
import { LAB_START, NOTHING_DIFFERS, withLater } from '../../machine/lab';
import { labAddressOf } from '../lab/address';

/** Where the Lab has the same two runs, with its search for the cause: what its address has after `?`. */
export function labAddress({ source, criterion, differences }: CaseState): string {
  const { later } = openedCase(source);
  const drifts = differences.map(({ drift }) => drift.id);
  return labAddressOf({
    ...LAB_START,
    view: 'cause',
    setup: withLater({ ...NOTHING_DIFFERS, drifts }, later),
    criterion: criterion ?? LAB_START.criterion
  });
}
