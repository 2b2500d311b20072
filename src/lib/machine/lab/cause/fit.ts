import { manifestKey } from '../../../experiment';
import type { BisectState, LabState } from '..';

/** Whether a search is about what is set up now: the same two runs, and the same measure of what is broken. */
export function fitsSetup(
  question: BisectState['question'],
  { pair, criterion, tolerance }: Pick<LabState, 'pair' | 'criterion' | 'tolerance'>
): boolean {
  return (
    question !== null &&
    question.criterion === criterion &&
    (criterion !== 'score' || question.tolerance === tolerance) &&
    manifestKey(question.then) === manifestKey(pair.then) &&
    manifestKey(question.later) === manifestKey(pair.later)
  );
}
