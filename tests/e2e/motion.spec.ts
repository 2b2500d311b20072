import { expect, test } from './support/test';

const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;

test('with reduced motion nothing moves, and no training pauses to be watched', async ({ lesson, page }) => {
  await lesson.open('?drifts=library-default');
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await lesson.next.click();
    expect(await page.evaluate(moving), `on the way to step ${step}`).toBe(0);
    await lesson.expectStep(step);
    expect(await page.evaluate(moving), `at step ${step}`).toBe(0);
  }
  await lesson.button('Restore all').click();
  expect(await page.evaluate(moving), 'on the way round the loop').toBe(0);

  await lesson.speed.selectOption('½×'); // at which a training that pauses lasts 1.4 s
  await lesson.reset.click();
  const start = Date.now();
  await lesson.goOn();
  expect(Date.now() - start).toBeLessThan(1_200);
});

test.describe('without that wish', () => {
  test.use({ motion: 'no-preference' });

  test('chips travel, and come to rest', async ({ lesson, page }) => {
    await lesson.open('?step=2');
    await lesson.expectStep(2);
    await lesson.next.click();
    expect(await page.evaluate(moving)).toBeGreaterThan(0);
    await expect.poll(() => page.evaluate(moving)).toBe(0);
  });
});
