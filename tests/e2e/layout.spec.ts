import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

for (const width of [320, 390, 768, 1100, 1440]) {
  test(`nothing overflows at ${width} px in any state`, async ({ lesson, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await lesson.open('?step=9');
    await expectNoOverflow(lesson, 'with a notice');
    await lesson.button('Dismiss').click();
    await lesson.choose('library default', 'random seed', 'code changed', 'rows reversed');
    await lesson.expectAllLoaded();
    for (const step of [1, 2, 3, 4, 5, 6]) {
      await lesson.goOn();
      await expectNoOverflow(lesson, `at step ${step}`);
    }
    await lesson.restore('environment', 'seed');
    await expectNoOverflow(lesson, 'partly put back');
    await lesson.openChooser();
    await expectNoOverflow(lesson, 'with the chooser');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?'); // narrow screens have no button for it
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible(); // it is loaded when asked for
    await expectNoOverflow(lesson, 'with the keys');
    await page.keyboard.press('Escape');
    await lesson.quiz.getByRole('radio').last().check();
    for (const name of ['Check answer', 'Show hint']) await lesson.quiz.getByRole('button', { name }).click();
    for (const summary of await lesson.moments.locator('summary').all()) await summary.click();
    await expectNoOverflow(lesson, 'with everything open');
  });
}
