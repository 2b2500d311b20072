import { expectAlive } from './support/alive';
import { atEachSize, expectNoOverflow, resizeTo } from './support/layout';
import type { Lesson } from './support/lesson';
import { expect, test } from './support/test';

test.describe('the bar', () => {
  /** All that can be operated in the bar lies within it, and is large enough to hit. */
  async function expectHeld({ bar }: Lesson, state: string): Promise<void> {
    const problems = await bar.evaluate((bar) => {
      const frame = bar.getBoundingClientRect();
      const reasons = [...bar.querySelectorAll('button, select, input, a')]
        .filter((part) => part.checkVisibility() && !part.closest('[popover]'))
        .flatMap((part) => {
          const { left, right, top, bottom, width, height } = part.getBoundingClientRect();
          const isOut =
            left < frame.left - 0.5 ||
            right > frame.right + 0.5 ||
            top < frame.top - 0.5 ||
            bottom > frame.bottom + 0.5;
          const isSmall = width < 24 || height < 24;
          return isOut || isSmall ? [`${isOut ? 'out' : 'small'}: ${part.outerHTML.slice(0, 80)}`] : [];
        });
      return bar.scrollWidth > bar.clientWidth ? [...reasons, 'wider than its box'] : reasons;
    });
    expect(problems, state).toEqual([]);
  }

  test('takes its height at each size at every step, and holds all that is in it', async ({
    lesson,
    page
  }) => {
    const TAKEN: readonly [width: number, height: number, bar: number][] = [
      [1440, 900, 72],
      [1280, 720, 64],
      [1100, 900, 72],
      [768, 1024, 72],
      [390, 844, 112],
      [320, 700, 112]
    ];
    const places: Record<number, object> = {};
    const lookAtEachSize = async (state: string) => {
      for (const [width, height, taken] of TAKEN) {
        await resizeTo(page, width, height);
        const at = `${state}, ${width} × ${height}`;
        const bar = (await lesson.bar.boundingBox())!;
        expect(bar.height, at).toBeCloseTo(taken, 0);
        expect(bar.y + bar.height, `${at}: it stands at the bottom`).toBeCloseTo(height, 0);
        const slider = (await lesson.slider.boundingBox())!;
        expect(slider, `${at}: the steps keep their place`).toEqual((places[width] ??= slider));
        await expectHeld(lesson, at);
        const measured = await page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue('--bar-height')
        );
        expect(Number.parseFloat(measured), at).toBeCloseTo(bar.height, 0);
      }
    };
    await lesson.open('?drifts=library-default');
    for (const step of [0, 1, 5, 6]) {
      await lesson.goTo(step);
      await lookAtEachSize(`step ${step}`);
    }
    await lesson.reset.click();
    await expect(lesson.button('Undo reset')).toBeVisible();
    await lookAtEachSize('with the reset to undo');
  });
  test('grows with the text, and holds it at 200%', async ({ lesson, page }) => {
    await lesson.open('?drifts=library-default');
    await lesson.goTo(6);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await atEachSize(
      page,
      [
        [1440, 900],
        [768, 1024],
        [390, 844],
        [320, 700]
      ],
      (size) => expectHeld(lesson, `at 200%, ${size}`)
    );
  });

  test('has the speed and the keys with what differs where it has no room for them @phone', async ({
    lesson,
    page
  }) => {
    await lesson.open();
    await expect(lesson.speed).toBeHidden();
    await lesson.openChooser();
    await lesson.speed.selectOption('2×');
    await lesson.button('Keys').tap();
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });

  test('stays at hand in a low window where it takes no more than a third of it', async ({
    lesson,
    page
  }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await lesson.open();
    await expect(lesson.bar).toBeInViewport({ ratio: 1 });
    expect((await lesson.bar.boundingBox())!.height).toBeLessThanOrEqual(390 / 3);
  });

  test('scrolls with the page where it would take too much of it, as at 400% zoom', async ({
    lesson,
    page
  }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await lesson.open();
    await expect(lesson.bar).not.toBeInViewport();
    await lesson.tabTo(page.getByRole('link', { name: 'Skip to the controls' }));
    await page.keyboard.press('Enter');
    await expect(lesson.bar).toBeInViewport();
    await expectNoOverflow(lesson, 'at 400%');
  });
});

test.describe('the keyboard', () => {
  test('skips to the controls, to the results and to the receipt', async ({ lesson, lab, page }) => {
    await lesson.open();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the controls' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(lesson.reset).toBeFocused();

    await lab.open();
    await lab.expectVerdict('Identical'); // before that, what is skipped to may still be inert
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Compare' })).toBeFocused();

    await page.goto('/verify');
    await expectAlive(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash, 'where a receipt would stand').toBe('');
    await page.keyboard.press('Tab');
    await expect(page.locator('input[type="file"]')).toBeFocused();
  });

  test('has no letters once they are switched off, on the next visit neither', async ({ lesson, page }) => {
    await lesson.open();
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: /^Use the keys R, D/ }).uncheck();
    await page.keyboard.press('Escape');
    await lesson.open();
    await page.keyboard.press('d');
    await page.keyboard.press('?');
    await page.keyboard.press('ArrowRight');
    await lesson.expectStep(1);
    await expect(lesson.differs).not.toBeChecked();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await lesson.button('Keys').click();
    await page.getByRole('checkbox', { name: /^Use the keys R, D/ }).check();
    // Who types fast does not wait until the browser has told of the list's end.
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('d')]);
    await expect(lesson.differs).toBeChecked();
  });

  test('has its reset undone, address and all', async ({ lesson, page }) => {
    await lesson.open('?step=5&drifts=float32,rows-reversed');
    await lesson.expectStep(5);
    await page.keyboard.press('r');
    await lesson.expectStep(0);
    await expect(page).not.toHaveURL(/step|drifts/);
    await lesson.button('Undo reset').click();
    await lesson.expectStep(5);
    await expect(page).toHaveURL(/\?step=5&drifts=float32,rows-reversed$/);
  });
});

test('the address changes without a word over what the step says', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.goTo(3);
  await expect(page).toHaveURL(/step=3/);
  await expect(page.locator('#svelte-announcer'), 'not there for screen readers').toBeHidden();
  await expect(page.locator('[aria-live="assertive"]:visible')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Parts of the lesson' })
    .getByRole('link', { name: 'Lab' })
    .click();
  await expect(page.locator('body [aria-live="polite"]')).toHaveText(/^The Lab/);
});
