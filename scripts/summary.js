/**
 * From what the stages of `npm test` left behind to one honest sum. Nothing here reads or prints, so
 * that the sum itself can be tested.
 */

/**
 * What a stage left behind. `report` is what a test runner wrote, or undefined where it wrote none.
 *
 * @typedef {'check' | 'vitest' | 'playwright' | 'engines'} StageKind
 * @typedef {{ name: string, kind: StageKind, ran: boolean, exitCode: number, seconds: number, report?: unknown }} StageOutcome
 * @typedef {{ passed: number, failed: number, skipped: number, flaky: number }} Counts
 */

/** @type {Counts} */
const NOTHING = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

/**
 * Counts a report of Vitest's `json` reporter. A file that could not even be loaded has no test that
 * could fail, so it counts as one failure itself.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0, testResults = [] } = report;
  const unloaded = testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
    flaky: 0
  };
}

/**
 * Counts a report of Playwright's `json` reporter. What passed at a second try passed, and is told.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright({ stats }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    flaky: stats.flaky
  };
}

/**
 * Counts a report of scripts/engines.js, where an engine that is not to be had skips its manifests.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countEngines({ passed, failed, skipped }) {
  return { passed, failed, skipped, flaky: 0 };
}

/**
 * Counts a stage. A runner that failed adds at least one failure, whatever its report says: it may
 * have crashed before it wrote one, found no test, or failed outside any test.
 *
 * @param {StageOutcome} stage
 * @returns {Counts}
 */
export function countStage({ kind, ran, exitCode, report }) {
  if (!ran) return NOTHING;
  const counts = kind === 'check' || report === undefined ? NOTHING : countReport(kind, report);
  const runnerWithoutReport = kind !== 'check' && report === undefined;
  const failedUntold = (exitCode !== 0 || runnerWithoutReport) && counts.failed === 0;
  return failedUntold ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {Exclude<StageKind, 'check'>} kind
 * @param {unknown} report
 */
function countReport(kind, report) {
  return { vitest: countVitest, playwright: countPlaywright, engines: countEngines }[kind](report);
}

/**
 * The tests of a report of Vitest's `json` reporter that failed; of a file that could not be loaded, its name.
 *
 * @param {any} report
 * @returns {string[]}
 */
function vitestFailures({ testResults = [] }) {
  return testResults.flatMap((/** @type {any} */ { name, status, message, assertionResults }) =>
    assertionResults.length === 0 && status === 'failed'
      ? [named(name, 'could not be loaded', message)]
      : assertionResults
          .filter((/** @type {any} */ test) => test.status === 'failed')
          .map((/** @type {any} */ test) => named(name, test.fullName, test.failureMessages?.[0]))
  );
}

/**
 * The tests of a report of Playwright's `json` reporter that failed, with the project that each ran in.
 *
 * @param {any} suite a report, or a suite in it
 * @param {string[]} above titles of the suites around it
 * @returns {string[]}
 */
function playwrightFailures({ suites = [], specs = [] }, above = []) {
  return [
    ...specs.flatMap((/** @type {any} */ { title, tests }) =>
      tests
        .filter((/** @type {any} */ test) => test.status === 'unexpected')
        .map((/** @type {any} */ test) =>
          named(
            `[${test.projectName}] ${above[0]}`,
            [...above.slice(1), title].join(' › '),
            test.results.find((/** @type {any} */ result) => result.error)?.error.message
          )
        )
    ),
    ...suites.flatMap((/** @type {any} */ suite) => playwrightFailures(suite, [...above, suite.title]))
  ];
}

/** A terminal's colours, which runners write into their messages. */
// eslint-disable-next-line no-control-regex
const COLOUR = /\u001b\[[\d;]*m/g;

/** @param {string} where @param {string} test @param {string} [message] of which the first line is told */
function named(where, test, message = '') {
  const why = message.replace(COLOUR, '').split('\n')[0];
  return `${where} › ${test}${why ? `: ${why}` : ''}`;
}

/**
 * What was wrong in a report of scripts/engines.js.
 *
 * @param {any} report
 * @returns {string[]}
 */
function engineFailures({ wrongs = [] }) {
  return wrongs.map((/** @type {any} */ { engine, manifests, words }) => named(engine, manifests, words));
}

/**
 * What failed, one line each. The logs of continuous integration are often cut to their tail.
 *
 * @param {StageOutcome} stage
 * @returns {string[]}
 */
function failuresOf({ kind, report }) {
  if (kind === 'check' || report === undefined) return [];
  return { vitest: vitestFailures, playwright: playwrightFailures, engines: engineFailures }[kind](report);
}

/**
 * The table of all stages, what failed in them, the line that ends the run, and the exit code: 1 where anything failed, or
 * where tests were asked for and none ran.
 *
 * @param {readonly StageOutcome[]} stages
 * @returns {{ rows: Record<string, string | number>[], failures: string[], line: string, exitCode: 0 | 1 }}
 */
export function summarise(stages) {
  const counted = stages.map((stage) => ({ stage, counts: countStage(stage) }));
  const total = counted.reduce(
    (sum, { counts }) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
      flaky: sum.flaky + counts.flaky
    }),
    NOTHING
  );
  const testsWereAsked = stages.some(({ kind }) => kind !== 'check');
  const noTestRan = testsWereAsked && total.passed + total.failed === 0;
  return {
    rows: counted.map(({ stage, counts }) => ({
      stage: stage.name,
      result: !stage.ran ? 'not run' : counts.failed > 0 ? 'FAILED' : 'ok',
      tests: describeCounts(stage, counts),
      seconds: stage.seconds.toFixed(1)
    })),
    failures: stages.flatMap(failuresOf),
    line: `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
    exitCode: total.failed > 0 || noTestRan ? 1 : 0
  };
}

/**
 * @param {StageOutcome} stage
 * @param {Counts} counts
 */
function describeCounts({ kind, ran, report }, { passed, failed, skipped, flaky }) {
  if (kind === 'check' || !ran) return '';
  if (report === undefined) return 'no report';
  return [
    `${passed} passed`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
    flaky > 0 && `${flaky} flaky`
  ]
    .filter(Boolean)
    .join(', ');
}
