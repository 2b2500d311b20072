/**
 * `npm run test:engines`: trains the same manifests in every engine that can be had here, and holds each to what
 * Node gives. `-- --write` writes docs/engines.md from what it measured; `-- --built` takes the site as it is built.
 *
 * Exit code 1: a result differs, or an engine that is there gave none. An engine that is not to be had is named.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, tool } from './run.js';
import { ensureDependencies, enter, SetupProblem } from './setup.js';
import { table } from './table.js';
import { throughVite } from './through-vite.js';

/** Where scripts/test.js reads the sum. */
const REPORT = join(ROOT, 'reports/engines.json');
const DOCUMENT = join(ROOT, 'docs/engines.md');
const OPTIONS = ['--write', '--built'];

/** @param {string} markdown */
async function formatted(markdown) {
  const { format, resolveConfig } = await import('prettier');
  return format(markdown, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT });
}

await enter(async () => {
  const args = process.argv.slice(2);
  if (!args.every((arg) => OPTIONS.includes(arg))) {
    throw new SetupProblem(`Say \`npm run test:engines\`, after \`--\` with any of: ${OPTIONS.join(', ')}.`);
  }
  await ensureDependencies();
  if (!args.includes('--built') && (await run(tool('vite', 'build', '--logLevel', 'warn'))) !== 0) return 1;

  const { measure } = await import('../tests/engines/measure.js');
  const document = await import('../tests/engines/document.js');
  const subjects = /** @type {typeof import('../tests/engines/subjects')} */ (
    await throughVite('tests/engines/subjects.ts')
  );
  const { subjects: rows } = subjects;
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(0);
  const engines = await measure(subjects, (name) => console.log(`${seconds().padStart(4)} s  ${name} …`));

  const { passed, failed, skipped } = document.countEngines(engines, rows.length);
  const wrongs = document.wrongsOfEngines(rows, engines);
  mkdirSync(join(ROOT, 'reports'), { recursive: true });
  writeFileSync(REPORT, JSON.stringify({ passed, failed, skipped, wrongs }));

  console.log(`\n${table(document.agreement(rows, engines))}`);
  console.log(`\n${table(document.platformFunctions(engines))}`);
  console.log(`\n${table(document.platformRuns(engines))}\n`);
  for (const engine of engines) {
    if (!document.wasRun(engine)) {
      console.log(`NOT RUN: ${engine.name}. ${engine.missing}`);
      continue;
    }
    console.log(
      `${engine.name} ${engine.version}. SIMD kernel: ${document.kernelShare(engine, rows.length)}.`
    );
  }
  for (const { engine, manifests, words } of wrongs)
    console.error(`WRONG: ${engine}, ${manifests}: ${words}`);

  const isWhole = failed === 0 && skipped === 0;
  const markdown = await formatted(document.engineDocument(subjects.TRAINER_VERSION, rows, engines));
  if (args.includes('--write')) {
    if (!isWhole)
      throw new SetupProblem('docs/engines.md stays as it is: it tells of all engines or of none.');
    writeFileSync(DOCUMENT, markdown);
    console.log('docs/engines.md is written.');
  } else if (isWhole && markdown !== readFileSync(DOCUMENT, 'utf8')) {
    console.log(
      'docs/engines.md tells of other engines than these; `npm run test:engines -- --write` tells of these.'
    );
  }
  return failed > 0 ? 1 : 0;
});
