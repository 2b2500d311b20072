import { atEachSize, expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

test('nothing overflows at any width in any state', async ({ lesson, page }) => {
  const expectFits = (state: string) =>
    atEachSize(
      page,
      [1440, 1100, 768, 390, 320].map((width) => [width, 844] as const),
      (size) => expectNoOverflow(lesson, `${state}, ${size}`)
    );
  await lesson.open('?step=9');
  await expectFits('with a notice');
  await lesson.button('Dismiss').click();
  await lesson.choose('library default', 'random seed', 'code changed', 'rows reversed');
  await lesson.expectAllLoaded();
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await lesson.goOn();
    await expectFits(`at step ${step}`);
  }
  await lesson.restore('environment', 'seed');
  await expectFits('partly put back');
  await lesson.openChooser();
  await expectFits('with the chooser');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?'); // narrow screens have no button for it
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible(); // it is loaded when asked for
  await expectFits('with the keys');
  await page.keyboard.press('Escape');
  await lesson.quiz.getByRole('radio').last().check();
  for (const name of ['Check answer', 'Show hint']) await lesson.quiz.getByRole('button', { name }).click();
  for (const summary of await lesson.moments.locator('summary').all()) await summary.click();
  await expectFits('with everything open');
});
