import { expect, type Page } from '@playwright/test';
import { Lesson } from '../e2e/support/lesson';
import { millisecondsToPaint, openLesson, slowDown, test } from './lesson-page';
import { record, type Measurement } from './measurements';

const VISITS = 3;

/** How many times slower than this machine the page's is made. */
const SLOWER = [1, 4];

/** From now on notes how long each frame of the page took, in ms. @returns what tells the longest of them. */
async function watchFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(`{
    window.longestFrame = 0;
    let last = performance.now();
    const frame = (time) => {
      window.longestFrame = Math.max(window.longestFrame, time - last);
      last = time;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }`);
  return () => page.evaluate<number>('window.longestFrame');
}

/** What moves in the stage, how long its longest frame takes, and how fast the stage answers a press. */
for (const rate of SLOWER) {
  test(`the stage, ${rate} times slower`, async ({ browser, host }) => {
    const training: number[] = [];
    const comparison: number[] = [];
    const presses: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) {
      const page = await openLesson(browser, host, 'no-preference', '/?drifts=library-default');
      const lesson = new Lesson(page);
      await lesson.expectAllLoaded();
      await slowDown(page, rate);
      const duringTraining = await watchFrames(page);
      await lesson.next.click();
      await expect(lesson.run('then')).toContainText('85%');
      training.push(await duringTraining());
      for (const step of [2, 3]) {
        await lesson.next.click();
        presses.push(await millisecondsToPaint(page));
        await expect(lesson.slider).toHaveValue(String(step));
      }
      await lesson.next.click();
      await expect(lesson.run('later')).toContainText('71%');
      const duringComparison = await watchFrames(page);
      await lesson.next.click();
      await expect(lesson.verdict).toBeVisible();
      comparison.push(await duringComparison());
      await page.context().close();
    }
    const at = rate === 1 ? '' : `, ${rate} times slower`;
    record(`3-stage-${rate}`, [
      { what: `longest frame of a training${at}`, unit: 'ms', values: training },
      { what: `longest frame of a comparison${at}`, unit: 'ms', values: comparison },
      { what: `Next step to painted in the stage${at}`, unit: 'ms', values: presses }
    ] satisfies Measurement[]);
  });
}
