import { expect, test } from './support/test';
import type { Lesson } from './support/lesson';

const QUESTIONS = [
  {
    name: 'What accuracy does the model reach when it is retrained in step 4?',
    options: ['85%', '90%', '80%', 'Not available'],
    right: '85%',
    hintAt: [4, 'Model output']
  },
  {
    name: 'Which step loads the environment for the retraining?',
    options: ['Step 1', 'Step 5', 'Step 3', 'Step 6'],
    right: 'Step 3',
    hintAt: [1, 'Action']
  },
  {
    name: 'Suppose the environment had not been saved properly. What would probably happen?',
    options: [
      'accuracy would match the previous result',
      'accuracy might differ, causing a mismatch',
      'no change in environment state',
      'training would not start'
    ],
    right: 'accuracy might differ, causing a mismatch',
    hintAt: [6, 'Environment state']
  }
] as const;

/** One question with what belongs to it. */
function ask(lesson: Lesson, index: number) {
  const group = lesson.page.getByRole('radiogroup', { name: QUESTIONS[index].name });
  const item = lesson.quiz.getByRole('listitem').filter({ has: group });
  return {
    group,
    item,
    option: (name: string) => group.getByRole('radio', { name }),
    check: item.getByRole('button', { name: 'Check answer' }),
    hint: item.getByRole('button', { name: 'Show hint' }),
    again: item.getByRole('button', { name: 'Try again' })
  };
}

const expectScore = (lesson: Lesson, right: number) =>
  expect(lesson.quiz.getByText(`Score: ${right} of 3`, { exact: true })).toBeVisible();

test('three questions, right at the first attempt', async ({ lesson }) => {
  await lesson.open('?step=5');
  await lesson.expectStep(5);
  await expectScore(lesson, 0);
  for (const [index, { right, options }] of QUESTIONS.entries()) {
    const { group, option, check, item } = ask(lesson, index);
    await expect(group.getByRole('radio')).toHaveCount(options.length);
    for (const name of options) await expect(option(name)).toBeVisible();
    await option(right).check();
    await check.click();
    await expect(item.getByText('Right.')).toBeVisible();
    await expect(lesson.status).toContainText(`Right.`);
    await expectScore(lesson, index + 1);
  }
  await expect(lesson.quiz).toContainText('All three are right at the first attempt.');
  await lesson.expectStep(5);
});

test('every wrong option has an explanation of its own, and can be tried again', async ({ lesson }) => {
  await lesson.open();
  const explanations = new Set<string>();
  for (const [index, { right, options }] of QUESTIONS.entries()) {
    const { group, option, check, item, again } = ask(lesson, index);
    for (const wrong of options.filter((name) => name !== right)) {
      await option(wrong).check();
      await check.click();
      await expect(item.getByText('Not quite.')).toBeVisible();
      await expect(group).toHaveAccessibleDescription(/^\S* ?Not quite\. .{60}/);
      explanations.add(
        await group
          .evaluate((element) => element.getAttribute('aria-describedby') ?? '')
          .then((id) => lesson.page.locator(`[id="${id}"]`).innerText())
      );
      await expect(lesson.status).toContainText('Not quite.');
      await expectScore(lesson, index);
      await again.click();
      await expect(item.getByText('Not quite.')).toHaveCount(0);
      await expect(group.getByRole('radio', { checked: true })).toHaveCount(0);
    }
    await option(right).check();
    await check.click();
    await expectScore(lesson, index + 1);
  }
  expect(explanations.size).toBe(9);
  await expect(lesson.quiz).toContainText('All three are right.');
  await expect(lesson.quiz).not.toContainText('first attempt');
});

