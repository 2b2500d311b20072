import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../scripts/assembly-script.js';
import { table } from '../../scripts/table.js';
import { BASELINE } from '../../src/lib/experiment';
import { parseDataset } from '../../src/lib/trainer';
import { drain } from '../../src/lib/trainer/drain';
import { prepare } from '../../src/lib/trainer/prepare';
import { digestWeights } from '../../src/lib/trainer/sha256';
import { loadSimdKernel } from '../../src/lib/trainer/simd/simd-kernel';
import { createSweepRunner } from '../../src/lib/trainer/sweep-run';
import { trainPrepared } from '../../src/lib/trainer/train';
import { compileC } from './c/c-program';
import { record } from './measurements';
import { installedPeers } from './peers/peers';

/** Each round measures everyone once, one after the other, so that a machine's moods meet all alike. */
const ROUNDS = 7;
/** What takes milliseconds is run so often a round. */
const RUNS = 60;

const TRAINER = join(import.meta.dirname, '../../src/lib/trainer');
const dataset = parseDataset(readFileSync(join(TRAINER, 'penguins.csv'), 'utf8'));
const prepared = prepare(BASELINE, dataset);
const { training } = prepared;
const kernel = loadSimdKernel(await compile(join(TRAINER, 'simd/kernel.as.ts')));

/** Milliseconds that this process has computed so far: unlike the clock's, other programs do not lengthen them. */
const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface Contender {
  readonly name: string;
  readonly differs: string;
  /** @returns milliseconds a run. */
  measure(): number | Promise<number>;
}

const sameBits = 'nothing: the same bits';

/** @param train whose last weights must be the baseline's. */
function ours(name: string, train: () => unknown): Contender {
  for (let run = 0; run < RUNS; run++) train();
  return {
    name,
    differs: sameBits,
    measure() {
      const start = computed();
      for (let run = 0; run < RUNS; run++) train();
      return (computed() - start) / RUNS;
    }
  };
}

const trainHere = () => drain(trainPrepared(BASELINE, prepared));
const digest = trainHere().record.digest;

function must(what: string, weights: Float64Array | null): void {
  if (!weights || digestWeights(weights) !== digest) throw new Error(`${what} has other bits`);
}

const contenders: Contender[] = [];
const notes: string[] = [];

const c = compileC();
if (c) {
  const names = {
    passes: 'C, AVX2, in passes',
    rows: 'C, AVX2, row by row',
    scalar: 'C without vectors, row by row'
  };
  for (const how of ['passes', 'rows', 'scalar'] as const) {
    must('the C program', c.run(how, BASELINE, training, 1).weights);
    contenders.push({
      name: names[how],
      differs: sameBits,
      measure: () => c.run(how, BASELINE, training, RUNS).times.reduce((sum, time) => sum + time, 0) / RUNS
    });
  }
  notes.push(`C is compiled by ${c.compiler}.`);
} else notes.push('The C program cannot be run: neither gcc nor clang compiles it here.');

if (kernel) {
  must('the SIMD kernel', kernel(BASELINE, training));
  contenders.push(ours('SIMD kernel', () => kernel(BASELINE, training)));
  const run = createSweepRunner(dataset, kernel);
  contenders.push(ours('SIMD kernel, tested and fingerprinted', () => run(BASELINE)));
} else notes.push('The SIMD kernel cannot be run: this Node has no WebAssembly SIMD.');

contenders.push(ours('TypeScript, tested and fingerprinted', trainHere));

const { peers, missing } = await installedPeers({
  ...BASELINE.code,
  inputs: Array.from({ length: training.count }, (_, row) => [
    training.inputs[2 * row]!,
    training.inputs[2 * row + 1]!
  ]),
  labels: [...training.labels]
});
notes.push(...missing);
for (const { name, differs, train } of peers) {
  contenders.push({
    name,
    differs,
    async measure() {
      const start = computed();
      await train();
      return computed() - start;
    }
  });
}

const before = loadavg()[0]!;
const times = contenders.map((): number[] => []);
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, contender] of contenders.entries()) times[index]!.push(await contender.measure());
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const medians = times.map(median);

/** Times as slow as each C program, where there is one. */
const ratios = (time: number) =>
  Object.fromEntries(
    contenders.flatMap(({ name }, index) =>
      name.startsWith('C') ? [[`× ${name}`, (time / medians[index]!).toFixed(2)]] : []
    )
  );

console.log(`\nOne run of the baseline, ${BASELINE.code.epochs} epochs of ${training.count} rows.`);
console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, load ${before.toFixed(1)}.\n`
);
console.log(
  table(
    contenders.map(({ name, differs }, index) => ({
      what: name,
      'ms a run': medians[index]!.toFixed(2),
      'runs/s': (1000 / medians[index]!).toFixed(0),
      ...ratios(medians[index]!),
      'what differs': differs
    }))
  )
);
for (const note of notes) console.log(note);

record(
  '4-kernel',
  contenders.map(({ name }, index) => ({ what: name, unit: 'ms a run', values: times[index]! }))
);
