import { WAYS } from '../../src/lib/views/ways';
import { expect, test } from './support/test';

/** What is there before any script has run. */
test.describe('before scripts have taken over', () => {
  test.use({ expectedComplaints: [/Failed to load resource|dynamically imported module/] });

  test('nothing has to arrive but the page before it is painted', async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    const styles: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'stylesheet') styles.push(request.url());
    });
    for (const path of [...WAYS.map(({ path }) => path), '/lab/', '/verify/']) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      // A page without its style sheet has the browser's margin.
      expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('0px');
      expect(styles).toEqual([]);
    }
  });

  test('no press on the controls is lost: they are inert', async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('/');
    await expect(page.locator('[inert]').filter({ hasText: 'Next step' })).toHaveCount(1);
  });
});
