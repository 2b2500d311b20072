import { expect, test } from './support/test';
import type { Lesson } from './support/lesson';

const QUESTIONS = [
  ['What is the model accuracy after retraining in step 4?', '85%', '90%'],
  ['At which step is the environment loaded for retraining?', 'Step 3', 'Step 5'],
  [
    'If the environment was not saved properly, what would likely happen?',
    'accuracy might differ, causing a mismatch',
    'training would not start'
  ]
] as const;

const question = (lesson: Lesson, index: number) => ({
  group: lesson.quiz.getByRole('radiogroup', { name: QUESTIONS[index][0] }),
  check: lesson.quiz.getByRole('button', { name: 'Check answer' }).nth(index),
  hint: lesson.quiz.getByRole('button', { name: 'Show hint' }).nth(index)
});

test('wrong answers are explained, hints point at cells, and all three can be got right', async ({
  lesson,
  page
}) => {
  await lesson.open('?step=5');
  await lesson.expectAt(5);
  await expect(lesson.quiz).toContainText('Score: 0 of 3');
  for (const [index, [, right, wrong]] of QUESTIONS.entries()) {
    const { group, check, hint } = question(lesson, index);
    await hint.click();
    await expect(page.locator('td.pointed')).toHaveCount(1);
    await expect(page.locator('td.pointed')).toBeInViewport();
    await group.getByRole('radio', { name: wrong }).check();
    await check.click();
    await expect(group).toHaveAccessibleDescription(/\w{3}/);
    await expect(lesson.status).not.toBeEmpty();
    await expect(lesson.quiz).toContainText(`Score: ${index} of 3`);
    await group.getByRole('radio', { name: right }).check();
    await check.click();
    await expect(lesson.quiz).toContainText(`Score: ${index + 1} of 3`);
  }
  await page.reload();
  await expect(lesson.quiz).toContainText('Score: 3 of 3');
  await lesson.quiz.getByRole('button', { name: 'Start again' }).click();
  await expect(lesson.quiz).toContainText('Score: 0 of 3');
});

test('the quiz can be taken with the keyboard alone', async ({ lesson, page }) => {
  await lesson.open();
  for (const [index, [, right]] of QUESTIONS.entries()) {
    const { group, check } = question(lesson, index);
    await group.getByRole('radio').first().focus();
    const radio = group.getByRole('radio', { name: right });
    await page.keyboard.press('Space');
    for (let press = 0; press < 4 && !(await radio.isChecked()); press++)
      await page.keyboard.press('ArrowDown');
    await expect(radio).toBeChecked();
    await check.focus();
    await page.keyboard.press('Enter');
  }
  await expect(lesson.quiz).toContainText('Score: 3 of 3');
  await lesson.expectAt(0);
});

test('a key moment opens and takes the learner to its step', async ({ lesson, page }) => {
  await lesson.open();
  const moments = page.getByRole('region', { name: 'Key moments' });
  await moments.getByText('Why compare after retraining?').click();
  await moments.getByRole('button', { name: 'Go to step 5' }).click();
  await lesson.expectAt(5);
  await moments.getByText('What if the retrained accuracy differs?').click();
  await moments.getByRole('button', { name: /^Go to step 6/ }).click();
  await lesson.expectAt(6);
  await expect(lesson.differs).toBeChecked();
});

const STORES = {
  corrupt: () => localStorage.setItem('retrace.quiz', '{"version":1,"answers":{"accuracy":7}'),
  strange: () => localStorage.setItem('retrace.quiz', '{"version":99}'),
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  blocked: () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      }
    });
  }
};

for (const [name, script] of Object.entries(STORES)) {
  test(`storage that is ${name} does not take the page away`, async ({ lesson, page }) => {
    await page.addInitScript(script);
    await lesson.open();
    await expect(lesson.quiz).toContainText('Score: 0 of 3');
    const { group, check } = question(lesson, 0);
    await group.getByRole('radio', { name: '85%' }).check();
    await check.click();
    await expect(lesson.quiz).toContainText('Score: 1 of 3');
    await lesson.walkTo(1);
  });
}
