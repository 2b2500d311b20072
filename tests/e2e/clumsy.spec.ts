import { disagreements, watchFrames, type Glance } from './support/glance';
import { expect, test } from './support/test';

test.use({ motion: 'no-preference' });

/** Whatever was done, no frame that was painted showed half a step. */
const expectWhole = async (seen: () => Promise<Glance[]>) =>
  expect((await seen()).flatMap(disagreements)).toEqual([]);

test('double clicks and hurried clicks end in whole steps', async ({ lesson, page }) => {
  await lesson.open();
  const seen = await watchFrames(page);
  // A press is meant for what the button says: what comes after that is not passed over.
  await lesson.next.dblclick();
  await lesson.expectStep(1);
  await lesson.next.dblclick();
  await lesson.expectStep(2);
  await lesson.previous.dblclick();
  await lesson.expectStep(0);
  await lesson.primary.click({ clickCount: 8 });
  await lesson.expectStep(1);
  await lesson.walkTo(5);
  await lesson.expectResults(5, ['Env v1 loaded', 'Accuracy 85%', 'Trust established']);
  await lesson.reset.dblclick();
  await lesson.expectStep(0);
  await lesson.differs.dblclick();
  await expect(lesson.differs).not.toBeChecked();
  await expectWhole(seen);
});

test('keys held down go one step on, or back to the start, and do not flicker', async ({ lesson, page }) => {
  await lesson.open();
  const seen = await watchFrames(page);
  const hold = async (key: string) => {
    for (let repeats = 0; repeats < 25; repeats++) await page.keyboard.down(key);
    await page.keyboard.up(key);
  };
  await hold('ArrowRight');
  await lesson.expectStep(1);
  await hold('d');
  await expect(lesson.differs).toBeChecked();
  await lesson.goTo(6);
  await hold('ArrowLeft');
  await lesson.expectStep(0);
  await hold('r');
  await lesson.expectStep(0);
  await expectWhole(seen);
});

test('whoever presses on during a training comes no further than to the next step', async ({
  lesson,
  page,
  trainings
}) => {
  await lesson.open();
  for (const [from, to] of [
    [0, 2],
    [3, 5]
  ] as const) {
    await lesson.goTo(from);
    await trainings.hold();
    for (let presses = 0; presses < 6; presses++) await page.keyboard.press('ArrowRight');
    await trainings.letGo();
    await lesson.expectStep(to);
  }
});

test('a training can be cancelled, left by going back, and reset', async ({ lesson, page, trainings }) => {
  await lesson.open();
  await trainings.hold();
  const seen = await watchFrames(page);
  const leave = {
    'Cancel training': () => lesson.button('Cancel training').click(),
    Back: () => lesson.previous.click(),
    Reset: () => lesson.reset.click()
  };
  for (const [how, away] of Object.entries(leave)) {
    await lesson.next.click();
    await expect(lesson.run('then').getByText(/^epoch [1-9]/), how).toBeVisible();
    await away();
    await lesson.expectStep(0);
    await expect(lesson.run('then')).not.toContainText('epoch');
  }
  await trainings.letGo();
  await lesson.walkTo(5);
  await lesson.expectResults(5, ['Env v1 loaded', 'Accuracy 85%', 'Trust established']);
  await expectWhole(seen);
});

test('what differs can be switched while the re-run trains', async ({ lesson, page, trainings }) => {
  await lesson.open('?step=3');
  await lesson.expectStep(3);
  await trainings.hold();
  const seen = await watchFrames(page);
  for (const goesOn of [true, false]) {
    await lesson.primary.click();
    await expect(lesson.run('later').getByText(/^epoch/)).toBeVisible();
    await lesson.differs.click();
    await expect(lesson.differs).toBeChecked({ checked: goesOn });
    await lesson.expectStep(3);
    await expect(lesson.run('later')).not.toContainText('epoch');
  }
  await trainings.letGo();
  await lesson.goTo(5);
  await lesson.expectResults(5, ['Env v1 loaded', 'Accuracy 85%', 'Trust established']);
  await expectWhole(seen);
});

test('switched while the first run trains, the training goes on', async ({ lesson, trainings }) => {
  await lesson.open();
  await trainings.hold();
  await lesson.next.click();
  await expect(lesson.run('then').getByText(/^epoch/)).toBeVisible();
  await lesson.differs.click();
  await expect(lesson.differs).toBeChecked();
  await trainings.letGo();
  await lesson.expectStep(1);
  expect(await trainings.paces()).toHaveLength(1);
  await lesson.expectResults(1, ['Env v1 saved', 'Accuracy 85%', 'N/A']);
  await lesson.goTo(5);
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']);
});

test('the slider can be dragged anywhere, and no further than the results allow', async ({
  lesson,
  page
}) => {
  await lesson.open();
  const seen = await watchFrames(page);
  const box = (await lesson.slider.boundingBox())!;
  const over = (share: number) => box.x + 14 + share * (box.width - 28);
  const middle = box.y + box.height / 2;
  await page.mouse.move(over(0), middle);
  await page.mouse.down();
  for (const share of [0.2, 0.7, 0.3, 0.9, 0.5, 1]) await page.mouse.move(over(share), middle, { steps: 3 });
  await page.mouse.up();
  await lesson.expectStep(5); // it was dragged to 6, and then the results turned out to match
  await page.mouse.move(over(5 / 6), middle);
  await page.mouse.down();
  await page.mouse.move(over(1 / 6), middle, { steps: 8 });
  await page.mouse.up();
  await lesson.expectStep(1);
  await lesson.differs.click();
  await lesson.goTo(6);
  await expectWhole(seen);
});
