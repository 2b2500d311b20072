/** `npm run screenshot`: the pictures of the README and of shared links, taken of the built site at addresses that show them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lightPng } from './light-png.js';
import { withPreview } from './preview.js';
import { ROOT, run, tool } from './run.js';
import { ensureDependencies, enter, SetupProblem } from './setup.js';

/**
 * @typedef {object} Picture
 * @property {string} file
 * @property {string} address
 * @property {string} [press] name of a button to press first
 * @property {string} shows a text that stands there once the picture can be taken
 * @property {{ width: number, height: number }} [size] of the window, if it is another
 * @property {boolean} [light] whether few colours do, because it is loaded by others
 */

/** @type {readonly Picture[]} */
const PICTURES = [
  { file: 'docs/images/lesson-match.png', address: '/?step=5', shows: 'weights are equal too, bit for bit' },
  {
    file: 'docs/images/lesson-mismatch.png',
    address: '/?step=5&drifts=library-default',
    shows: 'penguins answered differently'
  },
  {
    file: 'docs/images/lab-cause.png',
    address: '/lab?view=cause&drifts=one-epoch-less,rows-reversed,library-default,host-name,user',
    press: 'Find the cause',
    shows: 'causes found'
  },
  // What other sites show of a link to this one (src/app.html), in the size that they ask for.
  {
    file: 'static/og.png',
    address: '/?step=5&drifts=library-default',
    shows: 'penguins answered differently',
    size: { width: 1200, height: 630 },
    light: true
  }
];

/** Until nothing moves: fonts are there, no animation runs, and two frames were painted. */
async function settled(/** @type {import('@playwright/test').Page} */ page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
}

/** @param {import('@playwright/test').Page} page @param {Picture} picture */
async function take(page, { file, press, shows, light }) {
  try {
    if (press) await page.getByRole('button', { name: press, exact: true }).click();
    await page.getByText(shows).first().waitFor();
  } catch (error) {
    throw new SetupProblem(
      `The page for ${file} does not come to show “${shows}”. ${String(error).split('\n')[0]}`
    );
  }
  await settled(page);
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  const picture = await page.screenshot();
  writeFileSync(join(ROOT, file), light ? lightPng(picture) : picture);
  console.log(`Wrote ${file}`);
}

await enter(async () => {
  await ensureDependencies();
  const built = await run(tool('vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) throw new SetupProblem('There is nothing to take a picture of: the build failed.');

  await withPreview(async (browser, origin) => {
    for (const picture of PICTURES) {
      const page = await browser.newPage({
        viewport: picture.size ?? { width: 1440, height: 900 },
        colorScheme: 'light',
        reducedMotion: 'reduce'
      });
      page.setDefaultTimeout(15_000);
      await page.goto(origin + picture.address, { waitUntil: 'networkidle' });
      await take(page, picture);
      await page.close();
    }
  });
  return 0;
});
