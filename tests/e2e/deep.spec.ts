import type { Page } from '@playwright/test';
import { expectNothingFoundInEitherTheme } from './support/axe';
import { tabTo } from './support/keyboard';
import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const answer = (page: Page, title: string, text: string) =>
  panel(page, title).getByRole('button', { name: text, exact: true });

test('each question is answered before its answer is seen, down to the predictions', async ({ page }) => {
  await page.goto('/deep');
  const sum = panel(page, '1 The sum');
  await expect(sum).toContainText('All 16 numbers are the same in both');
  await expect(sum).not.toContainText('bits');
  await expect(panel(page, '2 One addition')).toHaveCount(0);
  await answer(page, '1 The sum', 'Yes: the same numbers').click();
  await expect(sum.getByRole('status')).toContainText(
    /It came out differently\.\s*The sums differ in 2 of 64 bits/
  );

  const addition = panel(page, '2 One addition');
  await expect(addition).toContainText('53 kept, 1 behind: no room');
  await expect(addition).not.toContainText('halfway, so');
  await answer(page, '2 One addition', 'The one further from zero').click();
  await expect(addition.getByRole('status')).toContainText('As you said.');
  await expect(addition).toContainText('exactly halfway, so the neighbour whose last digit is 0 is taken');

  await expect(panel(page, '3 The weights')).toContainText('12 of 33 weights differ');
  await expect(page.getByText('30 of 33 weights')).toHaveCount(0);
  await answer(page, '3 The weights', 'All of them').click();
  await expect(page.getByText('30 of 33 weights')).toBeVisible();

  await answer(page, '4 The predictions', 'None').click();
  await expect(panel(page, '4 The predictions')).toContainText('0 of 100 are answered differently');
  await expectNothingFoundInEitherTheme(page, 'four answered');
  await answer(page, '5 The same, faster', 'None').click();
  await expect(panel(page, '5 The same, faster')).toContainText('10 of 100 are answered differently');
  await expect(panel(page, 'One bit')).toContainText(
    '0 of 100 answers changed at learning rate 0.3, 10 at 5'
  );

  await page.reload();
  await expect(panel(page, 'One bit')).toBeVisible();
  await expect(answer(page, '3 The weights', 'All of them')).toHaveAttribute('aria-pressed', 'true');
  await panel(page, 'One bit').getByRole('link', { name: 'See every epoch in the Lab' }).click();
  await expect(panel(page, 'The first bit that differs')).toContainText('Epoch 1, batch 1 of 15');
});

test('an address that asks for what there is not says so', async ({ page }) => {
  await page.goto('/deep/?sum=maybe&round=outer');
  await expect(page.getByText('“sum” is “maybe”')).toBeVisible();
  await expect(answer(page, '1 The sum', 'No: not to the last bit')).toHaveAttribute('aria-pressed', 'false');
  await expect(panel(page, '2 One addition')).toHaveCount(0);
});

test('the keyboard answers', async ({ page }) => {
  await page.goto('/deep');
  const other = answer(page, '1 The sum', 'No: not to the last bit');
  await tabTo(page, other);
  await page.keyboard.press('Enter');
  await expect(panel(page, '1 The sum').getByRole('status')).toContainText('As you said.');
  await expect(other).toBeFocused();
});

test('training is cancelled, and begun again @phone', async ({ page }) => {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/lab-worker*.js', async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto('/deep');
  await page.getByRole('button', { name: 'Cancel' }).tap();
  await expect(page.getByText('Cancelled before both were trained.')).toBeVisible();
  await expectNoOverflow({ page }, 'cancelled');
  arrive();
  await page.getByRole('button', { name: 'Train both again' }).tap();
  await answer(page, '1 The sum', 'No: not to the last bit').tap();
  await expect(panel(page, '2 One addition')).toBeVisible();
  await expectNoOverflow({ page }, 'one answered');
});
