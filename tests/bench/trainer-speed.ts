import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINE } from '../../src/lib/experiment';
import { parseDataset, train } from '../../src/lib/trainer';
import { record } from './measurements';

/** The trainer alone, in Node and on one core: whole runs of the baseline, after some to warm up. */
const WARM_UP = 20;
const BATCHES = 10;
const RUNS_A_BATCH = 30;

const csv = readFileSync(join(import.meta.dirname, '../../src/lib/trainer/penguins.csv'), 'utf8');
const dataset = parseDataset(csv);

function runsPerSecond(runs: number): number {
  const start = performance.now();
  for (let run = 0; run < runs; run++) train(BASELINE, dataset);
  return (1000 * runs) / (performance.now() - start);
}

runsPerSecond(WARM_UP);
record('3-trainer', [
  {
    what: 'baseline runs, Node',
    unit: 'runs/s',
    values: Array.from({ length: BATCHES }, () => runsPerSecond(RUNS_A_BATCH))
  }
]);
