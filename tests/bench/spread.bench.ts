import type { Page } from '@playwright/test';
import { test } from './lesson-page';
import { record, type Measurement } from './measurements';

const COUNTS = [1_000, 10_000];

declare global {
  interface Window {
    spreadWatch: { tasks: number[]; frames: number[] };
  }
}

/** From here on the page notes its long tasks, and the time from frame to frame. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen: Window['spreadWatch'] = { tasks: [], frames: [] };
    window.spreadWatch = seen;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: 'longtask' });
    let last = performance.now();
    const frame = (now: number) => {
      seen.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

/** Megabytes on the page's heap, after a collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** The promise: a page that stays smooth during a sweep, and keeps no weights. */
test('a sweep of 10,000 runs: long tasks, frames and memory', async ({ page }) => {
  test.setTimeout(600_000);
  const measurements: Measurement[] = [];
  await page.goto('/lab?view=spread', { waitUntil: 'networkidle' });
  for (const count of COUNTS) {
    await page.getByRole('textbox', { name: 'How many runs' }).fill(String(count));
    await watch(page);
    const begun = performance.now();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText(`Done: ${count.toLocaleString('en')} runs.`).waitFor({ timeout: 500_000 });
    const seconds = (performance.now() - begun) / 1000;
    const { tasks, frames } = await page.evaluate(() => window.spreadWatch);
    const what = `${count.toLocaleString('en')} runs`;
    measurements.push(
      {
        what: `longest task over 50 ms, ${what}`,
        unit: 'ms',
        values: [Math.max(0, ...tasks)],
        over: tasks.length
      },
      { what: `longest time between frames, ${what}`, unit: 'ms', values: [Math.max(...frames)] },
      { what: `runs a second, ${what}`, unit: '', values: [count / seconds] },
      { what: `heap of the page after ${what}`, unit: 'MB', values: [await heap(page)] }
    );
  }
  record('3-spread', measurements);
});
