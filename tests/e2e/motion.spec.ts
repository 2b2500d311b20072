import { expect, test } from './support/test';

const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;

test('with reduced motion nothing moves, and no training pauses to be watched', async ({
  lesson,
  page,
  trainings
}) => {
  await lesson.open('?drifts=library-default');
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await lesson.primary.click();
    expect(await page.evaluate(moving), `on the way to step ${step}`).toBe(0);
    await lesson.expectStep(step);
    expect(await page.evaluate(moving), `at step ${step}`).toBe(0);
  }
  await lesson.restore('environment', 'l2');
  await lesson.primary.click();
  expect(await page.evaluate(moving), 'on the way round the loop').toBe(0);
  await lesson.expectStep(5);

  await lesson.speed.selectOption('½×');
  await lesson.reset.click();
  await lesson.goOn();
  expect(await trainings.paces()).toEqual([0, 0, 0, 0]);
});

test.describe('without that wish', () => {
  test.use({ motion: 'no-preference' });

  test('chips travel, and come to rest', async ({ lesson, page }) => {
    await lesson.open('?step=1');
    await lesson.expectStep(1);
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

  test('the maps are seen to make room for the investigation, and to come back', async ({ lesson, page }) => {
    await lesson.open('?step=5&drifts=library-default');
    await lesson.expectStep(5);
    const frames = [lesson.frame('then'), lesson.frame('later')];
    // They are looked at where they begin, however slow the machine is.
    await page.evaluate(() => {
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...args) {
        const animation = animate.apply(this, args);
        animation.pause();
        return animation;
      };
    });
    for (const [act, step] of [
      [lesson.primary, 6],
      [lesson.previous, 5]
    ] as const) {
      const before = await Promise.all(frames.map((frame) => frame.boundingBox()));
      await act.click();
      await lesson.expectStep(step);
      for (const [index, frame] of frames.entries()) {
        const was = before[index]!;
        const now = (await frame.boundingBox())!;
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(now[side] - was[side]), side).toBeLessThan(3);
        await frame.evaluate((map) => map.getAnimations().forEach((glide) => glide.finish()));
        expect(Math.abs((await frame.boundingBox())!.width - was.width)).toBeGreaterThan(100);
      }
    }
  });

  test('the border is seen to bend, slowly the first time', async ({ lesson, trainings }) => {
    await lesson.open();
    const border = lesson.map('then').locator('.border');
    await lesson.next.click();
    await expect(border).toHaveCount(1);
    const shape = () => border.getAttribute('d');
    const early = await shape();
    await lesson.expectStep(1);
    expect(await shape()).not.toBe(early);
    await lesson.goTo(3);
    await lesson.goOn();
    await lesson.differs.click();
    await lesson.goOn();
    const [first, rerun, later] = await trainings.paces();
    expect(first! * 100, 'milliseconds').toBeGreaterThanOrEqual(2_000);
    expect(rerun).toBe(first);
    expect(later! * 100).toBeLessThan(1_000);
  });

  test('comparing is seen: borders first, then what they dispute, then each penguin, and the sign last', async ({
    lesson,
    page
  }) => {
    await lesson.open('?step=4&drifts=library-default');
    await lesson.expectStep(4);
    await lesson.stopTime();
    await lesson.next.click();
    await expect(lesson.runs).toContainText('Comparing…');
    await expect(lesson.map('then').locator('.guest')).toHaveCount(1);
    await expect(lesson.flips('later')).toHaveCount(28);
    await expect(lesson.verdict).toHaveCount(0);
    await expect(lesson.status, 'the screen reader hears it with the sign').toContainText('laid over');
    const delays = (selector: string) =>
      lesson
        .map('later')
        .locator(selector)
        .evaluateAll((all) =>
          all.map((one) => Number.parseFloat(getComputedStyle(one).animationDelay) * 1000)
        );
    expect(await delays('.guest')).toEqual([0]);
    expect(await delays('.hatched')).toEqual([700]);
    const lit = await delays('.flipped');
    expect(Math.min(...lit)).toBe(1_200);
    expect(Math.max(...lit)).toBeLessThanOrEqual(1_900);
    expect(new Set(lit).size, 'one by one').toBe(28);
    await lesson.passTime(1_950);
    await expect(lesson.verdict).toBeVisible();
    await page.clock.resume();
  });
});
