import { WAYS } from '../../src/lib/views/ways';
import { expectAlive } from './support/alive';
import { expectNoOverflow, resizeTo } from './support/layout';
import { asInAnOldEngine } from './support/old-engine';
import { expect, test } from './support/test';

const PAGES = [...WAYS.map(({ path }) => path), '/lab/', '/verify/'];

test('the head of each page takes 56 px, and 48 where the window is low or narrow', async ({ page }) => {
  for (const path of PAGES) {
    await page.goto(path);
    await expectAlive(page);
    for (const [width, height, taken] of [
      [1440, 900, 56],
      [1280, 720, 48],
      [768, 1024, 56],
      [390, 844, 48],
      [320, 700, 48]
    ] as const) {
      await resizeTo(page, width, height);
      const box = (await page.getByRole('banner').boundingBox())!;
      expect.soft(box.y + box.height, `${path}, ${width} × ${height}`).toBeCloseTo(taken, 0);
      await expectNoOverflow({ page }, `${path}, ${width} × ${height}`);
    }
  }
});

test('the parts stand in one line where there is room, and the one that is read is marked', async ({
  page
}) => {
  await page.goto('/lab/');
  const nav = page.getByRole('navigation', { name: 'Parts of Retrace' });
  await expect(nav.getByRole('link')).toHaveText(['Lesson', 'Ways', 'Lab', 'Verify']);
  await expect(nav.locator('[aria-current="page"]')).toHaveText('Lab');
  await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
});

test('on a phone they are a menu, by touch and by keyboard @phone', async ({ page }) => {
  await page.goto('/');
  await expectAlive(page);
  const menu = page.getByRole('button', { name: 'Menu' });
  const nav = page.getByRole('navigation', { name: 'Parts of the lesson' });
  await expect(nav).toBeHidden();
  await menu.tap();
  await expect(nav.getByRole('link')).toHaveText(['Visual', 'Quiz', 'Ways', 'Lab', 'Verify']);
  await expectNoOverflow({ page }, 'with the menu');
  await nav.getByRole('link', { name: 'Quiz' }).tap();
  await expect(nav).toBeHidden();
  await expect(page.getByRole('region', { name: 'Quiz' })).toBeInViewport();

  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(nav.getByRole('link', { name: 'Visual' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(nav).toBeHidden();
  await expect(menu).toBeFocused();
});

test.describe('without popovers @phone', () => {
  test.use({ bypassCSP: true }); // its hashes are those of the page as it was

  test('the parts stand in the page', async ({ page }) => {
    await asInAnOldEngine(page);
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Quiz' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
    await page.unrouteAll({ behavior: 'ignoreErrors' }); // what still loads is awaited by nobody
  });
});
