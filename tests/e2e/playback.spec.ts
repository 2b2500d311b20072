import { disagreements, watchFrames } from './support/glance';
import { expect, test } from './support/test';

test.use({ motion: 'no-preference' });

test('playback never starts by itself', async ({ lesson, page }) => {
  await page.clock.install();
  await lesson.open('?step=1');
  await lesson.expectStep(1);
  await lesson.passTime(60_000);
  await lesson.expectStep(1);
  await expect(lesson.play).toBeVisible();
});

test('playback walks step by step to the end, and stops there', async ({ lesson, page, trainings }) => {
  await lesson.open();
  await lesson.speed.selectOption('2×');
  const seen = await watchFrames(page);
  await lesson.stopTime();
  await lesson.play.click();
  for (const step of [1, 2, 3, 4]) {
    await lesson.expectStep(step);
    await expect(lesson.pause).toBeVisible();
    if (step === 3) await lesson.answer('Match').click();
    await lesson.passTime(1_300);
  }
  await expect(lesson.status).toContainText('laid over the first one');
  await lesson.passTime(950);
  await lesson.expectStep(5);
  await expect(lesson.status).toContainText('the same, down to the last bit');
  await expect(lesson.play).toBeVisible();
  await lesson.passTime(60_000);
  await lesson.expectStep(5);
  expect((await seen()).flatMap(disagreements)).toEqual([]);

  await trainings.hold();
  await lesson.play.click(); // from the end it starts over, with a training that can be watched
  await expect(lesson.run('then').getByText(/^epoch/)).toBeVisible();
  await lesson.pause.click();
  await trainings.letGo();
  await lesson.expectStep(1);
});

for (const answer of ['Mismatch', 'Skip'] as const) {
  test(`playback waits for an answer to the question: ${answer}`, async ({ lesson }) => {
    await lesson.open('?step=2');
    await lesson.expectStep(2);
    await lesson.stopTime();
    await lesson.play.click();
    await lesson.expectStep(3);
    await lesson.passTime(60_000);
    await lesson.expectStep(3);
    await expect(lesson.pause, 'it goes on once it is answered').toBeVisible();
    await lesson.answer(answer).click();
    await lesson.passTime(2_600);
    await lesson.expectStep(4);
  });
}

test('a pause holds the step, and stepping by hand takes over', async ({ lesson }) => {
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await lesson.stopTime();
  await lesson.play.click();
  await lesson.expectStep(3);
  await lesson.pause.click();
  await expect(lesson.play).toBeVisible();
  await lesson.passTime(60_000);
  await lesson.expectStep(3);

  await lesson.play.click();
  await expect(lesson.pause).toBeVisible();
  await lesson.previous.click();
  await expect(lesson.play).toBeVisible();
  await lesson.passTime(60_000);
  await lesson.expectStep(2);
});

test('speed changes how long a training can be watched', async ({ lesson, trainings }) => {
  await lesson.open();
  for (const speed of ['½×', '1×', '2×']) {
    await lesson.reset.click();
    await lesson.speed.selectOption(speed);
    await lesson.goOn();
  }
  await expect(lesson.speed).toHaveValue('2');
  const [slow, normal, fast] = await trainings.paces();
  expect(fast).toBeGreaterThan(0);
  expect([slow, normal]).toEqual([4 * fast!, 2 * fast!]);
});
