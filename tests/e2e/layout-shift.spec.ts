import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expectAlive } from './support/alive';
import { Lab } from './support/lab';
import { expect, test } from './support/test';

/** From before the page opens: how far what is in view moves without anyone having asked for it. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) sum += entry.value;
      document.documentElement.dataset['shifts'] = String(sum);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => Number((await page.locator('html').getAttribute('data-shifts')) ?? 0);
}

/** What is good by the Core Web Vitals. It is less on a quiet machine; a busy one shows more of what comes when. */
const GOOD = 0.1;

test.describe('nothing in view of a phone moves by itself', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('in the lesson, opened at a mismatch', async ({ lesson, page }) => {
    const shifts = await watchShifts(page);
    await lesson.open('?step=5&drifts=library-default');
    await lesson.expectStep(5);
    await lesson.expectAllLoaded();
    expect(await shifts()).toBeLessThan(GOOD);
  });

  test('in the Lab, when the fonts come late', async ({ page }) => {
    await page.route('**/*.woff2', async (route) => {
      await rest(1500);
      await route.continue();
    });
    const shifts = await watchShifts(page);
    const lab = new Lab(page);
    await lab.open();
    await lab.expectVerdict('Identical: 85% then, 85% later');
    await page.evaluate(() => document.fonts.ready);
    expect(await shifts()).toBeLessThan(GOOD);
  });

  test('in the verifier', async ({ page }) => {
    const shifts = await watchShifts(page);
    await page.goto('/verify/');
    await expectAlive(page);
    expect(await shifts()).toBeLessThan(GOOD);
  });
});
