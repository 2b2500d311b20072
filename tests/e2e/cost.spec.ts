import { expectNothingFoundInEitherTheme } from './support/axe';
import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

test('everything is measured here, in Python too where that is wanted, and turned into the cost of another training', async ({
  page
}) => {
  await page.goto('/cost');
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  const table = page.getByRole('table', { name: 'What each thing took here' });
  await expect(table.getByRole('row', { name: /^Search for the cause among 8 differences/ })).toBeVisible();
  await expect(page.getByText(/times as long as writing the run down/)).toBeVisible();
  const inPython = table.getByRole('row', { name: /^Train once in Python/ });
  await expect(inPython).toContainText('not run yet');
  await page.getByRole('button', { name: 'Run it in Python' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled before Python was done.')).toBeVisible();
  await expect(inPython).toContainText('not run yet');
  await page.getByRole('button', { name: 'Run it in Python again' }).click();
  await expect(
    page.getByText(/times as long as the trainer of this site, and gave the same bits/)
  ).toBeVisible();
  await expect(inPython).toContainText('second');
  const slider = page.getByRole('slider', { name: 'Your training takes' });
  await slider.fill('9');
  await expect(slider).toHaveAttribute('aria-valuetext', '6 days');
  await expect(page.getByRole('definition').filter({ hasText: 'days' }).first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tries that a search takes' })).toContainText('256');
  await expectNothingFoundInEitherTheme(page, 'measured');
  await expect(page).toHaveURL(/\?length=9$/);
});

test('measuring is cancelled @phone', async ({ page, trainings }) => {
  await page.goto('/cost');
  await trainings.hold();
  await page.getByRole('button', { name: 'Measure', exact: true }).tap();
  await page.getByRole('button', { name: 'Cancel' }).tap();
  await expect(page.getByText('Cancelled before everything was measured.')).toBeVisible();
  await expectNoOverflow({ page }, 'cancelled');
});
