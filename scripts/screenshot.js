/**
 * `npm run screenshot`: the pictures of the README, taken of the built site at the end of the lesson,
 * once with the same environment and once with another.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withPreview } from './preview.js';
import { ROOT, run, tool } from './run.js';
import { ensureDependencies, enter, SetupProblem } from './setup.js';

const COMPARED = 5;
const LAST_STEP = 6;

const PICTURES = [
  { file: 'docs/images/lesson-match.png', environmentDiffers: false },
  { file: 'docs/images/lesson-mismatch.png', environmentDiffers: true }
];

/**
 * @param {import('@playwright/test').Page} page
 * @param {boolean} environmentDiffers
 */
async function walkToTheEnd(page, environmentDiffers) {
  const drift = page.getByRole('switch', { name: 'Environment differs' });
  const next = page.getByRole('button', { name: 'Next step' });
  const slider = page.getByRole('slider', { name: 'Step', exact: true });

  await drift.setChecked(environmentDiffers);
  for (let step = await valueOf(slider); step < LAST_STEP; step = await valueOf(slider)) {
    // A match ends with the comparison: its last row stays the road not taken.
    if (!environmentDiffers && step === COMPARED && (await next.isDisabled())) break;
    await next.click();
    await changed(slider, step);
  }
}

/** @param {import('@playwright/test').Locator} slider */
async function valueOf(slider) {
  return slider.evaluate((element) =>
    Number(element instanceof HTMLInputElement ? element.value : element.getAttribute('aria-valuenow'))
  );
}

/**
 * Waits until a step is done, which for two of them means that a model was trained.
 *
 * @param {import('@playwright/test').Locator} slider
 * @param {number} from
 */
async function changed(slider, from) {
  for (const end = Date.now() + 15_000; Date.now() < end; await slider.page().waitForTimeout(50)) {
    if ((await valueOf(slider)) !== from) return;
  }
  throw new SetupProblem(`The lesson did not get past step ${from}: look at it with \`npm run preview\`.`);
}

/** Until nothing moves: fonts are there, no animation runs, and two frames were painted. */
async function settled(/** @type {import('@playwright/test').Page} */ page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
}

await enter(async () => {
  await ensureDependencies();
  const built = await run(tool('vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) throw new SetupProblem('There is nothing to take a picture of: the build failed.');

  await withPreview(async (browser, origin) => {
    for (const { file, environmentDiffers } of PICTURES) {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        colorScheme: 'light',
        reducedMotion: 'reduce'
      });
      page.setDefaultTimeout(15_000);
      await page.goto(origin, { waitUntil: 'networkidle' }); // prerendered controls do nothing before scripts run
      try {
        await walkToTheEnd(page, environmentDiffers);
      } catch (error) {
        if (error instanceof SetupProblem) throw error;
        throw new SetupProblem(
          'The page has not the button "Next step", the slider "Step" and the switch "Environment differs" ' +
            `that this walks by, or one cannot be used. ${String(error).split('\n')[0]}`
        );
      }
      await settled(page);
      mkdirSync(dirname(join(ROOT, file)), { recursive: true });
      await page.screenshot({ path: join(ROOT, file) });
      console.log(`Wrote ${file}`);
      await page.close();
    }
  });
  return 0;
});
