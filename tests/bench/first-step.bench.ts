import { millisecondsToPaint, openPage, slowDown, test } from './lesson-page';
import { record } from './measurements';

const VISITS = 5;

/** A slow phone: its processor against this machine's, and Lighthouse's "Slow 4G" as a browser applies it. */
const SLOWER = 4;
const SLOW_4G = {
  latency: 562.5,
  downloadThroughput: (1474.56 * 1000) / 8,
  uploadThroughput: (675 * 1000) / 8
};

/** How long somebody waits who wants to begin: from asking for the page until its first Next step has done something. */
test('the first Next step on a slow phone', async ({ browser, host }) => {
  const painted: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const page = await openPage(browser, host, 'no-preference');
    await slowDown(page, SLOWER, SLOW_4G);
    await page.goto('/', { waitUntil: 'commit' });
    // A frame late at most, where a click that waits for its button tries again when it likes.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('button')].some(
        (button) => button.textContent.trim() === 'Next step' && !button.closest('[inert]')
      )
    );
    await page.getByRole('button', { name: 'Next step' }).click();
    await millisecondsToPaint(page);
    painted.push(await page.evaluate(() => window.benchWatch.painted));
    await page.context().close();
  }
  record('0-first-step', [
    {
      what: `the first Next step painted, from asking for the page, ${SLOWER} times slower on Slow 4G`,
      unit: 'ms',
      values: painted
    }
  ]);
});
