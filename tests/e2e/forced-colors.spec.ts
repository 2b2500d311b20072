import type { Locator, Page } from '@playwright/test';
import type { Lesson } from './support/lesson';
import { differingPixels, pictureOf } from './support/pixels';
import { expect, test } from './support/test';

/**
 * Where the reader's own colours replace ours, fills and shadows are gone. What is current, pressed or on has to be
 * seen all the same: its picture differs from that of the same thing when it is not, words apart.
 */
async function expectChange(target: Locator, act: () => Promise<void>, least: number): Promise<void> {
  const reader: Page = await target.page().context().newPage();
  const before = await pictureOf(target);
  await act();
  const share = await differingPixels(reader, before, await pictureOf(target));
  await reader.close();
  expect(share, 'per cent of its pixels').toBeGreaterThan(least);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with forced colours, ${colorScheme}, one sees`, () => {
    test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active', colorScheme }));

    test('whether the switch is on', async ({ lesson }) => {
      await lesson.open();
      await expectChange(lesson.bar.locator('.thumb'), () => lesson.differs.click(), 20);
    });

    for (const [what, of, least] of [
      ['row', (lesson) => lesson.row(2), 1],
      ['node', (lesson) => lesson.node('save'), 3],
      ['line of code', (lesson) => lesson.listing.getByRole('listitem').nth(2), 1],
      ['step', (lesson) => lesson.bar.locator('.mark').nth(2), 20]
    ] satisfies [string, (lesson: Lesson) => Locator, number][]) {
      test(`which ${what} is the current one`, async ({ lesson }) => {
        await lesson.open('?step=2');
        await lesson.expectStep(2);
        await expectChange(of(lesson), () => lesson.goTo(3), least);
      });
    }

    test('which prediction is pressed, and the edges of chips', async ({ lesson, page }) => {
      await lesson.open('?step=3');
      await lesson.expectStep(3);
      const match = lesson.answer('Match');
      await expectChange(match, () => match.click(), 3);
      const chip = page.locator('[data-chip="then-code"]');
      await expectChange(chip, () => chip.evaluate((it) => void (it.style.borderColor = 'Canvas')), 3);
    });

    test('which part of the Lab is shown', async ({ lab, page }) => {
      await lab.open();
      const part = page.getByRole('link', { name: 'Compare' });
      await expect(part).toHaveAttribute('aria-current', 'page');
      await expectChange(part, () => page.getByRole('link', { name: 'Spread' }).click(), 10);
      await expect(part).not.toHaveAttribute('aria-current', 'page');
    });
  });
}
