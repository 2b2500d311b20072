import { expect, test } from './support/test';

const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;

test('with reduced motion nothing moves, and no training pauses to be watched', async ({
  lesson,
  page,
  trainings
}) => {
  await lesson.open('?drifts=library-default');
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await lesson.next.click();
    expect(await page.evaluate(moving), `on the way to step ${step}`).toBe(0);
    await lesson.expectStep(step);
    expect(await page.evaluate(moving), `at step ${step}`).toBe(0);
  }
  await lesson.button('Restore all').click();
  expect(await page.evaluate(moving), 'on the way round the loop').toBe(0);

  await lesson.speed.selectOption('½×');
  await lesson.reset.click();
  await lesson.goOn();
  expect(await trainings.paces()).toEqual([0, 0, 0]);
});

test.describe('without that wish', () => {
  test.use({ motion: 'no-preference' });

  test('chips travel, and come to rest', async ({ lesson, page }) => {
    await lesson.open('?step=2');
    await lesson.expectStep(2);
    // Remembered, because a slow machine may look only when they have arrived.
    await page.evaluate(() => {
      addEventListener('transitionrun', ({ target, propertyName }) => {
        if (propertyName === 'left' && (target as Element).querySelector('[data-chip]'))
          document.body.dataset['chipsTravelled'] = 'yes';
      });
    });
    await lesson.next.click();
    await expect(page.locator('body')).toHaveAttribute('data-chips-travelled', 'yes');
    await expect.poll(() => page.evaluate(moving)).toBe(0);
  });
});
