import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../scripts/assembly-script.js';
import { BASELINE } from '../../src/lib/experiment';
import { parseDataset } from '../../src/lib/trainer';
import { loadSimdKernel } from '../../src/lib/trainer/simd/simd-kernel';
import { sweepManifest } from '../../src/lib/trainer/sweep';
import { createSweepRunner } from '../../src/lib/trainer/sweep-run';

/**
 * What a sweep worker does, in Node and on one core. Prints runs a second.
 * Arguments: how many runs to warm up with, and how many to measure.
 */
const [warmUp = 0, count = 0] = process.argv.slice(2).map(Number);

const TRAINER = join(import.meta.dirname, '../../src/lib/trainer');
const kernel = loadSimdKernel(await compile(join(TRAINER, 'simd/kernel.as.ts')));
const run = createSweepRunner(parseDataset(readFileSync(join(TRAINER, 'penguins.csv'), 'utf8')), kernel);

/** @returns how many seconds it took. */
function sweep(runs: number): number {
  const spec = { base: BASELINE, varies: { kind: 'seed', from: 1 }, count: runs } as const;
  const start = performance.now();
  for (let index = 0; index < runs; index++) run(sweepManifest(spec, index));
  return (performance.now() - start) / 1000;
}

sweep(warmUp);
process.stdout.write(String(count / sweep(count)));
