import { disagreements, watchFrames } from './support/glance';
import { expect, test } from './support/test';

test.use({ motion: 'no-preference' });

test('playback never starts by itself', async ({ lesson, page }) => {
  await lesson.open('?step=1');
  await lesson.expectStep(1);
  await page.waitForTimeout(3_000); // longer than a step of playback lasts
  await lesson.expectStep(1);
  await expect(lesson.play).toBeVisible();
});

test('playback walks step by step to the end, and stops there', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.speed.selectOption('2×');
  const seen = await watchFrames(page);
  await lesson.play.click();
  await expect(lesson.pause).toBeVisible();
  await expect(lesson.play).toBeVisible({ timeout: 20_000 });
  await lesson.expectStep(5);
  await expect(lesson.status).toContainText('trust established');
  const glances = await seen();
  expect(glances.flatMap(disagreements)).toEqual([]);
  expect([...new Set(glances.map(({ step }) => step))]).toEqual([0, 1, 2, 3, 4, 5]);

  await lesson.play.click(); // from the end it starts over, with a training that can be watched
  await expect(lesson.run('then').getByText(/^epoch/)).toBeVisible();
  await lesson.pause.click();
  await lesson.expectStep(1);
});

test('a pause holds the step, and stepping by hand takes over', async ({ lesson, page }) => {
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await lesson.play.click();
  await lesson.expectStep(3);
  await lesson.pause.click();
  await expect(lesson.play).toBeVisible();
  await page.waitForTimeout(3_000); // longer than a step of playback lasts
  await lesson.expectStep(3);

  await lesson.play.click();
  await expect(lesson.pause).toBeVisible();
  await lesson.previous.click();
  await expect(lesson.play).toBeVisible();
  await page.waitForTimeout(3_000);
  await lesson.expectAgreement();
});

test('speed changes how long a training can be watched', async ({ lesson }) => {
  await lesson.open();
  const lasts = async (speed: string) => {
    await lesson.reset.click();
    await lesson.speed.selectOption(speed);
    const start = Date.now();
    await lesson.goOn();
    return Date.now() - start;
  };
  expect(await lasts('½×')).toBeGreaterThan(1_300);
  await expect(lesson.speed).toHaveValue('0.5');
  expect(await lasts('2×')).toBeLessThan(1_300);
});
