import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectNothingFound(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
  );
  expect(found, state).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('along the mismatch path and back to trust', async ({ lesson, page }) => {
      test.setTimeout(180_000);
      await lesson.open();
      await expect(lesson.quiz).toContainText('Score');
      await expectNothingFound(page, 'start');
      await lesson.differs.click();
      for (const step of [1, 3, 5, 6]) {
        await lesson.walkTo(step);
        await expectNothingFound(page, `step ${step}`);
      }
      await lesson.investigation.getByRole('button', { name: 'Restore all' }).click();
      await expectNothingFound(page, 'restored');
      await lesson.investigation.getByRole('button', { name: 'Run the training again' }).click();
      await lesson.expectAt(5);
      await expectNothingFound(page, 'trusted');
    });

    test('in what opens: chooser, keys, notice, tooltip, quiz', async ({ lesson, page }) => {
      test.setTimeout(180_000);
      await lesson.open('?step=nine');
      await expectNothingFound(page, 'notice');
      await page.getByRole('button', { name: /What differs/ }).click();
      await expectNothingFound(page, 'chooser');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Keys' }).click();
      await expectNothingFound(page, 'keys');
      await page.keyboard.press('Escape');
      await lesson.node('train').focus();
      await expectNothingFound(page, 'tooltip');
      for (const name of ['90%', 'Step 3'])
        await lesson.quiz.getByRole('radio', { name, exact: false }).first().check();
      for (const index of [0, 1])
        await lesson.quiz.getByRole('button', { name: 'Check answer' }).nth(index).click();
      await lesson.quiz.getByRole('button', { name: 'Show hint' }).nth(2).click();
      await expectNothingFound(page, 'quiz');
      for (const summary of await page.locator('summary').all()) await summary.click();
      await expectNothingFound(page, 'key moments');
    });

    test('in a training and after its failure', async ({ lesson, page }) => {
      await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme });
      await lesson.open();
      await page.getByRole('combobox', { name: 'Speed' }).selectOption('½×');
      await lesson.next.click();
      await expect(page.getByText(/^epoch/)).toBeVisible();
      await expectNothingFound(page, 'training');
    });

    test('on a phone @phone', async ({ lesson, page }) => {
      await lesson.open('?step=6&drifts=library-default,more-epochs');
      await lesson.expectAt(6);
      await expectNothingFound(page, 'phone');
    });
  });
}
