import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectNothingFoundInEitherTheme } from './support/axe';
import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

const left = (page: Page, n: number) => page.getByText(new RegExp(`^${n} questions? left today$`));

/** Answers the question that is shown, and goes on. */
async function answer(page: Page): Promise<void> {
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check answer' }).click();
  await expect(page.getByText('A new one of this kind comes on')).toBeVisible();
}

test('a question is marked by its runs, kept, taken away and brought into another browser', async ({
  page,
  browser,
  baseURL
}) => {
  await page.goto('/review');
  await expect(left(page, 5)).toBeVisible();
  await expect(page.getByRole('radiogroup')).toBeVisible();
  const asked = await page.getByRole('radiogroup').innerText();
  await page.reload();
  await expect(page.getByRole('radiogroup')).toHaveText(asked, { useInnerText: true });
  await page.getByRole('button', { name: 'Check answer' }).click();
  await expect(page.getByText('Choose an answer first.')).toBeVisible();
  await page.getByRole('button', { name: 'Show hint' }).click();
  await expect(page.getByText('It is not “')).toBeVisible();
  await answer(page);
  await expect(page.getByRole('table', { name: /^The runs that marked/ })).toBeVisible();
  await expect(page.getByText('Your answers are kept in this browser.')).toBeVisible();
  await expect(left(page, 4)).toBeVisible();
  await page.getByRole('heading', { name: 'Every kind of question' }).click();
  await expectNothingFoundInEitherTheme(page, 'answered');

  const link = await page.getByRole('textbox', { name: 'Link to your answers' }).inputValue();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Remind me (.ics)' }).click();
  const calendar = readFileSync(await (await saving).path(), 'utf8').replaceAll('\r\n ', '');
  expect(calendar).toContain(`URL:${link}\r\n`);

  await page.reload();
  await expect(left(page, 4)).toBeVisible();

  const other = await browser.newPage({ ...(baseURL && { baseURL }) });
  await other.goto(link);
  await expect(other.getByText('Brought in: 1 answer')).toBeVisible();
  await expect(other).toHaveURL(/\/review\/$/);
  await expect(left(other, 4)).toBeVisible();
  await expect(other.getByRole('radiogroup'), 'and the next question is asked').toBeVisible();
  const field = other.getByLabel('Bring answers in: paste a link');
  await field.fill(link.slice(0, -3));
  await other.getByRole('button', { name: 'Bring it in' }).click();
  const refusal = other.getByText('This link is not whole');
  await expect(refusal, 'beside what was pasted').toBeInViewport();
  await expect(field).toHaveValue(link.slice(0, -3));
  await other.goto('about:blank');
  await other.goto(link.slice(0, -3));
  await expect(refusal).toBeVisible();
  await expect(other.getByRole('radiogroup')).toBeVisible();
  await other.close();
});

test('all of today is answered, forgotten and had back', async ({ page }) => {
  await page.goto('/review');
  for (let n = 5; n > 0; n--) {
    await expect(left(page, n)).toBeVisible();
    await answer(page);
    await page.getByRole('button', { name: 'Next question' }).click();
  }
  const nothing = page.getByText('Nothing is left for today.').first();
  await expect(nothing).toBeVisible();
  await page.getByRole('button', { name: 'Forget all answers' }).click();
  await expect(left(page, 5)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(nothing).toBeVisible();
});

test('storage that is corrupt or blocked is told plainly @phone', async ({ page, context }) => {
  await context.addInitScript(() => localStorage.setItem('retrace.review', 'p1~half'));
  await page.goto('/review');
  await expect(page.getByText('cannot be read any more')).toBeVisible();
  await expectNoOverflow({ page }, 'with a notice');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await answer(page);
  await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible();
});
