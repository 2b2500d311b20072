import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config';

/** Measurements want the machine to themselves: one worker, no trace, and the desktop only. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  timeout: 120_000,
  reporter: [['dot']],
  use: { ...tests.use, trace: 'off' },
  projects: tests.projects!.filter(({ name }) => name === 'desktop')
});
