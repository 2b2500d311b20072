import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS } from './scripts/chromium-args.js';

const { CHROMIUM_PATH, CI } = process.env;

/** Tests of the built site, in the browser that `npm test` found. Nothing is retried: flaky is broken. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Speed is measured elsewhere; a busy machine must not fail a test.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  fullyParallel: true,
  forbidOnly: CI !== undefined,
  retries: 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    actionTimeout: 60_000,
    // A recording of every journey takes a fifth of its time: `--trace on` gives one where it is needed.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: [...CHROMIUM_ARGS]
    }
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 }
      }
    },
    {
      name: 'phone',
      grep: /@phone/,
      use: {
        browserName: 'chromium',
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true
      }
    }
  ]
});
