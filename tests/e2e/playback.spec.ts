import { expect, test } from './support/test';

test('playback never starts by itself, walks to the end, and stops there', async ({ lesson, page }) => {
  await lesson.open();
  await page.waitForTimeout(1500); // long enough for a first step, had it started
  await lesson.expectAt(0);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2×');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(lesson.slider).toHaveValue('5', { timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await lesson.expectAt(5);
});

test('pausing holds the step, and stepping by hand takes over', async ({ lesson, page }) => {
  await lesson.open();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(lesson.slider).toHaveValue('1');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).click();
  await lesson.previous.click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.waitForTimeout(3000); // longer than a step of playback
  await lesson.expectAgreement();
});

test('with reduced motion nothing moves', async ({ lesson, page }) => {
  await lesson.open();
  for (const step of [1, 2, 3, 4, 5]) {
    await lesson.walkTo(step);
    expect(
      await page.evaluate(() => document.getAnimations().filter((a) => a.playState === 'running').length)
    ).toBe(0);
  }
});
