import { percent, type RunRecord } from '../experiment';

/** Per cent in words, such as “85%” or “84.2%”: one decimal, where it takes one. */
export const roundedPercent = (value: number): string => `${Math.round(10 * value) / 10}%`;

/** Accuracy in words; whole whenever the test set has 100 rows. */
export const percentText = ({ accuracy }: Pick<RunRecord, 'accuracy'>): string =>
  roundedPercent(percent(accuracy));
