import { expect, test } from './support/test';

const STORES = {
  'holds garbage': () => localStorage.setItem('retrace.quiz', '{"version":1,"answers":{"accuracy":7'),
  'holds something else': () => localStorage.setItem('retrace.quiz', '{"version":1,"answers":{}}'),
  'is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  'refuses to be read': () => {
    Storage.prototype.getItem = Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  },
  'is not there': () =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      }
    })
};

for (const [state, prepare] of Object.entries(STORES)) {
  test(`storage that ${state} does not take the page away`, async ({ lesson, page }) => {
    await page.addInitScript(prepare);
    await lesson.open();
    await expect(lesson.quiz).toContainText('Score: 0 of 3');
    await lesson.quiz.getByRole('radio', { name: '85%' }).check();
    await lesson.quiz.getByRole('button', { name: 'Check answer' }).first().click();
    await expect(lesson.quiz).toContainText('Score: 1 of 3');
    await lesson.goTo(5);
    await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
  });
}
