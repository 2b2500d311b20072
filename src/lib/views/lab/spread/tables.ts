import type { RunRecord } from '../../../experiment';
import { fill, numberText } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { shareText } from '../number-text';
import { dotView, type DotView } from './dot';
import type { SpreadRuns } from '../../../machine/lab/spread/runs';
import { accuracyText } from './text';

/** One pile: an accuracy, and how many runs have it. */
export interface PileRow {
  readonly accuracy: string;
  readonly count: string;
  readonly share: string;
  /** The share of runs with this accuracy or less. */
  readonly upTo: string;
}

/** The drawing in numbers, from the least accuracy on. */
export function pileRows({ counts, dots, penguins }: SpreadRuns): PileRow[] {
  const rows: PileRow[] = [];
  let below = 0;
  for (const [correct, count] of counts.entries()) {
    if (count === 0) continue;
    below += count;
    rows.push({
      accuracy: accuracyText(correct, penguins),
      count: numberText(count),
      share: shareText(count, dots),
      upTo: shareText(below, dots)
    });
  }
  return rows;
}

/** Runs on one page of the table: few enough to be drawn at once. */
export const PAGE_OF_RUNS = 20;

/** One page of all runs, in their own order. */
export interface RunPage {
  readonly rows: readonly (DotView | null)[];
  readonly first: number;
  readonly shown: string;
  readonly earlier: boolean;
  readonly later: boolean;
}

/** @param page from 0; one that is past the end shows the last. */
export function runPage(runs: SpreadRuns, page: number, lesson: RunRecord | null): RunPage {
  const total = runs.series.runs;
  const last = Math.ceil(total / PAGE_OF_RUNS) - 1;
  const first = PAGE_OF_RUNS * Math.min(Math.max(0, page), last);
  const to = Math.min(total, first + PAGE_OF_RUNS);
  return {
    rows: Array.from({ length: to - first }, (_, index) => dotView(runs, first + index, lesson)),
    first,
    shown: fill(labWords.spread.tables.shown, {
      from: numberText(first + 1),
      to: numberText(to),
      total: numberText(total)
    }),
    earlier: first > 0,
    later: to < total
  };
}
