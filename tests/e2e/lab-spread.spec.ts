import { readFile } from 'node:fs/promises';
import type { Lab } from './support/lab';
import { expectNothingFound } from './support/axe';
import { atEachSize, expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

const region = (lab: Lab) => lab.region('Accuracies');
const figure = (lab: Lab, name: string) =>
  region(lab)
    .locator('dl > div')
    .filter({ has: lab.page.getByText(name, { exact: true }) })
    .locator('dd');
const dots = (lab: Lab) => lab.page.getByRole('listbox', { name: /^Runs as dots/ });

async function run(lab: Lab, runs: number): Promise<void> {
  await lab.page.getByRole('textbox', { name: 'How many runs' }).fill(String(runs));
  await lab.page.getByRole('button', { name: 'Run', exact: true }).click();
}

test('a spread of seeds fills in, reads as tables, and is kept as a file', async ({ lab, page }) => {
  await lab.open('?view=spread');
  await run(lab, 40);
  await expect(page.getByText('Done: 40 runs.')).toBeVisible();
  await expect(figure(lab, 'Different digests')).toHaveText('40');
  await expect(region(lab).getByText('this lesson 85%')).toBeVisible();
  await expect(
    region(lab).getByRole('img', { name: /^All runs: 40 runs, 40 different digests, median \d/ })
  ).toBeVisible();
  await expect(region(lab).getByText(/^All runs: 40 runs gave 40 different digests, from/)).toBeVisible();

  await region(lab).getByText('Every run in a table').click();
  const first = page.getByRole('table', { name: 'Every run: All runs' }).getByRole('row').nth(1);
  await expect(first).toContainText('85%');
  await expect(first).toContainText('570cce69');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toMatch(/^seed,accuracy,digest/);
  expect(lines).toHaveLength(41);
  expect(lines[1]).toMatch(/^1,0\.85,570cce69/);
  await expectNothingFound(page, 'with a spread and its table');
});

/** Pixels of the drawing that dots have coloured. */
const painted = (lab: Lab): Promise<number> =>
  region(lab)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    });

test('the drawing fills in live, by as many workers as the machine offers, less one', async ({
  lab,
  page,
  trainings
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4 }));
  await lab.open('?view=spread');
  await trainings.hold(5);
  await run(lab, 300);
  await expect(figure(lab, 'Runs')).toHaveText(/^[1-9]\d+ of 300$/);
  expect(page.workers().filter((worker) => worker.url().includes('sweep-worker'))).toHaveLength(3);
  await expect.poll(() => painted(lab)).toBeGreaterThan(0);
  const some = await painted(lab);
  await trainings.letGo();
  await expect(page.getByText('Done: 300 runs.')).toBeVisible();
  await expect(figure(lab, 'Runs')).toHaveText('300');
  await expect.poll(() => painted(lab)).toBeGreaterThan(some);
});

test('any dot opens as the re-run of the Lab, by keyboard, and the spread is still there after', async ({
  lab,
  page
}) => {
  await lab.open('?view=spread');
  await run(lab, 20);
  await expect(page.getByText('Done: 20 runs.')).toBeVisible();
  await dots(lab).focus();
  await page.keyboard.press('Home');
  const dot = await dots(lab).getByRole('option').getAttribute('aria-label');
  const [, percent, seed] = /^(\d+)%, seed (\d+)/.exec(dot!)!;
  await page.keyboard.press('Enter');
  await lab.expectSearch(`?environment.seed=${seed}`);
  await lab.expectVerdict(`85% then, ${percent}% later`);
  await lab.show('spread');
  await expect(page.getByText('Done: 20 runs.')).toBeVisible();
});

test('a dot is found with the pointer too', async ({ lab, page }) => {
  await lab.open('?view=spread');
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await run(lab, 10);
  await expect(page.getByText('Done: 10 runs.')).toBeVisible();
  await expect(figure(lab, 'Different digests')).toHaveText('1');
  const box = (await dots(lab).boundingBox())!;
  // All ten stand on 85%, the middle of an axis from 75% to 95%.
  await dots(lab).hover({ position: { x: box.width / 2, y: box.height - 6 } });
  await expect(region(lab).getByText('The same digest as this lesson’s run.')).toBeVisible();
  await lab.button('Open this run in the Lab').click();
  await lab.expectVerdict('Identical: 85% then, 85% later');
});

test.describe('held', () => {
  test('runs can be paused, go on, and be cancelled', async ({ lab, page, trainings }) => {
    await lab.open('?view=spread');
    await expect(region(lab)).toBeVisible();
    await page.getByText(/So its 85% is probably a little higher/).waitFor();
    await trainings.hold();
    await run(lab, 600);
    await expect(page.getByRole('progressbar', { name: 'Progress of the runs' })).toBeVisible();
    await expect(figure(lab, 'Runs')).toHaveText('0 of 600');
    await lab.button('Pause').click();
    await expect(page.getByText('Paused.')).toBeVisible();
    await trainings.letGo();
    // What was being computed arrives, and then nothing more does.
    await expect(figure(lab, 'Runs')).not.toHaveText('0 of 600');
    await expectNothingFound(page, 'paused');
    await trainings.hold();
    await lab.button('Go on').click();
    await lab.button('Cancel').click();
    await expect(page.getByText(/^Cancelled after \d+ runs?\./)).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await trainings.letGo();
    await run(lab, 10);
    await expect(page.getByText('Done: 10 runs.')).toBeVisible();
  });
});

test('a drift is compared on and off, over the same seeds', async ({ lab, page }) => {
  await lab.open('?view=spread');
  await page.getByRole('combobox', { name: 'One drift' }).selectOption('library default');
  await page.getByRole('combobox', { name: 'The drift is' }).selectOption('off in one half, on in the other');
  await run(lab, 40);
  await expect(region(lab).getByText(/^Without library default: 20 runs gave/)).toBeVisible();
  await expect(region(lab).getByText(/^With library default: 20 runs gave/)).toBeVisible();
  await dots(lab).last().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(lab.address).toMatch(/^\?drifts=library-default/);
});

test('a thousand pinned runs give one digest', async ({ lab, page }) => {
  test.slow(); // a thousand real trainings, on a machine that may have other things to do
  await lab.open('?view=spread');
  await page.getByRole('button', { name: 'Everything pinned' }).click();
  await expect(page.getByText(/^1,000 runs of one manifest gave 1 digest: 85% every time/)).toBeVisible({
    timeout: 150_000
  });
});

test('the verdict of a match leads to the spread', async ({ lesson, lab, page }) => {
  await lesson.open('?step=5');
  await lesson.expectStep(5);
  await page.getByRole('link', { name: 'A thousand re-runs' }).click();
  await expect(lab.part('spread')).toHaveAttribute('aria-current', 'page');
  await expect(lab.region('A thousand re-runs')).toBeVisible();
});

test('nothing overflows at any width', async ({ lab, page }) => {
  await lab.open('?view=spread');
  await run(lab, 30);
  await expect(page.getByText('Done: 30 runs.')).toBeVisible();
  for (const summary of await region(lab).locator('summary').all()) await summary.click();
  await dots(lab).focus();
  await page.keyboard.press('End');
  await atEachSize(
    page,
    [768, 390, 320].map((width) => [width, 844] as const),
    (size) => expectNoOverflow(lab, size)
  );
});
