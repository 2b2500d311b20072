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

/** One question with what belongs to it, while it is shown. */
function ask(lesson: Lesson, index: number) {
  const { quiz, page } = lesson;
  const button = (name: string | RegExp) => quiz.getByRole('button', { name });
  const group = quiz.getByRole('radiogroup', { name: QUESTIONS[index].name });
  return {
    group,
    item: quiz.getByRole('listitem').filter({ has: page.getByRole('radiogroup') }),
    option: (name: string) => group.getByRole('radio', { name }),
    step: button(new RegExp(`^Question ${index + 1}:`)),
    check: button('Check answer'),
    hint: button('Show hint'),
    again: button('Try again'),
    next: button('Next question')
  };
}

const expectScore = (lesson: Lesson, right: number) =>
  expect(lesson.quiz.getByText(`Score: ${right} of 3`, { exact: true })).toBeVisible();

test('three questions, one at a time, right at the first attempt', async ({ lesson }) => {
  await lesson.open('?step=5');
  await lesson.expectStep(5);
  await expectScore(lesson, 0);
  for (const [index, { right, options }] of QUESTIONS.entries()) {
    const { group, option, check, item, step, next } = ask(lesson, index);
    await expect(lesson.quiz.getByRole('radiogroup')).toHaveCount(1);
    await expect(lesson.quiz).toContainText(`Question ${index + 1} of 3`);
    await expect(group.getByRole('radio')).toHaveCount(options.length);
    for (const name of options) await expect(option(name)).toBeVisible();
    await option(right).check();
    await check.click();
    await expect(item.getByText('Right.')).toBeVisible();
    await expect(lesson.status).toContainText(`Right.`);
    await expect(step).toHaveAccessibleName(`Question ${index + 1}: first try`);
    await expectScore(lesson, index + 1);
    if (index < 2) await next.click();
  }
  await expect(lesson.quiz).toContainText('All three are right at the first attempt.');
  await lesson.expectStep(5);
});

test('every wrong option has an explanation of its own, and can be tried again', async ({ lesson }) => {
  await lesson.open();
  const explanations = new Set<string>();
  for (const [index, { right, options }] of QUESTIONS.entries()) {
    const { group, option, check, item, again, step } = ask(lesson, index);
    await step.click();
    for (const wrong of options.filter((name) => name !== right)) {
      await option(wrong).check();
      await check.click();
      await expect(item.getByText('Not quite.')).toBeVisible();
      await expect(group).toHaveAccessibleDescription(/^Not quite\. .{60}/);
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
    await expect(step).toHaveAccessibleName(`Question ${index + 1}: later try`);
  }
  expect(explanations.size).toBe(9);
  await expect(lesson.quiz).toContainText('All three are right.');
  await expect(lesson.quiz).not.toContainText('first attempt');
});

for (const [where, tag] of [
  ['on a wide screen', ''],
  ['on a phone', ' @phone']
] as const) {
  test(`hints show their cell, and lead to it and back, ${where}${tag}`, async ({ lesson, page }) => {
    await lesson.open('?step=5');
    await lesson.expectStep(5);
    for (const [index, { hintAt }] of QUESTIONS.entries()) {
      const { hint, item, step, group } = ask(lesson, index);
      await step.click();
      await expect(item.getByText(/Hint \d of 2/)).toHaveCount(0);
      await hint.click();
      await expect(item.getByText('Hint 1 of 2')).toBeVisible();
      await expect(lesson.status).toContainText('Hint 1 of 2:');
      const place = `${hintAt[1]}, step ${hintAt[0]}`;
      const cell = lesson.cell(hintAt[0], hintAt[1]);
      await expect(item.getByText(place, { exact: true })).toBeVisible();
      await expect(group).toBeInViewport(); // nothing has taken the reader away
      const says = await cell.locator('.value').innerText();
      await expect(item.getByRole('definition')).toHaveText(says);

      const way = item.getByRole('button', { name: `Show it in the table: ${place}` });
      await way.click();
      await expect(cell).toBeInViewport();
      await expect(cell).toHaveClass(/pointed/);
      const back = lesson.button('Back to the question');
      await expect(back).toBeInViewport();
      await expect(back).toBeFocused();
      await back.press('Enter');
      await expect(way).toBeFocused();
      await expect(way).toBeInViewport();
      await expect(back).toHaveCount(0);

      await hint.click();
      await expect(item.getByText('Hint 2 of 2')).toBeVisible();
      await expect(item.getByText('Hint 1 of 2')).toBeVisible();
      await expectScore(lesson, 0);
    }
    await expect(page).toHaveURL(/step=5/);
  });
}

test('nothing is checked before something is chosen, and that is said', async ({ lesson }) => {
  await lesson.open();
  const { check, item } = ask(lesson, 0);
  await expect(check).toHaveAccessibleDescription(/Choose an answer, then check it/);
  await check.click();
  await expect(item.getByText('Nothing is chosen yet.')).toBeVisible();
  await expect(lesson.status).toContainText('Nothing is chosen yet.');
  await expect(item.getByText(/^(Right|Not quite)\.$/)).toHaveCount(0);
  await expectScore(lesson, 0);
});

test('progress survives a reload, and the quiz can start again', async ({ lesson, page }) => {
  await lesson.open('?step=2&drifts=float32');
  await lesson.expectStep(2);
  const [first, second, third] = [0, 1, 2].map((index) => ask(lesson, index));
  await first.option('85%').check();
  await first.check.click();
  await first.next.click();
  await second.option('Step 6').check();
  await second.check.click();
  await second.next.click();
  await third.hint.click();
  await third.option('training would not start').check();

  await page.reload();
  await expectScore(lesson, 1);
  await lesson.expectStep(2);
  await expect(lesson.differs).toBeChecked();
  await expect(third.item.getByText('Hint 1 of 2')).toBeVisible();
  await expect(third.option('training would not start')).toBeChecked();
  await first.step.click();
  await expect(first.option('85%')).toBeChecked();
  await expect(first.item.getByText('Right.')).toBeVisible();
  await second.step.click();
  await expect(second.item.getByText('Not quite.')).toBeVisible();

  await lesson.quiz.getByRole('button', { name: 'Start again' }).click();
  await expectScore(lesson, 0);
  await expect(first.group).toBeVisible();
  await expect(lesson.quiz.locator('input:checked')).toHaveCount(0);
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
  const first = ask(lesson, 0);
  await choose(0, '90%');
  await lesson.press(first.check, 'Enter');
  await expect(first.check).toBeFocused();
  await lesson.press(first.again, 'Enter');
  await expect(first.group.getByRole('radio').first()).toBeFocused();
  await lesson.press(first.hint, 'Enter');
  await expect(first.hint).toBeFocused();
  for (const [index, { right }] of QUESTIONS.entries()) {
    const { check, next } = ask(lesson, index);
    await choose(index, right);
    await lesson.press(check, 'Enter');
    await expectScore(lesson, index + 1);
    await expect(check).toBeFocused();
    if (index === 2) break;
    await lesson.press(next, 'Enter');
    await expect(ask(lesson, index + 1).group).toBeFocused();
  }
  await lesson.press(lesson.quiz.getByRole('button', { name: 'Start again' }), 'Enter');
  await expectScore(lesson, 0);
  await expect(first.group.getByRole('radio').first()).toBeFocused();
  await lesson.expectStep(0);
});
