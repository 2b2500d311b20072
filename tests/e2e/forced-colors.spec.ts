import type { Locator, Page } from '@playwright/test';
import { differingPixels, pictureOf } from './support/pixels';
import { expect, test } from './support/test';

/**
 * Where the reader's own colours replace ours, fills and shadows are gone. What is current, pressed or on has to be
 * seen all the same: its picture differs from that of the same thing when it is not, words apart.
 */
async function expectChanges(
  targets: readonly (readonly [what: string, target: Locator, least: number])[],
  act: () => Promise<void>
): Promise<void> {
  const reader: Page = await targets[0]![1].page().context().newPage();
  const before: Buffer[] = [];
  for (const [, target] of targets) before.push(await pictureOf(target));
  await act();
  for (const [index, [what, target, least]] of targets.entries()) {
    const share = await differingPixels(reader, before[index]!, await pictureOf(target));
    expect.soft(share, `${what}: per cent of its pixels`).toBeGreaterThan(least);
  }
  await reader.close();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with forced colours, ${colorScheme}, one sees what is current, pressed or on`, async ({
    lesson,
    lab,
    page
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await lesson.open('?step=2');
    await lesson.expectStep(2);
    await expectChanges(
      [
        ['the current row', lesson.row(2), 1],
        ['the current node', lesson.node('save'), 3],
        ['the current line of code', lesson.listing.getByRole('listitem').nth(2), 1],
        ['the current step', lesson.bar.locator('.mark').nth(2), 20]
      ],
      () => lesson.goTo(3)
    );
    const match = lesson.answer('Match');
    await expectChanges([['a pressed prediction', match, 3]], () => match.click());
    const chip = page.locator('[data-chip="then-code"]');
    await expectChanges([['the edge of a chip', chip, 3]], () =>
      chip.evaluate((it) => void (it.style.borderColor = 'Canvas'))
    );
    await expectChanges([['the switch', lesson.bar.locator('.thumb'), 20]], () => lesson.differs.click());

    await lab.open();
    const part = page.getByRole('link', { name: 'Compare' });
    await expect(part).toHaveAttribute('aria-current', 'page');
    await expectChanges([['the part of the Lab that is shown', part, 10]], () =>
      page.getByRole('link', { name: 'Spread' }).click()
    );
    await expect(part).not.toHaveAttribute('aria-current', 'page');
  });
}
