import { expectNothingFoundInEitherTheme } from './support/axe';
import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

test('both claims are trained again, and three figures come after their guesses', async ({ page }) => {
  await page.goto('/why');
  const group = page.getByRole('group', { name: 'Which number do you believe?' });
  await expect(page.getByRole('region', { name: 'Both trained again' })).toHaveCount(0);
  await expect(page.getByText('33%')).toHaveCount(0);
  await group.getByRole('button', { name: 'The second' }).click();
  const evidence = page.getByRole('region', { name: 'Both trained again' });
  await expect(evidence.getByText('Both claims are true.')).toBeVisible();
  await expect(evidence.locator('[data-claim="first"]')).toContainText('claimed 85% here 85%');
  await expect(evidence.locator('[data-claim="second"]')).toContainText('claimed 71% here 71%');
  await expect(evidence).toContainText('l2: 0 in the first, 0.01 in the second');

  const show = page.getByRole('button', { name: 'Show the figure' });
  await page.getByRole('slider').first().fill('60');
  await show.first().click();
  await expect(page.getByText('27 points too high')).toBeVisible();
  await expect(page.locator('[data-figure="data"]').getByText('33%', { exact: true })).toBeVisible();
  await show.first().click();
  await show.first().click();
  await expect(page.getByText('your guess: 15 points. Your guess is 4.2 points too high.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Check a receipt' })).toBeVisible();
  await expectNothingFoundInEitherTheme(page, 'all shown');

  await page.reload();
  await expect(evidence.getByText('Both claims are true.')).toBeVisible();
  await expect(page.getByText('27 points too high')).toBeVisible();
  await expect(page).toHaveURL(/believe=second&data=60&repeat=50&spread=15$/);
});

test('a training is cancelled and begun again, and a mangled link is told @phone', async ({
  page,
  trainings
}) => {
  await page.goto('/why?believe=everybody');
  await expect(page.getByText('“believe” is “everybody”')).toBeVisible();
  await trainings.hold();
  await page.getByRole('button', { name: 'Neither' }).tap();
  await page.getByRole('button', { name: 'Cancel' }).tap();
  await expect(page.getByText('Cancelled before both were trained.')).toBeVisible();
  await expectNoOverflow({ page }, 'cancelled');
  await trainings.letGo();
  await page.getByRole('button', { name: 'Train both again' }).tap();
  await expect(page.getByText('Both claims are true.')).toBeVisible();
});

test('a thumb finds the way on @phone', async ({ page }) => {
  await page.goto('/why?data=60&repeat=50&spread=15');
  for (const name of ['To the lesson', 'Check a receipt']) {
    const box = await page.getByRole('link', { name }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
  }
});
