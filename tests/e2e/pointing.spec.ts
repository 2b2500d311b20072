import { expect, test } from './support/test';
import type { Page } from '@playwright/test';

const shownTip = (page: Page) => page.getByRole('tooltip').filter({ visible: true });

const NODES = [
  ['start', 0, 'A machine learning project starts with code'],
  ['train', 1, 'trained on 233 penguins and tested on 100'],
  ['save', 2, 'Code, data and environment are written down'],
  ['rerun', 3, 'Months later the saved environment is loaded'],
  ['compare', 5, 'compared with the old one'],
  ['match', 5, 'say the same about every penguin'],
  ['trust', 5, 'The result can be repeated'],
  ['mismatch', 5, 'something has changed'],
  ['investigate', 6, 'Compare the saved setup with the loaded one']
] as const;

test('every node tells on hover what happens there, and a click goes to its step', async ({
  lesson,
  page
}) => {
  await lesson.open('?drifts=library-default');
  for (const [id, step, words] of NODES) {
    await lesson.node(id).hover();
    await expect(shownTip(page)).toContainText(words);
    await expect(lesson.node(id)).toHaveAccessibleDescription(new RegExp(words));
    await lesson.node(id).click();
    await lesson.expectStep(step);
  }
});

test('a tooltip comes with the keyboard too, can be pointed at, and goes with Escape', async ({
  lesson,
  page
}) => {
  await lesson.open();
  await lesson.tabTo(lesson.node('save'));
  await expect(shownTip(page)).toContainText('written down');
  await page.keyboard.press('Escape');
  await expect(shownTip(page)).toHaveCount(0);
  await expect(lesson.node('save')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(shownTip(page)).toContainText('Months later');
  await page.keyboard.press('Tab');
  await lesson.reset.focus();
  await expect(shownTip(page)).toHaveCount(0);

  await lesson.node('train').hover();
  await shownTip(page).hover();
  await expect(shownTip(page)).toContainText('233 penguins');
});

test('pointing at a penguin tells its measurements, its sex and what each run said', async ({
  lesson,
  page
}) => {
  await lesson.open('?step=5&drifts=library-default');
  await lesson.expectStep(5);
  const penguin = lesson
    .map('later')
    .getByRole('option', { includeHidden: true })
    .filter({ has: page.locator('.halo') })
    .nth(5);
  const name = (await penguin.getAttribute('aria-label')) ?? '';
  expect(name).toMatch(
    /^Penguin \d+: bill [\d.]+ mm, \d+ g, (fe)?male · Then: (fe)?male · Later: (fe)?male$/
  );
  const [, then, later] = /Then: (\w+) · Later: (\w+)/.exec(name) ?? [];
  expect(then, 'a marked penguin is one on which the runs differ').not.toBe(later);
  const { x, y, width, height } = (await penguin.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  const looked = lesson.map('later').getByRole('option', { selected: true });
  await expect(looked).toHaveCount(1);
  await expect(lesson.runs.getByText((await looked.getAttribute('aria-label')) ?? '')).toBeVisible();
  await expect(lesson.map('then').getByRole('option', { selected: true })).toHaveCount(1);
  await lesson.reset.hover();
  await expect(looked).toHaveCount(0);
});

test('arrow keys walk over the map from penguin to penguin', async ({ lesson, page }) => {
  await lesson.open('?step=1');
  await lesson.expectStep(1);
  const map = lesson.map('then');
  const looked = map.getByRole('option', { selected: true });
  const bill = async () =>
    Number(/bill ([\d.]+) mm/.exec((await looked.getAttribute('aria-label')) ?? '')?.[1]);
  await lesson.tabTo(map);
  await page.keyboard.press('Home');
  await expect(looked).toHaveAccessibleName(/bill [\d.]+ mm, \d+ g, (fe)?male · Then: (fe)?male$/);
  await expect(map).toHaveAttribute('aria-activedescendant', (await looked.getAttribute('id')) ?? '');
  const bills = [await bill()];
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press('ArrowRight');
    bills.push(await bill());
  }
  expect(bills).toEqual([...bills].sort((a, b) => a - b));
  await page.keyboard.press('ArrowLeft');
  expect(await bill()).toBe(bills.at(-2));
  await page.keyboard.press('End');
  await expect(map.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await expect(lesson.runs.getByText((await looked.getAttribute('aria-label')) ?? '')).toBeVisible();
  await lesson.expectStep(1); // the arrows were the map's, not the lesson's
  await page.keyboard.press('Tab');
  await expect(looked).toHaveCount(0);
});

test('key moments open, and lead to their steps', async ({ lesson }) => {
  await lesson.open('?drifts=library-default');
  const moments = [
    ['Why save the environment after training?', 2],
    ['What if the retrained accuracy differs?', 6],
    ['Why compare after retraining?', 5]
  ] as const;
  for (const [question, step] of moments) {
    await lesson.moments.getByText(question).click();
    await lesson.button(`Go to step ${step}`).click();
    await lesson.expectStep(step);
  }
});

test('the moment about a mismatch brings one about when nothing differs', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.moments.getByText('What if the retrained accuracy differs?').click();
  await page.getByRole('button', { name: /^Go to step 6/ }).click();
  await lesson.expectStep(6);
  await expect(lesson.differs).toBeChecked();
});
