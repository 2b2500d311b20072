import { expect, test } from './support/test';

const NODES = [
  ['start', 0, 'with 85% accuracy'],
  ['train', 1, 'that it had never seen'],
  ['save', 2, 'not saved'],
  ['rerun', 3, 'Months later'],
  ['compare', 5, 'The second model is not the first'],
  ['match', 5, 'The second model is not the first'],
  ['trust', 5, 'The second model is not the first'],
  ['mismatch', 5, 'The second model is not the first'],
  ['investigate', 6, 'Open the three parts and find it']
] as const;

test('every node leads to its step, and the narration tells what happens there', async ({ lesson }) => {
  await lesson.open('?drifts=library-default');
  for (const [id, step, words] of NODES) {
    await lesson.node(id).click();
    await lesson.expectStep(step);
    await expect(lesson.narration).toContainText(words);
  }
});

test('pointing at a penguin tells its measurements, its sex and what each run said', async ({
  lesson,
  page
}) => {
  await lesson.open('?step=5&drifts=library-default');
  await lesson.expectStep(5);
  const { x, y, width, height } = (await lesson.flips('later').nth(5).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const run of ['then', 'later'] as const) await expect(lesson.looked(run)).toHaveCount(1);
  const text = (await lesson.looked('later').getAttribute('aria-label')) ?? '';
  expect(text).toMatch(
    /^Penguin \d+: bill [\d.]+ mm, \d+ g, (fe)?male · Then: (fe)?male · Later: (fe)?male$/
  );
  const [, then, later] = /Then: (\w+) · Later: (\w+)/.exec(text) ?? [];
  expect(then, 'a marked penguin is one on which the runs differ').not.toBe(later);
  await expect(lesson.runs.getByText(text, { exact: true })).toBeVisible();
  await expect(lesson.tally().and(page.locator('.picked'))).toHaveAccessibleName(text);
  await lesson.reset.hover();
  for (const run of ['then', 'later'] as const) await expect(lesson.looked(run)).toHaveCount(0);
});

test('a penguin of the tally rings itself on both maps, by the pointer and by the keyboard', async ({
  lesson,
  page
}) => {
  await lesson.open('?step=5&drifts=library-default');
  await lesson.expectStep(5);
  await expect(lesson.tally()).toHaveCount(28);
  const expectRinged = async (nth: number) => {
    const text = (await lesson.tally().nth(nth).getAttribute('aria-label')) ?? '';
    await expect(lesson.tally().nth(nth)).toHaveClass(/picked/);
    for (const run of ['then', 'later'] as const) await expect(lesson.looked(run)).toHaveAccessibleName(text);
    await expect(lesson.runs.getByText(text, { exact: true })).toBeVisible();
  };
  await lesson.tally().nth(4).hover();
  await expectRinged(4);
  await lesson.reset.hover();
  await expect(lesson.looked('then')).toHaveCount(0);

  await lesson.tabTo(lesson.tally().first());
  await expectRinged(0);
  for (const nth of [1, 2]) {
    await page.keyboard.press('ArrowRight');
    await expectRinged(nth);
  }
  await page.keyboard.press('ArrowLeft');
  await expectRinged(1);
  await lesson.expectStep(5); // the arrows were the tally's
  await page.keyboard.press('Tab');
  await expect(lesson.looked('then')).toHaveCount(0);
});

test('arrow keys walk over the map from penguin to penguin', async ({ lesson, page }) => {
  await lesson.open('?step=1');
  await lesson.expectStep(1);
  const map = lesson.map('then');
  const looked = map.getByRole('option', { selected: true });
  const bill = async () =>
    Number(/bill ([\d.]+) mm/.exec((await looked.getAttribute('aria-label')) ?? '')?.[1]);
  /** How far its ring reaches beyond the map, where the frame cuts it off; null where there is none. */
  const ring = () =>
    map.evaluate((drawing) => {
      const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(drawing);
      return outlineStyle === 'none' ? null : parseFloat(outlineOffset) + parseFloat(outlineWidth);
    });
  await map.click();
  expect(await ring(), 'where it was pressed').toBeNull();
  await map.blur();
  await lesson.tabTo(map);
  expect(await ring(), 'where the keyboard came to it').toBeLessThanOrEqual(0);
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
