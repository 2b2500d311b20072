import { describe, expect, it } from 'vitest';
import { countStage, summarise, type StageOutcome } from '../../../scripts/summary.js';

const stage = (outcome: Partial<StageOutcome> & Pick<StageOutcome, 'name' | 'kind'>): StageOutcome => ({
  ran: true,
  exitCode: 0,
  seconds: 1,
  ...outcome
});

const vitestReport = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }]
};
const playwrightReport = { stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 2 } };

const lint = stage({ name: 'lint', kind: 'check' });
const unit = stage({ name: 'unit', kind: 'vitest', report: vitestReport });
const e2e = stage({ name: 'e2e', kind: 'playwright', report: playwrightReport });

describe('the sum of a run', () => {
  it('adds up both runners, and counts no check that passed', () => {
    expect(summarise([lint, unit, e2e])).toMatchObject({
      line: '12 passed, 0 failed, 4 skipped',
      exitCode: 0
    });
  });

  it('leaves skipped tests out of the line where there are none', () => {
    const report = { ...vitestReport, numPendingTests: 0, numTodoTests: 0 };
    expect(summarise([{ ...unit, report }]).line).toBe('7 passed, 0 failed');
  });

  it('adds up the engines, and tells what an engine that is not to be had would have tested', () => {
    const report = { passed: 80, failed: 0, skipped: 20 };
    const engines = stage({ name: 'engines', kind: 'engines', report });
    expect(summarise([unit, engines])).toMatchObject({
      line: '87 passed, 0 failed, 22 skipped',
      exitCode: 0
    });
    expect(summarise([{ ...engines, exitCode: 1, report: { ...report, failed: 1 } }])).toMatchObject({
      line: '80 passed, 1 failed, 20 skipped',
      exitCode: 1
    });
  });

  it('names what failed in both runners, with the first line of why', () => {
    const failed = {
      ...vitestReport,
      numFailedTests: 1,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'holds' },
            {
              status: 'failed',
              fullName: 'adds',
              failureMessages: ['\u001b[31mexpected 1\u001b[39m to be 2\n at …']
            }
          ]
        },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }
      ]
    };
    const test = (status: string) => ({
      projectName: 'phone',
      status,
      results: [{}, { error: { message: 'not visible\nmore' } }]
    });
    const journeys = {
      stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
      suites: [
        {
          title: 'c.spec.ts',
          specs: [{ title: 'opens', tests: [test('expected')] }],
          suites: [{ title: 'a panel', specs: [{ title: 'closes', tests: [test('unexpected')] }] }]
        }
      ]
    };
    expect(
      summarise([
        { ...unit, report: failed },
        { ...e2e, report: journeys }
      ]).failures
    ).toEqual([
      'a.test.ts › adds: expected 1 to be 2',
      'b.test.ts › could not be loaded: no such module',
      '[phone] c.spec.ts › a panel › closes: not visible'
    ]);
    expect(summarise([lint, unit, e2e]).failures).toEqual([]);
  });

  it('names the engine that gave something else, on which manifests, and why', () => {
    const wrongs = [{ engine: 'WebKitGTK', manifests: 'float32; ddof 1', words: 'its sweep gave nothing' }];
    const report = { passed: 18, failed: 2, skipped: 0, wrongs };
    const engines = stage({ name: 'engines', kind: 'engines', exitCode: 1, report });
    expect(summarise([engines]).failures).toEqual(['WebKitGTK › float32; ddof 1: its sweep gave nothing']);
  });

  it('counts a failed check as one failure', () => {
    const { line, exitCode } = summarise([{ ...lint, exitCode: 2 }, unit]);
    expect(line).toBe('7 passed, 1 failed, 2 skipped');
    expect(exitCode).toBe(1);
  });

  it('counts failed tests as they are, with the runner’s own exit code told by them', () => {
    const report = { stats: { expected: 4, unexpected: 3, flaky: 0, skipped: 0 } };
    expect(summarise([{ ...e2e, exitCode: 1, report }]).line).toBe('4 passed, 3 failed');
  });

  it('counts flaky tests as passed, and names them', () => {
    const { rows, line } = summarise([e2e]);
    expect(line).toBe('5 passed, 0 failed, 2 skipped');
    expect(rows[0]).toMatchObject({ tests: '5 passed, 2 skipped, 1 flaky' });
  });

  it('adds nothing for a stage that did not run, and shows it', () => {
    const { rows, line, exitCode } = summarise([
      unit,
      stage({ name: 'build', kind: 'check', exitCode: 1 }),
      stage({ name: 'e2e', kind: 'playwright', ran: false })
    ]);
    expect(line).toBe('7 passed, 1 failed, 2 skipped');
    expect(rows.map(({ result }) => result)).toEqual(['ok', 'FAILED', 'not run']);
    expect(exitCode).toBe(1);
  });

  it('is no success where tests were asked for and none ran', () => {
    const report = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
    expect(summarise([{ ...unit, report }])).toMatchObject({ line: '0 passed, 0 failed', exitCode: 1 });
  });

  it('is a success where only checks were asked for', () => {
    expect(summarise([lint])).toMatchObject({ line: '0 passed, 0 failed', exitCode: 0 });
  });
});

describe('a runner that says less than its exit code', () => {
  it.each(['vitest', 'playwright', 'engines'] as const)('crashed without a report: %s', (kind) => {
    expect(countStage(stage({ name: 'x', kind, exitCode: 1 }))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('wrote no report, even though it claims success', () => {
    expect(countStage(stage({ name: 'unit', kind: 'vitest' })).failed).toBe(1);
  });

  it('failed outside any test', () => {
    expect(countStage({ ...unit, exitCode: 1 })).toMatchObject({ passed: 7, failed: 1 });
    expect(countStage({ ...e2e, exitCode: 1 })).toMatchObject({ passed: 5, failed: 1 });
  });

  it('could not load a test file, beside tests that failed', () => {
    const report = {
      ...vitestReport,
      numFailedTests: 2,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] }
      ]
    };
    expect(countStage({ ...unit, exitCode: 1, report })).toMatchObject({ passed: 7, failed: 3 });
  });
});
