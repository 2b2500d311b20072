import type { Lesson } from './support/lesson';
import { atEachSize, expectNoOverflow } from './support/layout';
import { expectBetweenHeaderAndBar, expectNothingSpills } from './support/stage';
import { expect, test } from './support/test';

test('a long list of what was loaded fits the ledger at each width', async ({ lesson, page }) => {
  await lesson.open('?step=4&drifts=library-default,rows-reversed,more-epochs');
  await lesson.expectStep(4);
  await expect(lesson.ledger).toContainText('Env v2 loaded, code and data changed');
  for (const width of [1440, 1280, 1100, 1024, 768, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectBetweenHeaderAndBar(lesson, `${width} px wide`);
    await expectNothingSpills(lesson, `${width} px wide`);
  }
});

/** From the start over a match to the open case of a mismatch, looked at in a window of each size on the way. */
async function tour(
  lesson: Lesson,
  sizes: Parameters<typeof atEachSize>[1],
  look: (state: string) => Promise<void>
): Promise<void> {
  const lookAtEachSize = (state: string) =>
    atEachSize(lesson.page, sizes, (size) => look(`${state}, ${size}`));
  await lookAtEachSize('at the start');
  for (const step of [1, 2, 3, 4, 5]) {
    await lesson.goTo(step);
    await lookAtEachSize(`at step ${step}, match`);
  }
  await lesson.button('Now break it').click();
  await lesson.expectStep(3);
  await lookAtEachSize('asked again');
  await lesson.answer('Match').click();
  await lookAtEachSize('answered');
  await lesson.goTo(5);
  await lookAtEachSize('at a mismatch');
  await lesson.goTo(6);
  await lookAtEachSize('investigating');
  await lesson.openPart('environment');
  await lookAtEachSize('with the cause open');
  await lesson.restore('environment', 'l2');
  await lookAtEachSize('put back');
  await lesson.runAgain();
  await lookAtEachSize('solved');
}

test('the stage fits between header and bar at each size, and holds all that is in it', async ({
  lesson
}) => {
  const sizes = [
    [1440, 900],
    [1366, 768],
    [1280, 720],
    [1024, 768],
    [768, 1024],
    [390, 844],
    [360, 640]
  ] as const;
  await lesson.open();
  await tour(lesson, sizes, async (state) => {
    await expectBetweenHeaderAndBar(lesson, state);
    await expectNothingSpills(lesson, state);
  });
});

test('nothing of the stage is lost where it is too large for the window: it scrolls, with nothing behind the bar', async ({
  lesson,
  page
}) => {
  const sizes = [
    [320, 700],
    [640, 400]
  ] as const;
  await lesson.open();
  await tour(lesson, sizes, async (state) => {
    await expectNoOverflow(lesson, state);
    await expectNothingSpills(lesson, state);
    const last = lesson.stage.locator('> :nth-child(3)');
    await last.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
    const [main, bar] = [(await last.boundingBox())!, (await lesson.bar.boundingBox())!];
    expect(main.y + main.height, `${state}: behind the bar`).toBeLessThanOrEqual(bar.y + 0.5);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  });
});

for (const [width, height] of [
  [844, 390],
  [320, 256]
] as const) {
  test(`in a low window, ${width} × ${height}, the bar is small or below the stage, and what a step changes in view`, async ({
    lesson,
    page
  }) => {
    await page.setViewportSize({ width, height });
    await lesson.open('?drifts=library-default');
    const changed = [
      lesson.runs.locator('.column'),
      lesson.frame('then'),
      lesson.packing,
      lesson.question,
      lesson.frame('later'),
      lesson.verdict,
      lesson.head('code')
    ];
    for (const step of [1, 2, 3, 4, 5, 6]) {
      await lesson.goOn();
      await expect(changed[step]!, `step ${step}`).toBeInViewport({ ratio: 0.4 });
      const [stage, bar] = [(await lesson.stage.boundingBox())!, (await lesson.bar.boundingBox())!];
      const sticks = await lesson.bar.evaluate((element) => getComputedStyle(element).position === 'fixed');
      if (sticks) expect(bar.height, 'small').toBeLessThanOrEqual(height / 3);
      else expect(Math.abs(bar.y - stage.y - stage.height - 16), 'directly below the stage').toBeLessThan(2);
      await expectNoOverflow(lesson, `step ${step}`);
    }
  });
}

test('with text twice as large the stage grows, and nothing of it is cut off', async ({ lesson, page }) => {
  const sizes = [
    [1280, 720],
    [390, 844]
  ] as const;
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '32px'))
  );
  await lesson.open();
  await tour(lesson, sizes, async (state) => {
    await expectNothingSpills(lesson, state);
    const { x, width } = (await lesson.stage.boundingBox())!;
    expect(x + width, state).toBeLessThanOrEqual(page.viewportSize()!.width);
  });
});

