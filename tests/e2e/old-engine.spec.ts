import { asInAnOldEngine } from './support/old-engine';
import { expect, test } from './support/test';

test.describe('an engine without popovers, light dismissal and idle callbacks', () => {
  test.use({ bypassCSP: true });
  test.beforeEach(({ page }) => asInAnOldEngine(page));
  test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

  test('has the whole lesson, and nothing lies over it that was not asked for', async ({ lesson, page }) => {
    await lesson.open();
    await expect(lesson.quiz).toContainText('Score');
    const library = lesson.drift('library default');
    await expect(library).toBeHidden();

    await lesson.chooser.click();
    await library.check();
    await lesson.button('Done').click();
    await expect(library).toBeHidden();
    await expect(lesson.differs).toBeChecked();

    await lesson.button('Keys').click();
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByRole('button').click();
    await expect(keys).toBeHidden();

    await lesson.walkTo(5);
    await expect(lesson.verdict).toHaveAttribute('data-verdict', 'mismatch');
  });

  test('has the Lab and the verifier', async ({ lab, page }) => {
    await lab.open();
    await lab.expectVerdict('Identical');
    await page.goto('/verify/');
    await page.getByRole('textbox').first().fill('no receipt');
    await page.getByRole('button', { name: 'Open it' }).click();
    await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible();
  });
});
