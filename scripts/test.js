/**
 * `npm test`: everything that must hold, in one command. A stage that fails does not hide what the
 * later ones have to say; only what needs a build waits for one. The last line is the sum.
 * `npm test -- --only unit,e2e` runs these stages, and those they need. Other engines than Chromium take
 * hundreds of megabytes to install, so they are tried in continuous integration, or when asked for.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, tool } from './run.js';
import { ensureBrowser, ensureDependencies, enter, SetupProblem } from './setup.js';
import { sideBySide } from './side-by-side.js';
import { summarise } from './summary.js';
import { table } from './table.js';

/**
 * @typedef {(command: string[], environment?: Record<string, string>) => Promise<number>} Run resolves with an exit code
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {import('./summary.js').StageKind} kind
 * @property {(run: Run) => Promise<number>} run resolves with an exit code
 * @property {string} [report] where a test runner writes its report
 * @property {string} [needs] a stage without whose success this one makes no sense
 * @property {boolean} [aside] whether it keeps one processor busy at most, so that others like it run beside it
 * @property {boolean} [onRequest] whether only continuous integration runs it unasked
 */

const { SITE_FOLDER } = process.env;

const UNIT_REPORT = 'reports/unit.json';
const ENGINES_REPORT = 'reports/engines.json';

/** Before all others, which all need it: without packages there is nothing to run. */
const SETUP = 'setup';

/** @type {readonly Stage[]} */
const STAGES = [
  { name: SETUP, kind: 'check', run: () => ensureDependencies().then(() => 0) },
  { name: 'lint', kind: 'check', aside: true, run: (run) => run(tool('eslint', '.', '--max-warnings', '0')) },
  {
    name: 'types',
    kind: 'check',
    aside: true,
    run: async (run) =>
      (await run(tool('@sveltejs/kit#svelte-kit', 'sync'))) ||
      run(tool('svelte-check', '--fail-on-warnings', '--output', 'human'))
  },
  {
    name: 'build',
    kind: 'check',
    aside: true,
    // The first is for journeys below a folder of a host. It need not be small, unless it is what gets published:
    // then it is the site of SITE_FOLDER, which the journeys know too. What is previewed is the last.
    run: async (run) =>
      (await run(tool('vite', 'build', '--logLevel', 'warn', ...(SITE_FOLDER ? [] : ['--minify', 'false'])), {
        BASE_PATH: SITE_FOLDER || '/retrace',
        BUILD_DIR: '.svelte-kit/below'
      })) || run(tool('vite', 'build', '--logLevel', 'warn'))
  },
  {
    name: 'format',
    kind: 'check',
    aside: true,
    run: (run) => run(tool('prettier', '--check', '--log-level', 'warn', '.'))
  },
  {
    name: 'dead-code',
    kind: 'check',
    aside: true,
    run: (run) => run(tool('knip', '--treat-config-hints-as-errors'))
  },
  {
    name: 'unit',
    kind: 'vitest',
    report: UNIT_REPORT,
    run: (run) =>
      run(tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`))
  },
  {
    name: 'budget',
    kind: 'check',
    needs: 'build',
    run: (run) => run([process.execPath, join(ROOT, 'scripts/budget.js')])
  },
  {
    name: 'e2e',
    kind: 'playwright',
    needs: 'build',
    report: 'reports/e2e.json',
    run: async (run) =>
      run(tool('@playwright/test#playwright', 'test'), { CHROMIUM_PATH: await ensureBrowser() })
  },
  {
    name: 'engines',
    kind: 'engines',
    needs: 'build',
    report: ENGINES_REPORT,
    onRequest: true,
    run: (run) => run([process.execPath, join(ROOT, 'scripts/engines.js'), '--built'])
  }
];

/** @param {readonly string[]} args @returns {readonly Stage[]} */
function chosenStages(args) {
  const at = args.indexOf('--only');
  if (at < 0 && args.length === 0) return STAGES.filter(({ onRequest }) => !onRequest || process.env.CI);
  const names = at === 0 && args.length === 2 ? (args[1] ?? '').split(',') : [];
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (names.length === 0 || unknown.length > 0) {
    throw new SetupProblem(
      `Say \`npm test\`, or \`npm test -- --only <stages>\` with any of: ${STAGES.map(({ name }) => name).join(',')}.`
    );
  }
  const needed = STAGES.flatMap(({ name, needs }) => (names.includes(name) && needs ? [needs] : []));
  return STAGES.filter(({ name }) => [SETUP, ...needed, ...names].includes(name));
}

/**
 * Neighbours that may run side by side, together; each other stage by itself.
 *
 * @param {readonly Stage[]} stages
 * @returns {Stage[][]}
 */
function turnsOf(stages) {
  /** @type {Stage[][]} */
  const turns = [];
  for (const stage of stages) {
    const last = turns.at(-1);
    if (stage.aside && last?.[0]?.aside) last.push(stage);
    else turns.push([stage]);
  }
  return turns;
}

/**
 * Runs one stage, unless what it needs has failed.
 *
 * @param {readonly import('./summary.js').StageOutcome[]} before
 * @param {Stage} stage
 * @returns {Promise<import('./summary.js').StageOutcome>}
 */
async function outcomeAfter(before, stage) {
  const blocked = before.some(
    ({ name, exitCode }) => exitCode !== 0 && (name === SETUP || name === stage.needs)
  );
  return blocked
    ? { name: stage.name, kind: stage.kind, ran: false, exitCode: 0, seconds: 0 }
    : outcomeOf(stage);
}

/**
 * Runs one stage. The report of an earlier run goes first: nobody shall count it for this one. What is printed by a stage
 * that has others beside it is told once it has ended.
 *
 * @param {Stage} stage
 * @returns {Promise<import('./summary.js').StageOutcome>}
 */
async function outcomeOf({ name, kind, report, aside, run: runStage }) {
  const file = report && join(ROOT, report);
  if (file) rmSync(file, { force: true });
  const heading = `\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`;
  let heard = '';
  const listener = aside ? (/** @type {string} */ text) => void (heard += text) : undefined;
  if (!aside) console.log(heading);
  const start = performance.now();
  let exitCode = 1;
  try {
    exitCode = await runStage((command, environment) => run(command, environment, listener));
  } catch (error) {
    console.error(error instanceof SetupProblem ? error.message : error);
  }
  if (aside) console.log(`${heading}\n${heard}`.trimEnd());
  return {
    name,
    kind,
    ran: true,
    exitCode,
    seconds: (performance.now() - start) / 1000,
    report: file && readReport(file)
  };
}

/** A report that is cut short or absent is none. @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

await enter(async () => {
  const stages = chosenStages(process.argv.slice(2));
  mkdirSync(join(ROOT, 'reports'), { recursive: true });
  /** @type {import('./summary.js').StageOutcome[]} */
  const outcomes = [];
  for (const turn of turnsOf(stages)) {
    outcomes.push(...(await sideBySide(turn, (stage) => outcomeAfter(outcomes, stage))));
  }
  const { rows, failures, line, exitCode } = summarise(outcomes);
  console.log(`\n${table(rows)}\n`);
  if (failures.length > 0) console.log(`Failed:\n${failures.join('\n')}\n`);
  console.log(line);
  return exitCode;
});