test('a notice leaves the stage between header and bar', async ({ lesson, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await lesson.open('?step=nine');
  await expect(lesson.button('Dismiss')).toBeVisible();
  await expectBetweenHeaderAndBar(lesson, 'with a notice');
  await lesson.button('Dismiss').click();
  await expectBetweenHeaderAndBar(lesson, 'without');
});

test('a press that leads nowhere yet says what is missing', async ({ lesson, page }) => {
  await lesson.open('?step=6&drifts=library-default');
  await lesson.expectStep(6);
  await lesson.press(lesson.button('Run the training again'), 'Enter');
  await expect(lesson.status).toHaveText('Run the training again: put the difference back first.');
  await lesson.restore('environment', 'l2');
  await expect(lesson.status).toContainText('All is as it was saved again.');
  await lesson.button('Undo: l2').click();
  await expect(lesson.status).toContainText('Open the three parts and find it.');
  await page.keyboard.press('ArrowRight');
  await expect(lesson.status).toContainText('put the difference back first');
});

test('what the stage is made of keeps its place from step to step at each size', async ({ lesson, page }) => {
  await lesson.open('?drifts=library-default');
  const parts = {
    rail: lesson.flow,
    narration: lesson.narration,
    'map of the first run': lesson.frame('then'),
    'map of the re-run': lesson.frame('later'),
    ledger: lesson.ledger
  };
  const seen: Record<string, readonly number[]> = {};
  for (const step of [0, 1, 2, 3, 4, 5]) {
    await lesson.goTo(step);
    await atEachSize(
      page,
      [
        [1440, 900],
        [1280, 720],
        [768, 1024],
        [390, 844]
      ],
      async (size) => {
        for (const [name, part] of Object.entries(parts)) {
          const box = (await part.isVisible()) ? await part.boundingBox() : null;
          if (!box) continue;
          const place = [box.x, box.y, box.width, box.height].map(Math.round);
          const before = (seen[`${name} ${size}`] ??= place);
          const moved = place.map((value, index) => Math.abs(value - before[index]!));
          expect
            .soft(
              Math.max(...moved),
              `${name} at step ${step}, ${size}: ${place.join()} after ${before.join()}`
            )
            .toBeLessThanOrEqual(1);
        }
      }
    );
  }
});

test.describe('on a phone @phone', () => {
  test('one map at a time, or both borders on one: by touch', async ({ lesson }) => {
    await lesson.open('?step=5&drifts=library-default');
    await lesson.expectStep(5);
    await expect(lesson.choice('Both')).toBeChecked();
    await expect(lesson.map('then').locator('.border')).toHaveCount(2);
    await expect(lesson.map('then')).toBeVisible();
    await expect(lesson.map('later')).toBeHidden();
    for (const run of ['then', 'later'] as const) {
      await expect(lesson.run(run).getByRole('img', { name: /^Fingerprint/ })).toBeVisible();
    }
    await lesson.choice('Later').tap();
    await expect(lesson.map('later')).toBeVisible();
    await expect(lesson.run('later').getByText('female', { exact: true }), 'with its key').toBeVisible();
    await expect(lesson.map('then')).toBeHidden();
    await lesson.choice('Then').tap();
    await expect(lesson.map('then')).toBeVisible();
    await expect(lesson.map('later')).toBeHidden();
  });

  test('also where the two are the same, one dashed over the other', async ({ lesson }) => {
    await lesson.open('?step=5');
    await lesson.expectStep(5);
    const guest = lesson.map('then').locator('.guest');
    await expect(guest).toBeVisible();
    await expect(guest).toHaveCSS('stroke-dasharray', '7px, 6px');
    await lesson.choice('Then').tap();
    await expect(guest).toBeHidden();
  });

  test('and by the keyboard', async ({ lesson, page }) => {
    await lesson.open('?step=5');
    await lesson.expectStep(5);
    await lesson.tabTo(lesson.choice('Both'));
    await page.keyboard.press('ArrowRight');
    await expect(lesson.choice('Later')).toBeChecked();
    await expect(lesson.map('later')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(lesson.choice('Then')).toBeChecked();
    await lesson.expectStep(5); // the arrows were the choice's
  });

  test('each step shows the map that it is about', async ({ lesson }) => {
    await lesson.open();
    for (const [step, shown] of [
      [0, 'Then'],
      [1, 'Then'],
      [3, 'Then'],
      [4, 'Later'],
      [5, 'Both']
    ] as const) {
      await lesson.goTo(step);
      await expect(lesson.choice(shown), `step ${step}`).toBeChecked();
    }
  });

  test('a penguin that is tapped is ringed on either map, and says which it is', async ({ lesson, page }) => {
    await lesson.open('?step=5&drifts=library-default');
    await lesson.expectStep(5);
    const { x, y, width, height } = (await lesson.flips('then').nth(7).boundingBox())!;
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    for (const run of ['then', 'later'] as const) await expect(lesson.looked(run)).toHaveCount(1);
    const text = (await lesson.looked('then').getAttribute('aria-label')) ?? '';
    expect(text).toMatch(/^Penguin \d+: bill/);
    await expect(lesson.runs.getByText(text, { exact: true })).toBeInViewport({ ratio: 0.98 });
  });
});
