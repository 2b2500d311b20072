import { percent, type RunRecord } from '../experiment';

/** Accuracy in words, such as “85%” or “84.2%”: one decimal, where the test set does not have 100 rows. */
export const percentText = ({ accuracy }: Pick<RunRecord, 'accuracy'>): string =>
  `${Math.round(10 * percent(accuracy)) / 10}%`;
