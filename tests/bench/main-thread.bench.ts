import { test } from '@playwright/test';
import { record, type Measurement } from './measurements';
import { accuracyShows, longTasksSinceClick, nextStep, openLesson, type Motion } from './lesson-page';

const VISITS = 5;

/** The promise: the main thread never blocks while a model is trained. `npm run bench` fails when it did. */
test('main-thread tasks over 50 ms while training', async ({ browser, baseURL }) => {
  const measurements: Measurement[] = [];
  for (const [motion, name] of [
    ['no-preference', 'normal motion'],
    ['reduce', 'reduced motion']
  ] satisfies [Motion, string][]) {
    const longest: number[] = [];
    let over = 0;
    for (let visit = 0; visit < VISITS; visit++) {
      const page = await openLesson(browser, baseURL!, motion);
      await nextStep(page, 1);
      await accuracyShows(page);
      const tasks = await longTasksSinceClick(page);
      over += tasks.length;
      longest.push(Math.max(0, ...tasks));
      await page.context().close();
    }
    measurements.push({
      what: `longest task over 50 ms, training, ${name}`,
      unit: 'ms',
      values: longest,
      over
    });
  }
  record('1-main-thread', measurements);
});
