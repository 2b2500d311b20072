import type { Locator } from '@playwright/test';
import { differingPixels, pictureOf } from './support/pixels';
import { expect, test } from './support/test';

/**
 * Where the reader's own colours replace ours, fills and shadows are gone. What is current, pressed or on has to be
 * seen all the same: its picture differs from that of the same thing when it is not, words apart.
 */
test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('with forced colours, what is current, on or pressed is seen in the lesson', async ({
      lesson,
      page,
      browser
    }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      const changes = async (target: Locator, act: () => Promise<void>, what: string, least = 1) => {
        const before = await pictureOf(target);
        await act();
        const share = await differingPixels(browser, before, await pictureOf(target));
        expect.soft(share, `${what}: per cent of its pixels`).toBeGreaterThan(least);
      };

      await lesson.open();
      await changes(lesson.bar.locator('.thumb'), () => lesson.differs.click(), 'the switch', 20);
      await lesson.differs.click();
      await lesson.goTo(2);
      const leave = () => lesson.goTo(3);
      await changes(lesson.row(2), leave, 'the current row');
      await lesson.goTo(2);
      await changes(lesson.node('save'), leave, 'the current node', 3);
      await lesson.goTo(2);
      await changes(lesson.listing.getByRole('listitem').nth(1), leave, 'the current line of code');
      await lesson.goTo(2);
      await changes(lesson.bar.locator('.mark').nth(1), leave, 'the current step', 20);
      await changes(
        lesson.button('Match'),
        () => lesson.button('Match').click(),
        'the pressed prediction',
        3
      );
      await page.mouse.move(0, 0);

      const chip = page.locator('[data-chip="then-code"]');
      const bare = chip.evaluate.bind(chip);
      await changes(
        chip,
        () => bare((element) => void (element.style.borderColor = 'Canvas')),
        'the edge of a chip',
        3
      );
    });

    test('with forced colours, the current part of the Lab is seen', async ({ lab, page, browser }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await lab.open();
      const part = page.getByRole('navigation', { name: 'Parts of the Lab' }).getByRole('link', {
        name: 'Compare'
      });
      await expect(part).toHaveAttribute('aria-current', 'page');
      const current = await pictureOf(part);
      await page.getByRole('link', { name: 'Spread' }).click();
      await expect(part).not.toHaveAttribute('aria-current', 'page');
      expect(await differingPixels(browser, current, await pictureOf(part))).toBeGreaterThan(10);
    });
  });
}
