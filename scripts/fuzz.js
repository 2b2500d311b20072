/**
 * `npm run fuzz`: the property tests with fresh seeds, round after round, until the time is over or a round fails.
 * `npm test` pins their seed, so that it gives the same result each time; here is where new cases are looked for.
 *
 *     npm run fuzz                                for ten minutes
 *     npm run fuzz -- --minutes 45                for three quarters of an hour
 *     npm run fuzz -- --seed 1612359110 FILE …    one round, with the seed of a failure; of these files only
 */
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failedFiles, propertyTests } from './property-tests.js';
import { ROOT, run, tool } from './run.js';
import { ensureDependencies, enter, SetupProblem } from './setup.js';

const REPORT = 'reports/fuzz.json';
const USAGE =
  'Say `npm run fuzz`, with --minutes and a number, or --seed and a whole number, and files or none.';

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
      allowPositionals: true
    });
    const minutes = Number(values.minutes);
    const seed = values.seed === undefined ? undefined : Number(values.seed);
    if (!(minutes > 0) || (seed !== undefined && !Number.isInteger(seed))) throw new TypeError();
    return { minutes, seed, files: positionals };
  } catch {
    throw new SetupProblem(USAGE);
  }
}

/** @param {number} seed @param {readonly string[]} files @returns {Promise<number>} the exit code */
async function round(seed, files) {
  const report = join(ROOT, REPORT);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const exitCode = await run(tool('vitest', 'run', ...reporters, ...files), { FUZZ_SEED: String(seed) });
  if (exitCode !== 0) {
    const failed = failedFiles(JSON.parse(readFileSync(report, 'utf8')), ROOT);
    console.error(`\nIt failed with the seed ${seed}. Repeat it with:\n`);
    console.error(`  npm run fuzz -- --seed ${seed} ${failed.join(' ')}\n`);
  }
  return exitCode;
}

await enter(async () => {
  const { minutes, seed, files } = readArguments();
  await ensureDependencies();
  mkdirSync(join(ROOT, 'reports'), { recursive: true });
  const chosen = files.length > 0 ? files : propertyTests(join(ROOT, 'tests'));
  if (seed !== undefined) return round(seed, chosen);
  const end = Date.now() + minutes * 60_000;
  let rounds = 0;
  while (Date.now() < end) {
    const fresh = randomInt(2 ** 31);
    console.log(`\nRound ${++rounds}, seed ${fresh}`);
    const exitCode = await round(fresh, chosen);
    if (exitCode !== 0) return exitCode;
  }
  console.log(`\n${rounds} rounds of ${chosen.length} files in ${minutes} minutes, and none failed.`);
  return 0;
});
