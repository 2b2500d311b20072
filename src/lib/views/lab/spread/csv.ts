import { metDrift, seedOf, splitOf } from '../../../machine/lab/spread/plan';
import type { SpreadRuns } from '../../../machine/lab/spread/runs';

const HEAD = 'seed,accuracy,digest,split,drift,part';

/**
 * All finished runs as CSV, in the order of their seeds and splits and not of their arrival. Accuracy is a share
 * of 1; a run that gave no model has neither accuracy nor digest.
 */
export function spreadCsv(all: readonly SpreadRuns[]): string {
  const lines = [HEAD];
  for (const runs of all) {
    const { series } = runs;
    for (let run = 0; run < series.runs; run++) {
      const correct = runs.correctOf(run);
      if (correct === null) continue;
      const accuracy = correct / runs.penguins;
      lines.push(
        [
          seedOf(series, run),
          accuracy,
          runs.digestOf(run),
          splitOf(series, run),
          metDrift(series) ?? '',
          series.id
        ].join()
      );
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}
