import { expect, test } from './support/test';

test('the address carries position and drifts, and a copied link reopens them', async ({
  lesson,
  page,
  browser
}) => {
  await lesson.open();
  await lesson.choose('random seed', 'code changed');
  await lesson.differs.click();
  await lesson.walkTo(6);
  await expect(page).toHaveURL(/\?step=6&drifts=random-seed,more-epochs$/);
  const told = await lesson.status.textContent();

  const elsewhere = await browser.newPage({ reducedMotion: 'reduce' });
  await elsewhere.goto(page.url());
  await expect(elsewhere.getByRole('status')).toHaveText(told ?? 'nothing');
  await expect(elsewhere.getByRole('region', { name: 'Investigation' })).toContainText('random seed');
  await elsewhere.close();

  await page.reload();
  await lesson.expectAt(6);
  await expect(lesson.status).toHaveText(told ?? 'nothing');
});

test('stepping adds nothing to the history', async ({ lesson, page }) => {
  await page.goto('about:blank');
  await lesson.open();
  await lesson.walkTo(3);
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

for (const address of [
  '?step=9',
  '?step=two',
  '?drifts=gremlins',
  '?step=3&drifts=library-default,',
  '?step=%E0%A4%A'
]) {
  test(`a mangled address opens the start with a notice: ${address}`, async ({ lesson, page }) => {
    await lesson.open(address);
    await lesson.expectAt(0);
    const notice = page.getByText('This link could not be read');
    await expect(notice).toContainText('it takes');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toHaveCount(0);
    await lesson.walkTo(1);
    await expect(page).toHaveURL(/\?step=1$/);
  });
}

test('parameters of others are no mangling', async ({ lesson, page }) => {
  await lesson.open('?utm_source=class&step=2');
  await lesson.expectAt(2);
  await expect(page.getByText('This link could not be read')).toHaveCount(0);
});
