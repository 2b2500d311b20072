/** How many runs had how many test penguins right: `counts[85]` runs had 85. */
export type Counts = readonly number[] | Uint32Array;

/** What the runs of one series have in common, in penguins classified right. */
export interface SpreadStats {
  readonly runs: number;
  readonly least: number;
  readonly most: number;
  /** The middle run, or the mean of the two in the middle. */
  readonly median: number;
  /** Nine in ten runs lie from here to there: the 5th and the 95th percentile, by the nearest rank. */
  readonly low: number;
  readonly high: number;
  /** Runs in the highest pile. */
  readonly highest: number;
}

/** The value of the run at a rank, from 1, with all runs in order. */
function atRank(counts: Counts, rank: number): number {
  let below = 0;
  for (const [value, count] of counts.entries()) {
    below += count;
    if (below >= rank) return value;
  }
  return counts.length - 1;
}

/**
 * Statistics from the piles alone: as cheap for ten thousand runs as for ten, so they can be told while runs arrive.
 * @returns null without runs.
 */
export function spreadStats(counts: Counts): SpreadStats | null {
  let runs = 0;
  let highest = 0;
  for (const count of counts) {
    runs += count;
    highest = Math.max(highest, count);
  }
  if (runs === 0) return null;
  const percentile = (percent: number) => atRank(counts, Math.max(1, Math.ceil((percent * runs) / 100)));
  return {
    runs,
    least: atRank(counts, 1),
    most: atRank(counts, runs),
    median: (atRank(counts, Math.floor((runs + 1) / 2)) + atRank(counts, Math.floor(runs / 2) + 1)) / 2,
    low: percentile(5),
    high: percentile(95),
    highest
  };
}
