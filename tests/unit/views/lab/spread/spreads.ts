import { PiledRuns } from '$lib/browser/lab/spread/runs';
import { digestBytes } from '$lib/experiment';
import { emptyRows, type SweepRows } from '$lib/trainer/sweep';
import type { Series } from '$lib/machine/lab/spread/plan';
import { NOTHING_RUN, type SpreadState } from '$lib/machine/lab/spread/runs';

export const PENGUINS = 100;

export const SEEDS: Series = { id: 'all', varies: 'seed', drift: null, runs: 0, seed: 1, split: 42 };

/** A digest of its own for each number. */
const digestOf = (number: number) =>
  number.toString(16).padStart(64, '0') as Parameters<typeof digestBytes>[0];

/** Rows of runs that had so many penguins right; null for one that gave no model. */
export function rowsOf(
  values: readonly (number | null)[],
  digests: readonly number[] = values.map((_, run) => run)
): SweepRows {
  const rows = emptyRows(values.length);
  for (const [run, value] of values.entries()) {
    if (value === null) continue;
    rows.correct[run] = value;
    rows.total[run] = PENGUINS;
    rows.digests.set(digestBytes(digestOf(digests[run]!)), 32 * run);
  }
  return rows;
}

/** Finished runs that had so many penguins right. */
export function piled(
  values: readonly (number | null)[],
  series: Partial<Series> = {},
  digests?: readonly number[]
): PiledRuns {
  const runs = new PiledRuns({ ...SEEDS, runs: values.length, ...series }, PENGUINS);
  runs.take(rowsOf(values, digests), { from: 0, to: values.length });
  return runs;
}

export const spreadState = (state: Partial<SpreadState>): SpreadState => {
  const done = (state.runs ?? []).reduce((sum, runs) => sum + runs.done, 0);
  return { ...NOTHING_RUN, done, total: done, ...state };
};