test('hints point at the cell they talk about, one after the other', async ({ lesson }) => {
  await lesson.open('?step=5');
  await lesson.expectStep(5);
  for (const [index, { hintAt }] of QUESTIONS.entries()) {
    const { hint, item } = ask(lesson, index);
    await expect(item.getByText(/Hint \d of 2/)).toHaveCount(0);
    await hint.click();
    await expect(item.getByText('Hint 1 of 2')).toBeVisible();
    await expect(lesson.status).toContainText('Hint 1 of 2:');
    const cell = lesson.cell(hintAt[0], hintAt[1]);
    await expect(cell).toBeInViewport();
    await expect(cell).toHaveClass(/pointed/);
    await hint.click();
    await expect(item.getByText('Hint 2 of 2')).toBeVisible();
    await expect(item.getByText('Hint 1 of 2')).toBeVisible();
    await expectScore(lesson, 0);
  }
});

test('nothing is checked before something is chosen', async ({ lesson }) => {
  await lesson.open();
  const { check, item } = ask(lesson, 0);
  await expect(check).toHaveAccessibleDescription(/Choose an answer, then check it/);
  await check.click();
  await expect(item.getByText(/^(Right|Not quite)\.$/)).toHaveCount(0);
  await expectScore(lesson, 0);
});

test('progress survives a reload, and the quiz can start again', async ({ lesson, page }) => {
  await lesson.open('?step=2&drifts=float32');
  await lesson.expectStep(2);
  const first = ask(lesson, 0);
  await first.option('85%').check();
  await first.check.click();
  const second = ask(lesson, 1);
  await second.option('Step 6').check();
  await second.check.click();
  await ask(lesson, 2).hint.click();
  await ask(lesson, 2).option('training would not start').check();

  await page.reload();
  await expectScore(lesson, 1);
  await lesson.expectStep(2);
  await expect(lesson.differs).toBeChecked();
  await expect(first.option('85%')).toBeChecked();
  await expect(first.item.getByText('Right.')).toBeVisible();
  await expect(second.item.getByText('Not quite.')).toBeVisible();
  await expect(ask(lesson, 2).item.getByText('Hint 1 of 2')).toBeVisible();
  await expect(ask(lesson, 2).option('training would not start')).toBeChecked();

  await lesson.quiz.getByRole('button', { name: 'Start again' }).click();
  await expectScore(lesson, 0);
  await expect(lesson.quiz.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.reload();
  await expectScore(lesson, 0);
  await expect(lesson.quiz.getByText(/Hint \d of 2/)).toHaveCount(0);
});

test('the quiz with the keyboard alone, and the focus is never lost', async ({ lesson, page }) => {
  await lesson.open();
  const choose = async (index: number, name: string) => {
    const { group, option } = ask(lesson, index);
    await lesson.tabTo(
      group.getByRole('radio', { checked: true }).or(group.getByRole('radio').first()).first()
    );
    await page.keyboard.press('Space');
    for (let presses = 0; presses < 4 && !(await option(name).isChecked()); presses++) {
      await page.keyboard.press('ArrowDown');
    }
    await expect(option(name)).toBeChecked();
  };
  await choose(0, '90%');
  await lesson.press(ask(lesson, 0).check, 'Enter');
  await expect(ask(lesson, 0).check).toBeFocused();
  await lesson.press(ask(lesson, 0).again, 'Enter');
  await expect(ask(lesson, 0).group.getByRole('radio').first()).toBeFocused();
  await lesson.press(ask(lesson, 0).hint, 'Enter');
  await expect(ask(lesson, 0).hint).toBeFocused();
  for (const [index, { right }] of QUESTIONS.entries()) {
    await choose(index, right);
    await lesson.press(ask(lesson, index).check, 'Enter');
    await expectScore(lesson, index + 1);
    await expect(ask(lesson, index).check).toBeFocused();
  }
  await lesson.press(lesson.quiz.getByRole('button', { name: 'Start again' }), 'Enter');
  await expectScore(lesson, 0);
  await expect(lesson.quiz.getByRole('radio').first()).toBeFocused();
  await lesson.expectStep(0);
});
