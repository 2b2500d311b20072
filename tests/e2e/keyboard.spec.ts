import { expect, test } from './support/test';
import type { Lesson } from './support/lesson';

/** What has the focus, and how it shows. */
function focusAt() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { top, bottom } = element.getBoundingClientRect();
  const bar = document.querySelector('section[aria-label="Lesson controls"]');
  const surroundings = [element, element.parentElement, element.parentElement?.parentElement];
  return {
    html: element.outerHTML.slice(0, 120),
    outlined: surroundings.some((candidate) => {
      const style = candidate && getComputedStyle(candidate);
      return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    }),
    inView:
      bottom > 0 &&
      top < (bar?.contains(element) ? innerHeight : (bar?.getBoundingClientRect().top ?? innerHeight))
  };
}

/** What a keyboard should reach: everything that can be operated, one stop for each group of radios. */
function reachable() {
  const groups = new Set<string>();
  return [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')
  ]
    .filter((element) => element.tabIndex >= 0 && element.checkVisibility())
    .filter((element) => {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const known = groups.has(element.name);
      groups.add(element.name);
      return !known;
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

test('Tab reaches every control in the order of the page, and shows where it is', async ({
  lesson,
  page
}) => {
  await lesson.open('?step=6&drifts=library-default');
  await lesson.expectStep(6);
  await expect(lesson.investigation).toBeVisible();
  await lesson.expectAllLoaded();
  const expected = await page.evaluate(reachable);
  expect(expected.length).toBeGreaterThan(30);
  const reached: string[] = [];
  for (let stop = 0; stop < expected.length; stop++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(focusAt);
    reached.push(focus?.html ?? 'nothing');
    expect.soft(focus?.outlined, `it shows that it has the focus: ${focus?.html}`).toBe(true);
    expect.soft(focus?.inView, `it is not behind the bar: ${focus?.html}`).toBe(true);
  }
  expect(reached).toEqual(expected);
});

test('the match path with Tab and Enter alone, and the focus stays where it is at the end', async ({
  lesson,
  page
}) => {
  await lesson.open();
  await lesson.tabTo(lesson.next);
  for (const step of [1, 2, 3, 4, 5]) {
    await page.keyboard.press('Enter');
    await lesson.expectStep(step);
    await expect(lesson.primary).toBeFocused();
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(lesson.previous).toBeFocused();
  for (const step of [4, 3, 2, 1, 0, 0]) {
    await page.keyboard.press('Space');
    await lesson.expectStep(step);
    await expect(lesson.previous).toBeFocused();
  }
});

test('the mismatch path with Tab, Enter and Space alone: choose, predict, put back, run again', async ({
  lesson,
  page
}) => {
  await lesson.open();
  await lesson.press(lesson.chooser, 'Enter');
  await lesson.press(lesson.drift('random seed'), 'Space');
  await expect(lesson.drift('random seed')).toBeChecked();
  await lesson.press(lesson.button('Done'), 'Enter');
  await expect(lesson.button('Done')).toBeHidden();
  await expect(lesson.chooser).toBeFocused();
  await expect(lesson.differs, 'what is chosen is on').toBeChecked();
  await lesson.tabTo(lesson.slider);
  for (const step of [1, 2, 3]) {
    await page.keyboard.press('ArrowRight');
    await lesson.expectStep(step);
  }
  await lesson.press(lesson.answer('Mismatch'), 'Enter');
  await lesson.press(lesson.node('compare'), 'Enter');
  await lesson.expectStep(5);
  await expect(lesson.verdict).toContainText('You predicted a mismatch.');
  await lesson.press(lesson.button('Find the cause'), 'Enter');
  await lesson.expectStep(6);
  await lesson.press(lesson.head('environment'), 'Enter');
  await lesson.press(lesson.putBack('seed'), 'Enter');
  await expect(lesson.button('Undo: seed'), 'the focus is not lost').toBeFocused();
  await lesson.press(lesson.button('Run the training again'), 'Enter');
  await lesson.expectStep(5);
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
});

/** Buttons that go away when they are pressed: the focus must not go with them. */
const VANISHING: Record<string, { search: string; step: number; press: (lesson: Lesson) => Promise<void> }> =
  {
    'Put back': {
      search: '?step=6&drifts=library-default',
      step: 6,
      press: async (lesson) => {
        await lesson.openPart('environment');
        await lesson.press(lesson.putBack('l2'), 'Enter');
      }
    },
    'Run the training again': {
      search: '?step=6&drifts=library-default',
      step: 6,
      press: async (lesson) => {
        await lesson.restore('environment', 'l2');
        await lesson.press(lesson.button('Run the training again'), 'Enter');
        await lesson.expectStep(5);
      }
    },
    'a part of the case that is unticked': {
      search: '?step=2',
      step: 2,
      press: (lesson) => lesson.press(lesson.pack('Data'), 'Space')
    },
    'a penguin of the tally': {
      search: '?step=5&drifts=library-default',
      step: 5,
      press: async (lesson) => {
        await lesson.tabTo(lesson.tally().first());
        await lesson.page.keyboard.press('PageDown');
        await lesson.expectStep(6);
      }
    },
    Skip: {
      search: '?step=3',
      step: 3,
      press: (lesson) => lesson.press(lesson.answer('Skip'), 'Enter')
    },
    Dismiss: {
      search: '?step=9',
      step: 0,
      press: (lesson) => lesson.press(lesson.button('Dismiss'), 'Enter')
    }
  };

for (const [name, { search, step, press }] of Object.entries(VANISHING)) {
  test(`the focus is not lost with a button that goes away: ${name}`, async ({ lesson, page }) => {
    await lesson.open(search);
    await lesson.expectStep(step);
    await press(lesson);
    await expect
      .poll(() => page.evaluate(focusAt), { message: 'what has the focus', timeout: 3_000 })
      .not.toBeNull();
  });
}

test('packing and the question with the keyboard', async ({ lesson, page }) => {
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await lesson.press(lesson.pack('Environment'), 'Space');
  await expect(lesson.pack('Environment')).not.toBeChecked();
  await expect(lesson.pack('Environment')).toBeFocused();
  await lesson.press(lesson.next, 'Enter');
  await lesson.expectStep(3);
  await lesson.press(lesson.answer('Mismatch'), 'Space');
  await expect(lesson.answer('Mismatch')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await lesson.expectStep(4);
  await page.keyboard.press('ArrowRight');
  await lesson.expectStep(5);
  await expect(lesson.verdict).toContainText('You predicted a mismatch.');
});

test('shortcuts: arrows, space, R, D and the question mark', async ({ lesson, page }) => {
  await lesson.open();
  await page.keyboard.press('D');
  await expect(lesson.differs).toBeChecked();
  for (const step of [1, 2, 3, 4, 5, 6, 6]) {
    await page.keyboard.press('ArrowRight');
    await lesson.expectStep(step);
  }
  await page.keyboard.press('ArrowLeft');
  await lesson.expectStep(5);
  await page.keyboard.press('r');
  await lesson.expectStep(0);
  await expect(lesson.differs).not.toBeChecked();
  await lesson.stopTime();
  await page.keyboard.press('Space');
  await expect(lesson.pause).toBeVisible();
  await page.keyboard.press('Space');
  await expect(lesson.play).toBeVisible();
  await page.clock.resume();

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('definition')).toHaveCount(6);
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await lesson.press(lesson.button('Keys'), 'Enter');
  await lesson.press(keys.getByRole('button', { name: 'Close' }), 'Enter');
  await expect(keys).toBeHidden();
  await expect(lesson.button('Keys')).toBeFocused();
});

test('shortcuts leave alone what has a use of its own for the key', async ({ lesson, page }) => {
  await lesson.open('?step=1');
  await lesson.expectStep(1);
  await lesson.expectAllLoaded();

  await lesson.slider.focus();
  await page.keyboard.press('ArrowRight');
  await lesson.expectStep(2); // the slider's own move, and not a second one on top
  await page.keyboard.press('End');
  await lesson.expectStep(5);
  await page.keyboard.press('Home');
  await lesson.expectStep(0);
  await lesson.goTo(2);

  const own = {
    slider: lesson.slider,
    select: lesson.speed,
    radio: lesson.quiz.getByRole('radio').first()
  };
  for (const [what, element] of Object.entries(own)) {
    await element.focus();
    for (const key of ['d', 'r', '?']) await page.keyboard.press(key);
    await expect(lesson.differs, what).not.toBeChecked();
    await expect(page.getByRole('dialog'), what).toHaveCount(0);
    await lesson.expectStep(2);
  }
  await lesson.speed.focus();
  await page.keyboard.press('ArrowRight');
  await lesson.quiz.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await lesson.expectStep(2);

  await lesson.next.focus();
  for (const key of ['Control+d', 'Alt+r', 'Meta+d']) await page.keyboard.press(key);
  await expect(lesson.differs).not.toBeChecked();
  await page.keyboard.press('Space'); // presses the button, and does not play as well
  await lesson.expectStep(3);
  await expect(lesson.play).toBeVisible();
});

test('between the question mark and its list no key falls through, and Escape calls it off', async ({
  lesson,
  page
}) => {
  let comeOn = () => {};
  const held = new Promise<void>((resolve) => (comeOn = resolve));
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await lesson.expectAllLoaded();
  await page.route('**/chunks/**', async (route) => {
    await held;
    await route.continue();
  });
  for (const key of ['?', 'ArrowRight', 'd', 'Escape']) await page.keyboard.press(key);
  comeOn();
  await page.keyboard.press('ArrowRight');
  await lesson.expectStep(3);
  await expect(lesson.differs).not.toBeChecked();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
});

test('in an open dialog or chooser, Escape closes and nothing else moves', async ({ lesson, page }) => {
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toBeVisible();
  for (const key of ['ArrowRight', 'd', 'r', 'Escape']) await page.keyboard.press(key);
  await expect(keys).toBeHidden();
  await lesson.press(lesson.chooser, 'Enter');
  await expect(lesson.chooser).toHaveAttribute('aria-expanded', 'true');
  await lesson.tabTo(lesson.drift('float32'));
  await page.keyboard.press('Escape');
  await expect(lesson.drift('float32')).toBeHidden();
  await expect(lesson.chooser).toHaveAttribute('aria-expanded', 'false');
  await expect(lesson.chooser).toBeFocused();
  await lesson.expectStep(2);
  await expect(lesson.differs).not.toBeChecked();
});
