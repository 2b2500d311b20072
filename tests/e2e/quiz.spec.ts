import { expectNothingFound } from './support/axe';
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
  const group = quiz.getByRole('radiogroup', { name: QUESTIONS[index]!.name });
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
  await first!.option('85%').check();
  await first!.check.click();
  await first!.next.click();
  await second!.option('Step 6').check();
  await second!.check.click();
  await second!.next.click();
  await third!.hint.click();
  await third!.option('training would not start').check();

  await page.reload();
  await expectScore(lesson, 1);
  await lesson.expectStep(2);
  await expect(lesson.differs).toBeChecked();
  await expect(third!.item.getByText('Hint 1 of 2')).toBeVisible();
  await expect(third!.option('training would not start')).toBeChecked();
  await first!.step.click();
  await expect(first!.option('85%')).toBeChecked();
  await expect(first!.item.getByText('Right.')).toBeVisible();
  await second!.step.click();
  await expect(second!.item.getByText('Not quite.')).toBeVisible();

  await lesson.quiz.getByRole('button', { name: 'Start again' }).click();
  await expectScore(lesson, 0);
  await expect(first!.group).toBeVisible();
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

/** The second round, with how each task is answered right: what it asks, and what is chosen. */
const TASKS = [
  {
    asks: /Tick the shortest list/,
    right: [
      'the code, with its number of epochs',
      'the data rows in their order',
      'the seed',
      'the seed of the split',
      /^the RNG algorithm/,
      /^the defaults of the library/
    ],
    rerun: ['85%', '0 of 100', 'equal']
  },
  { asks: /Is it the same model\?$/, right: [/^No: some penguins/], rerun: ['85%', '6 of 100', 'not equal'] },
  {
    asks: /Was the first result reproduced\?$/,
    right: [/^No: it is another model/],
    rerun: ['89%', '4 of 100', 'not equal']
  },
  {
    asks: /Which of these was not saved\?$/,
    right: [/^the RNG algorithm/],
    rerun: ['84%', '13 of 100', 'not equal']
  },
  { asks: /Who can call it a match\?$/, right: ['only Noor'], rerun: ['85%', '0 of 100', 'not equal'] },
  {
    asks: /Do you believe the 90%\?$/,
    right: [/^No: it can be repeated/],
    rerun: ['90%', '0 of 100', 'equal']
  }
] as const;

/** The second round by its names. */
function secondRound({ quiz, page }: Lesson) {
  const button = (name: string | RegExp) => quiz.getByRole('button', { name });
  return {
    open: button('Go on to the second round'),
    // Whatever is shown: a list of things, or four options.
    task: (asks: RegExp) =>
      quiz.getByRole('group', { name: asks }).or(quiz.getByRole('radiogroup', { name: asks })),
    check: button('Check answer'),
    again: button('Run it again'),
    next: button('Next question'),
    runs: quiz.getByRole('table', { name: /^The runs that marked your answer/ }),
    /** What the line of the re-run says, below the name of the column that a phone shows in each cell. */
    rerun: async () =>
      (await quiz.getByRole('table').getByRole('row').nth(2).getByRole('cell').allInnerTexts()).map((text) =>
        text.replace(/^.*\n/, '').replace(/^[=≠]\s*/, '')
      ),
    expectMarks: (right: number) =>
      expect(quiz.getByText(`By training: ${right} of 6`, { exact: true })).toBeVisible(),
    expectFits: async () => {
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(inner).toBeLessThanOrEqual(outer);
    }
  };
}

for (const [where, tag] of [
  ['on a wide screen', ''],
  ['on a phone', ' @phone']
] as const) {
  test(`the second round is marked by training, ${where}${tag}`, async ({ lesson, page }) => {
    const round = secondRound(lesson);
    await lesson.open();
    await round.open.click();
    await round.expectMarks(0);
    for (const [index, { asks, right, rerun }] of TASKS.entries()) {
      const task = round.task(asks);
      await expect(task).toBeVisible();
      await expect(round.runs).toHaveCount(0); // the answer comes first
      for (const name of right) {
        const role = right.length > 1 ? 'checkbox' : 'radio';
        await task.getByRole(role, { name, exact: true }).check();
      }
      await round.check.click();
      await expect(round.runs).toBeVisible();
      await expect(lesson.quiz.getByText('Right.', { exact: true }).locator('visible=true')).toBeInViewport();
      expect(await round.rerun()).toEqual(rerun);
      await round.expectMarks(index + 1);
      await expect(lesson.status).toContainText(/^Right\. The first run scores \d+%, the re-run \d+%/);
      await round.expectFits();
      if (index === 1) await expectNothingFound(page, 'with an answer that was marked');
      if (index < TASKS.length - 1) await round.next.click();
    }
    await expect(lesson.quiz).toContainText('All six are right at the first attempt');
    await expectNothingFound(page, 'at the end of the second round');

    await page.reload();
    await round.expectMarks(6);
    await expect(round.runs).toHaveCount(0);
    await round.again.click(); // the same runs again
    await expect(round.runs).toBeVisible();
    expect(await round.rerun()).toEqual(TASKS.at(-1)!.rerun);
    await round.expectMarks(6);
  });
}

test('a list that is too short is told by its run, and one that is too long by runs without its things', async ({
  lesson
}) => {
  const round = secondRound(lesson);
  await lesson.open();
  await round.open.click();
  await lesson.quiz.getByRole('checkbox', { name: 'the seed', exact: true }).check();
  await round.check.click();
  await expect(lesson.quiz).toContainText('You left out the code, the time zone, the data rows');
  await expect(round.runs.getByRole('row')).toHaveCount(3);
  await round.expectMarks(0);
  for (const box of await lesson.quiz.getByRole('checkbox').all()) await box.check();
  await round.check.click();
  await expect(lesson.quiz).toContainText(
    'These make no difference: the time zone and the name of the computer.'
  );
  await expect(round.runs.getByRole('row')).toHaveCount(11);
  await round.expectMarks(0);
});

test('a training of the second round can be cancelled, and the lesson goes on meanwhile', async ({
  lesson,
  page
}) => {
  // The quiz has a trainer of its own, which is the second to be asked for a training, and never answers.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    const workers: Worker[] = [];
    Worker.prototype.postMessage = function (message: { name?: string }) {
      if (!workers.includes(this)) workers.push(this);
      if (message.name !== 'train' || workers.indexOf(this) === 0) postMessage.call(this, message);
    };
  });
  const round = secondRound(lesson);
  await lesson.open();
  await round.open.click();
  await lesson.quiz.getByRole('checkbox', { name: 'the seed', exact: true }).check();
  await round.check.click();
  await expect(lesson.quiz.getByRole('progressbar')).toBeVisible();
  await lesson.goTo(1);
  await lesson.quiz.getByRole('button', { name: 'Cancel training' }).click();
  await expect(lesson.quiz.getByText('Cancelled. Your answer is not marked.')).toBeVisible();
  await expect(round.check).toBeEnabled();
  await round.expectMarks(0);
});
