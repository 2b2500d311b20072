import { resolve } from 'node:path';
import { expectAlive } from './support/alive';
import { expectNothingFoundInEitherTheme } from './support/axe';
import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

test('a ready pair is compared, looked through, and searched to its end', async ({ page }) => {
  await page.goto('/compare');
  await page.getByRole('button', { name: 'A year of upgrades' }).click();
  await expect(page.locator('[data-lead]')).toHaveText(
    /^6 of 27 differences are known to be able to change results; 3 of them/
  );
  for (const side of [0, 1])
    await expect(page.locator(`[data-side="${side}"]`)).toContainText('A year of upgrades');
  await page.locator('[data-known="numpy"] summary').click();
  await expect(
    page
      .locator('[data-known="numpy"]')
      .getByRole('link', { name: /^Source: / })
      .first()
  ).toBeVisible();
  await expectNothingFoundInEitherTheme(page, 'compared');

  await page.getByRole('searchbox', { name: 'Search by name' }).fill('seaborn');
  await expect(page.getByRole('status').filter({ hasText: 'Shown: 1 of 28.' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Everything as a table' }).check();
  const table = page.getByRole('table', { name: 'All differences' });
  await expect(table.getByRole('rowheader')).toHaveText(['seaborn']);

  await page.getByRole('button', { name: 'Begin the search' }).click();
  const ask = page.getByRole('group', { name: 'What does your training give?' });
  await expect(page.getByText('uv pip install', { exact: false }).first()).toBeVisible();
  await ask.getByRole('button', { name: 'Differs' }).click();
  await expect(page.getByRole('heading', { name: 'Try 2' })).toBeVisible();
  await ask.getByRole('button', { name: 'Matches' }).click();
  await expect(page.getByRole('heading', { name: 'Try 3' })).toBeVisible();
  await expect(page).toHaveURL(/#search=uv;dm;/);

  // Left and taken up again, without the two lists: what is known comes first, and the first of it is the cause.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Try 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Leave the search' }).click();
  await page.getByRole('button', { name: 'Take up the search that you left' }).click();
  await expect(page.getByRole('heading', { name: 'Try 3' })).toBeVisible();
  for (const next of ['Try 4', 'Try 5', 'Try 6']) {
    await ask.getByRole('button', { name: 'Differs' }).click();
    await expect(page.getByRole('heading', { name: next })).toBeVisible();
  }
  await ask.getByRole('button', { name: 'Differs' }).click();
  await expect(page.getByRole('heading', { name: 'Try 7' })).toBeVisible();
  await ask.getByRole('button', { name: 'Matches' }).click();
  await expect(page.locator('[data-found]')).toHaveText(/^Found: [a-z-]+\.$/);
  await expect(page.getByRole('button', { name: 'Save constraints.txt' })).toBeVisible();
  await expectNothingFoundInEitherTheme(page, 'found');

  // A search stays over the lists that it began with, and says so beside others.
  const other = page.getByText(/^This search goes over \d+ differences of other lists/);
  await page.getByRole('button', { name: 'A year of upgrades' }).click();
  await expect(page.locator('[data-lead]')).toBeVisible();
  await expect(other).toHaveCount(0);
  await page.getByRole('button', { name: 'Another GPU' }).click();
  await expect(other).toBeVisible();
});

test('pasted and chosen lists are read or refused, each on its side @phone', async ({ page }) => {
  await page.goto('/compare#search=uv;;a:1%3Bid:2');
  await expect(page.getByText('The search in this link could not be read')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).tap();
  const first = page.locator('[data-side="0"]');
  const second = page.locator('[data-side="1"]');
  await first.getByRole('textbox').fill('numpy==1.26.4\npandas==');
  await first.getByRole('button', { name: 'Read the pasted list' }).tap();
  await expect(first.getByText('Line 2 could not be read as a package: pandas==.')).toBeVisible();
  await first.getByRole('textbox').fill('numpy==1.26.4');
  await first.getByRole('button', { name: 'Read the pasted list' }).tap();
  await expect(first.getByText('requirements or pip freeze: 1 thing')).toBeVisible();
  await second
    .locator('input[type="file"]')
    .first()
    .setInputFiles('tests/vectors/environments/conda-lock.yml');
  await expect(second.getByText('conda-lock.yml: 2 things')).toBeVisible();
  await second.getByRole('combobox', { name: 'Platform' }).selectOption('osx-arm64');
  await expect(second.getByText('conda-lock.yml: 1 thing', { exact: true })).toBeVisible();
  await expect(page.locator('[data-lead]')).toContainText('1 of 1 difference');
  await expect(page.getByRole('region', { name: 'What these lists do not record' })).toContainText('lscpu');
  await expectNoOverflow({ page }, 'compared');
});

test('two folders that are dropped are read as such, and all goes on without a network', async ({
  page,
  context
}) => {
  await page.goto('/compare');
  await expectAlive(page);
  const system = await context.newCDPSession(page);
  const files = ['mlflow-run', 'wandb-run'].map((name) => resolve('tests/vectors/environments', name));
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await system.send('Input.dispatchDragEvent', {
      type,
      x: 300,
      y: 400,
      data: { items: [], files, dragOperationsMask: 1 }
    });
  await expect(page.locator('[data-side="0"]')).toContainText('mlflow-run');
  await expect(page.locator('[data-side="1"]')).toContainText('wandb-run');
  await expect(page.locator('[data-lead]')).toBeVisible();

  await context.setOffline(true);
  await page.locator('[data-side="0"]').getByRole('button', { name: 'Remove' }).click();
  await page.locator('[data-side="0"]').getByRole('textbox').fill('numpy==1.26.4\nscipy==1.13.1');
  await page.locator('[data-side="0"]').getByRole('button', { name: 'Read the pasted list' }).click();
  await expect(page.locator('[data-lead]')).toContainText('differences');
  await page.getByRole('searchbox', { name: 'Search by name' }).fill('scipy');
  await expect(page.getByRole('row', { name: /scipy/ })).toBeVisible();
});
