import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

test.describe('the bar', () => {
  for (const [width, height] of [
    [1440, 900],
    [600, 800],
    [390, 844],
    [320, 700]
  ] as const) {
    test(`holds all that is in it at ${width} × ${height}, and leaves two thirds of the window`, async ({
      lesson,
      page
    }) => {
      await page.setViewportSize({ width, height });
      await lesson.open();
      await lesson.goTo(3);
      await lesson.reset.click();
      await expect(lesson.button('Undo reset')).toBeVisible();
      const bar = (await lesson.bar.boundingBox())!;
      expect(bar.height).toBeLessThanOrEqual(height / 3);
      expect(bar.y + bar.height, 'it stands at the bottom').toBeCloseTo(height, 0);
      for (const part of await lesson.bar.locator('button, select, input, p').all()) {
        if (!(await part.isVisible())) continue;
        const box = (await part.boundingBox())!;
        const name = await part.evaluate((element) => element.outerHTML.slice(0, 80));
        expect.soft(box.y, name).toBeGreaterThanOrEqual(bar.y);
        expect.soft(box.y + box.height, name).toBeLessThanOrEqual(bar.y + bar.height + 0.5);
        expect.soft(box.x + box.width, name).toBeLessThanOrEqual(width);
      }
      const measured = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--bar-height')
      );
      expect(Number.parseFloat(measured)).toBeCloseTo(bar.height, 0);
    });
  }

  test('scrolls with the page where it would take too much of it, as at 400% zoom', async ({
    lesson,
    page
  }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await lesson.open();
    await expect(lesson.bar).not.toBeInViewport();
    await lesson.tabTo(page.getByRole('link', { name: 'Skip to the controls' }));
    await page.keyboard.press('Enter');
    await expect(lesson.bar).toBeInViewport();
    await expectNoOverflow(lesson, 'at 400%');
  });
});

test.describe('the keyboard', () => {
  test('skips to the controls, to the results and to the receipt', async ({ lesson, lab, page }) => {
    await lesson.open();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the controls' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(lesson.reset).toBeFocused();

    await lab.open();
    await lab.expectVerdict('Identical'); // before that, what is skipped to may still be inert
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Compare' })).toBeFocused();

    await page.goto('/verify');
    await expect(page.getByRole('button', { name: 'Open it' })).toBeEnabled();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash, 'where a receipt would stand').toBe('');
    await page.keyboard.press('Tab');
    await expect(page.locator('input[type="file"]')).toBeFocused();
  });

  test('has no letters once they are switched off, on the next visit neither', async ({ lesson, page }) => {
    await lesson.open();
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: /^Use the keys R, D/ }).uncheck();
    await page.keyboard.press('Escape');
    await lesson.open();
    await page.keyboard.press('d');
    await page.keyboard.press('?');
    await page.keyboard.press('ArrowRight');
    await lesson.expectStep(1);
    await expect(lesson.differs).not.toBeChecked();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await lesson.button('Keys').click();
    await page.getByRole('checkbox', { name: /^Use the keys R, D/ }).check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await expect(lesson.differs).toBeChecked();
  });

  test('has its reset undone, address and all', async ({ lesson, page }) => {
    await lesson.open('?step=5&drifts=float32,rows-reversed');
    await lesson.expectStep(5);
    await page.keyboard.press('r');
    await lesson.expectStep(0);
    await expect(page).not.toHaveURL(/step|drifts/);
    await lesson.button('Undo reset').click();
    await lesson.expectStep(5);
    await expect(page).toHaveURL(/\?step=5&drifts=float32,rows-reversed$/);
  });
});

test('the address changes without a word over what the step says', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.goTo(3);
  await expect(page).toHaveURL(/step=3/);
  await expect(page.locator('#svelte-announcer'), 'not there for screen readers').toBeHidden();
  await expect(page.locator('[aria-live="assertive"]:visible')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Parts of the lesson' })
    .getByRole('link', { name: 'Lab' })
    .click();
  await expect(page.locator('body [aria-live="polite"]')).toHaveText(/^The Lab/);
});
