import { expectNothingFoundInEitherTheme } from './support/axe';
import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

test('each term is something that answers', async ({ page }) => {
  await page.goto('/terms');
  const term = (name: string) => page.getByRole('region', { name, exact: true });
  await term('Seed').getByRole('slider').fill('7');
  await expect(term('Seed')).toContainText('Both deals are the same.');
  await expect(term('Split')).toContainText('Of the 100 test penguins, 100 also test');
  await term('Split').getByRole('slider').fill('43');
  await expect(term('Split')).toContainText(/Of the 100 test penguins, \d\d also test/);
  await term('Weight').getByRole('slider', { name: 'Where the border crosses' }).fill('4000');
  await expect(term('Weight')).toContainText(/Your border is right for \d+ of 100/);
  await term('Weight').getByRole('button', { name: 'Now train' }).click();
  await expect(term('Weight')).toContainText('is right for 85');
  await term('Epoch').getByRole('slider').fill('100');
  await expect(term('Epoch')).toContainText('After 100 epochs this model is right for 85 of 100');
  await term('Bit').getByLabel('Second sum').selectOption('0.3 + 0.2 + 0.1');
  await expect(term('Bit')).toContainText('0.6000000000000001');
  await term('Fingerprint').getByRole('slider', { name: 'Bit to flip' }).fill('0');
  await expect(term('Fingerprint')).toContainText(/\d\d of the 32 bytes of the fingerprint differ/);
  const square = page.locator('[data-quadrant="reproducible"]');
  await square.getByRole('button', { name: 'Run it' }).click();
  await expect(square).toContainText('identical, every bit');
  await page.locator('[data-quadrant="robust"]').getByRole('button').click();
  await expect(page.locator('[data-quadrant="robust"]')).toContainText('First 85%, now');
  await expectNothingFoundInEitherTheme(page, 'all tried');
});

test('a word of the transcript leads to its term @phone', async ({ page, lesson }) => {
  await lesson.open();
  await page.getByRole('region', { name: 'Transcript' }).getByRole('link', { name: 'environment' }).tap();
  await expect(page).toHaveURL(/\/terms\/#environment$/);
  await expect(page.getByRole('region', { name: 'Environment', exact: true })).toBeInViewport();
  await expectNoOverflow({ page }, 'at a term');
});

test('a word of the Lab leads to its term, where it is explained first', async ({ page, lab }) => {
  await lab.open();
  await lab.show('leak');
  await page.getByRole('link', { name: 'epoch', exact: true }).click();
  await expect(page).toHaveURL(/\/terms\/#epoch$/);
  await expect(page.getByRole('region', { name: 'Epoch', exact: true })).toBeInViewport();
});
