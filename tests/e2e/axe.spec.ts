import { expectNothingFoundInEitherTheme } from './support/axe';
import { expect, test } from './support/test';
import type { Lesson } from './support/lesson';

/** Answers questions right and wrong, asks for a hint, and looks at its cell. */
async function answerQuiz({ quiz, button }: Lesson): Promise<void> {
  const press = (name: string) => quiz.getByRole('button', { name }).click();
  await quiz.getByRole('radio', { name: '85%' }).check();
  await press('Check answer');
  await press('Next question');
  await press('Show hint');
  await quiz.getByRole('radio', { name: 'Step 5' }).check();
  await press('Check answer');
  await press('Show it in the table');
  await expect(button('Back to the question')).toBeFocused();
}

test.describe('axe finds nothing in either theme', () => {
  test('from the start to a mismatch, and back to trust', async ({ lesson, page }) => {
    await lesson.open();
    await lesson.expectAllLoaded();
    await expectNothingFoundInEitherTheme(page, 'at the start');
    await lesson.walkTo(2);
    await expectNothingFoundInEitherTheme(page, 'packing');
    await lesson.choose('library default', 'rows reversed');
    await expectNothingFoundInEitherTheme(page, 'with something left out');
    for (const step of [3, 4, 5]) {
      await lesson.walkTo(step);
      await expectNothingFoundInEitherTheme(page, `at step ${step}`);
      if (step === 3) await lesson.answer('Match').click();
    }
    await lesson.tally().first().focus();
    await expectNothingFoundInEitherTheme(page, 'with a penguin of the tally looked at');
    await lesson.goOn();
    await expectNothingFoundInEitherTheme(page, 'investigating, all closed');
    for (const part of ['code', 'data', 'environment'] as const) await lesson.openPart(part);
    await expectNothingFoundInEitherTheme(page, 'investigating, all open');
    await lesson.restore('data', 'edits of the rows');
    await expectNothingFoundInEitherTheme(page, 'partly put back');
    await lesson.restore('environment', 'l2');
    await lesson.runAgain();
    await expectNothingFoundInEitherTheme(page, 'solved');
  });

  test('in the other outcomes', async ({ lesson, page }) => {
    await lesson.open('?step=5');
    await lesson.expectStep(5);
    await expectNothingFoundInEitherTheme(page, 'trusted');
    for (const name of ['float32', 'rows reversed']) {
      await lesson.choose(name);
      await lesson.goTo(5);
      await expectNothingFoundInEitherTheme(page, name);
    }
  });

  test('in what opens and what is answered', async ({ lesson, page }) => {
    await lesson.open('?step=nine');
    await expectNothingFoundInEitherTheme(page, 'with a notice');
    await lesson.openChooser();
    await expectNothingFoundInEitherTheme(page, 'with the chooser');
    await page.keyboard.press('Escape');
    await lesson.button('Keys').click();
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expectNothingFoundInEitherTheme(page, 'with the keys');
    await page.keyboard.press('Escape');
    await answerQuiz(lesson);
    for (const summary of await lesson.moments.locator('summary').all()) await summary.click();
    await lesson.goTo(1);
    await lesson.map('then').focus();
    await page.keyboard.press('End');
    await expectNothingFoundInEitherTheme(
      page,
      'with the quiz answered, moments open and a penguin looked at'
    );
  });

  test.describe('while it trains and when it fails', () => {
    test.use({ motion: 'no-preference', expectedComplaints: [/Failed to load resource/] });

    test('each time', async ({ lesson, page }) => {
      // A worker that never answers makes a training that can be looked at for as long as it takes.
      await page.addInitScript(() => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (message: { type: string; name?: string }) {
          if (message.name !== 'train') postMessage.call(this, message);
          else addEventListener('fail-trainer', () => this.dispatchEvent(new ErrorEvent('error')));
        };
      });
      await lesson.open();
      await lesson.next.click();
      await expect(lesson.run('then').getByRole('progressbar')).toBeVisible();
      await expectNothingFoundInEitherTheme(page, 'training');
      await page.evaluate(() => dispatchEvent(new Event('fail-trainer')));
      await expect(lesson.notice(/The training stopped/)).toBeVisible();
      await expectNothingFoundInEitherTheme(page, 'failed');
    });

    test('nor while two runs are compared', async ({ lesson, page }) => {
      // The verdict does not fall: axe needs time that passes.
      await page.addInitScript(() => {
        window.setTimeout = new Proxy(setTimeout, {
          apply: (start, self, args) => (args[1] === 1900 ? 0 : (Reflect.apply(start, self, args) as number))
        });
      });
      await lesson.open('?step=4&drifts=library-default');
      await lesson.expectStep(4);
      await lesson.next.click();
      await expect(lesson.runs).toContainText('Comparing…');
      await page.evaluate(() => {
        for (const animation of document.getAnimations()) animation.finish();
      });
      await expectNothingFoundInEitherTheme(page, 'comparing');
    });
  });

  test('on a phone @phone', async ({ lesson, page }) => {
    await lesson.open('?step=5');
    await lesson.expectStep(5);
    await expectNothingFoundInEitherTheme(page, 'trusted');
    await lesson.goTo(0);
    await lesson.goTo(2);
    await expectNothingFoundInEitherTheme(page, 'packing');
    await lesson.choose('library default', 'code changed');
    await lesson.goTo(3);
    await expectNothingFoundInEitherTheme(page, 'with the question');
    await lesson.goTo(5);
    await expectNothingFoundInEitherTheme(page, 'at a mismatch');
    await lesson.goTo(6);
    await lesson.restore('code', 'epochs');
    await answerQuiz(lesson);
    await expectNothingFoundInEitherTheme(page, 'partly put back, with the quiz answered');
    await lesson.openChooser();
    await expectNothingFoundInEitherTheme(page, 'with the chooser');
  });
});
