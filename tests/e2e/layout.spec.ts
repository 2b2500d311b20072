import { expect, test } from './support/test';
import type { Lesson } from './support/lesson';

const BAR = 'Lesson controls';

async function bottomOf(lesson: Lesson, selector: string): Promise<number> {
  const box = await lesson.page.locator(selector).first().boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
}

for (const [name, address] of [
  ['match', '?step=5'],
  ['mismatch', '?step=6&drifts=library-default']
] as const) {
  test(`at 1440 × 900 the flow, both runs and the current row are in view together: ${name}`, async ({
    lesson,
    page
  }) => {
    await lesson.open(address);
    await expect(lesson.table.locator('[aria-current="step"]')).toBeVisible();
    const bar = (await page.getByRole('region', { name: BAR }).boundingBox())?.y ?? 0;
    expect(await page.evaluate(() => scrollY)).toBe(0);
    for (const selector of [
      '#visual',
      '[data-run="then"]',
      '[data-run="later"]',
      'tr[aria-current="step"]',
      '[data-verdict] .headline'
    ]) {
      expect(await bottomOf(lesson, selector), selector).toBeLessThanOrEqual(bar);
    }
  });
}

for (const width of [320, 390, 768, 1440]) {
  test(`nothing overflows at ${width} px in any state`, async ({ lesson, page }) => {
    await page.setViewportSize({ width, height: 844 });
    const fits = async (state: string) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${state} at ${width}`).toBeLessThanOrEqual(0);
    };
    await lesson.open();
    await lesson.choose('library default', 'random seed', 'code changed', 'rows reversed');
    await lesson.differs.click();
    await expect(lesson.quiz).toContainText('Score');
    for (const step of [0, 1, 2, 3, 4, 5, 6]) {
      await lesson.walkTo(step);
      await fits(`step ${step}`);
    }
    for (const node of ['start', 'save', 'trust', 'investigate']) {
      await lesson.node(node).focus();
      await fits(`tooltip of ${node}`);
    }
    await page.getByRole('button', { name: /What differs/ }).click();
    await fits('chooser');
  });
}

test('the lesson can be done by touch on a phone @phone', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.differs.tap();
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await lesson.next.tap();
    await lesson.expectAt(step);
    const bar = (await page.getByRole('region', { name: BAR }).boundingBox())?.y ?? 0;
    const node = await page.locator('[data-node][aria-current="step"]').boundingBox();
    expect((node?.y ?? 9999) + (node?.height ?? 0), `the current node at step ${step}`).toBeLessThanOrEqual(
      bar
    );
  }
  await lesson.investigation.getByRole('button', { name: 'Restore all' }).tap();
  await lesson.investigation.getByRole('button', { name: 'Run the training again' }).tap();
  await lesson.expectAt(5);
  await expect(lesson.verdict('match')).toContainText('Identical');
});

test('every target is large enough for a finger @phone', async ({ lesson, page }) => {
  await lesson.open('?step=6&drifts=library-default');
  await lesson.expectAt(6);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, select, summary, a, input:not([type=range])')]
      .map((element) => element.closest('label') ?? element)
      .filter((element) => element.checkVisibility() && !element.closest('p'))
      .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ name, box }) => `${name?.trim()}: ${box.width} × ${box.height}`)
  );
  expect(small).toEqual([]);
});
