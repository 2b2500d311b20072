/**
 * `npm run bench`: how fast the lesson answers. No part of `npm test`, since times depend on the
 * machine; it fails only where training blocked the main thread, which no machine excuses.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, tool } from './run.js';
import { ensureBrowser, ensureDependencies, enter, SetupProblem } from './setup.js';
import { table } from './table.js';

const REPORTS = join(ROOT, 'reports/bench');

/** @returns {import('../tests/bench/measurements').Measurement[]} */
function readMeasurements() {
  return readdirSync(REPORTS)
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(REPORTS, name), 'utf8')));
}

/** @param {import('../tests/bench/measurements').Measurement} measurement */
function row({ what, unit, values, over }) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.round(share * (sorted.length - 1))] ?? NaN).toFixed(1);
  return {
    what,
    n: values.length,
    min: at(0),
    median: at(0.5),
    max: at(1),
    unit,
    'tasks > 50 ms': over ?? '-'
  };
}

/** @param {string} what @param {Promise<number>} exitCode */
async function mustSucceed(what, exitCode) {
  if ((await exitCode) !== 0) throw new SetupProblem(`${what} failed: see above.`);
}

/** Through Vite, which reads the Python. */
async function measurePython() {
  const { runnerImport } = await import('vite');
  await runnerImport(join(ROOT, 'tests/bench/python-speed.ts'), {
    configFile: false,
    root: ROOT,
    logLevel: 'warn'
  });
}

await enter(async () => {
  await ensureDependencies();
  rmSync(REPORTS, { recursive: true, force: true });
  await mustSucceed('The build', run(tool('vite', 'build', '--logLevel', 'warn')));
  await mustSucceed('Measuring the trainer', run(tool('tsx', 'tests/bench/trainer-speed.ts')));
  await measurePython();
  await mustSucceed('Measuring the kernel', run(tool('tsx', 'tests/bench/kernel-speed.ts')));
  await mustSucceed(
    'Measuring the page',
    run(tool('@playwright/test#playwright', 'test', '--config', 'tests/bench/playwright.config.ts'), {
      CHROMIUM_PATH: await ensureBrowser()
    })
  );
  const measurements = readMeasurements();
  console.log(`\n${table(measurements.map(row))}`);
  const blocked = measurements.some(({ over = 0 }) => over > 0);
  if (blocked) console.error('\nTraining blocked the main thread for more than 50 ms.');
  return blocked ? 1 : 0;
});
