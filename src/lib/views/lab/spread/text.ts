import { count, fill, numberText } from '../../../lesson';
import { catalogueWords } from '../../../lesson/catalogue';
import { labWords } from '../../../lesson/lab';
import { percentText } from '../../percent';
import { SPREAD_DRIFTS, type Series } from '../../../machine/lab/spread/plan';
import type { SpreadRuns } from '../../../machine/lab/spread/runs';

const { spread } = labWords;

/** Penguins classified right, in per cent with one decimal where that takes one. */
export const accuracyText = (correct: number, penguins: number): string =>
  percentText({ accuracy: { correct, total: penguins } });

export const runsText = (runs: number): string => count(spread.runs, runs, { n: numberText(runs) });

export const digestsText = (digests: number): string =>
  count(spread.digests, digests, { n: numberText(digests) });

/** What a series is called. */
export function seriesName({ id, drift, runs, seed }: Series): string {
  const entry = SPREAD_DRIFTS.find(({ id: other }) => other === drift);
  const name = entry ? catalogueWords[entry.id].name : '';
  return fill(spread.results.series[id], { drift: name, n: numberText(runs), seed });
}

/** Percentage points between two accuracies, in words. */
export const pointsText = (from: number, to: number, penguins: number): string =>
  count(spread.sentences.points, Math.round((1000 * (to - from)) / penguins) / 10);

/** How long something will still take, in words; rounded up, so that it never promises too much. */
export function timeText(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  return whole < 90 ? count(spread.left.seconds, whole) : count(spread.left.minutes, Math.ceil(whole / 60));
}

/** The name that the drawing, its table and its dots share. */
export const nameOf = ({ series }: SpreadRuns): string => seriesName(series);
