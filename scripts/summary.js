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
 * The table of all stages, the line that ends the run, and the exit code: 1 where anything failed, or
 * where tests were asked for and none ran.
 *
 * @param {readonly StageOutcome[]} stages
 * @returns {{ rows: Record<string, string | number>[], line: string, exitCode: 0 | 1 }}
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
