import { LAB_PARTS, type Lab, type LabPart } from './support/lab';
import { expectLargeTargets, expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

const PARTS = Object.keys(LAB_PARTS) as LabPart[];

test('a disguised address is read, and what cannot be read is told in a notice', async ({ lab, page }) => {
  await lab.open('?VIEW=compare&amp;drifts=one-epoch-less.');
  await expect(lab.drift('one epoch less')).toBeChecked();
  await expect(lab.button('Dismiss')).toHaveCount(0);
  await lab.open('?view=compare&amp;drifts=one-epoch-lost');
  await expect(page.getByText('This link could not be read, so the Lab opens with')).toContainText(
    '“drifts” is “one-epoch-lost”'
  );
});

test('by keyboard alone: a drift, its card, a field, another part, undo', async ({ lab, page }) => {
  await lab.open();
  await lab.expectVerdict('Identical');
  await lab.tabTo(lab.drift('rows reversed'));
  await page.keyboard.press('Space');
  await lab.expectSearch('?drifts=rows-reversed');
  await page.keyboard.press('Tab');
  await expect(lab.button('What is rows reversed?')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.button('What is rows reversed?')).toHaveAttribute('aria-expanded', 'true');
  await expect(lab.setup.getByText('In the real world')).toBeVisible();

  await lab.setup.locator('summary').filter({ hasText: 'Every field by hand' }).focus();
  await page.keyboard.press('Enter');
  await lab.tabTo(lab.field('batch size'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('8');
  await page.keyboard.press('Tab');
  await lab.expectSearch('?drifts=rows-reversed&code.batchSize=8');
  await page.keyboard.press('Shift+Tab');
  await expect(lab.field('batch size')).toHaveValue('8');

  await lab.part('spread').focus();
  await page.keyboard.press('Tab');
  await expect(lab.part('cause')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.part('cause')).toHaveAttribute('aria-current', 'page');
  await expect(lab.part('cause'), 'the focus stays with what was pressed').toBeFocused();
  await lab.tabTo(lab.find());
  await page.keyboard.press('Enter');
  await expect(lab.result).toContainText('found');

  await lab.undo.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await lab.expectSearch('?view=cause');
  await expect(lab.undo, 'a button that is used up keeps the focus').toBeFocused();
  await expect(lab.undo).toBeDisabled();
});

test('a reload keeps the part, the tolerance and what counts as broken', async ({ lab, page }) => {
  await lab.open('?drifts=library-default');
  await lab.tolerance.focus();
  await page.keyboard.press('ArrowRight');
  await lab.show('cause');
  await lab.criterion('Any bit differs').check();
  const address = '?view=cause&drifts=library-default&within=0.5&broken=bits';
  await lab.expectSearch(address);
  await page.reload();
  await expect(lab.part('cause')).toHaveAttribute('aria-current', 'page');
  await expect(lab.criterion('Any bit differs')).toBeChecked();
  await expect(lab.drift('library default')).toBeChecked();
  await lab.expectSearch(address);
  await lab.show('compare');
  await expect(lab.tolerance).toHaveAttribute('aria-valuetext', '0.5 points');
});

for (const [part, begin] of [
  ['cause', (lab: Lab) => lab.find()],
  ['bits', (lab: Lab) => lab.example('Float noise')],
  ['browser', (lab: Lab) => lab.button('Test this browser')],
  ['leak', (lab: Lab) => lab.button('Train both recipes')]
] as const) {
  test(`leaving the page ends its work, and the lesson goes on: ${part}`, async ({
    lab,
    lesson,
    page,
    trainings
  }) => {
    const labWorkers = () => page.workers().filter((worker) => worker.url().includes('lab-worker')).length;
    await lab.open(`?view=${part}&drifts=library-default`);
    await expect(lab.news).toHaveText(/^Mismatch/);
    await trainings.hold();
    await begin(lab).click();
    await expect(page.getByRole('progressbar').first()).toBeVisible();
    expect(labWorkers()).toBe(1);
    await page.getByRole('link', { name: 'Lesson', exact: true }).click();
    await lesson.expectTrainer();
    await expect.poll(labWorkers).toBe(0);
    await trainings.letGo();
    await lesson.walkTo(1);
    await page.goBack();
    await expect(lab.news, 'the Lab begins anew').toHaveText(/^Mismatch|^The bits/);
    await expect.poll(labWorkers).toBe(1);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the Lab says why it is not there, and leads to the lesson', async ({ lab, lesson, page }) => {
    await lab.open();
    expect((await page.locator('main p').allInnerTexts()).join()).toContain(
      'The Lab trains models with JavaScript, which is off here.'
    );
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await page.getByRole('link', { name: 'Lesson', exact: true }).click();
    await expect(lesson.table).toBeVisible();
  });
});

/** Brings a part to where it has the most to show. */
async function showAll(lab: Lab, part: LabPart): Promise<void> {
  await lab.show(part);
  switch (part) {
    case 'compare':
      await expect(lab.flippedTable).toBeVisible();
      break;
    case 'cause':
      await lab.find().click();
      await expect(lab.result).toContainText('found');
      break;
    case 'bits':
      await expect(lab.growth).toBeVisible();
      break;
    case 'browser':
      await lab.button('Test this browser').click();
      await expect(lab.page.getByText('Done. The results are below.')).toBeVisible();
      break;
    case 'leak':
      await lab.button('Train both recipes').click();
      await lab.button('Draw fresh exams').click();
      await expect(lab.page.getByText('Done. The results are below.')).toHaveCount(2);
  }
  for (const details of await lab.page.locator('.part details').all()) {
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  }
}

for (const [width, height] of [
  [320, 640],
  [390, 844]
] as const) {
  test.describe(`by touch at ${width} × ${height} @phone`, () => {
    test.use({ viewport: { width, height } });

    test('a drift is chosen in the folded choice; every part fits, and is large enough', async ({
      lab,
      page
    }) => {
      await lab.open();
      await lab.expectVerdict('Identical');
      await expect(lab.drift('library default')).toBeHidden();
      await expectNoOverflow(lab, 'at the start');
      await lab.choose.tap();
      await expect(lab.choose).toHaveAttribute('aria-expanded', 'true');
      await lab.drift('library default').tap();
      await lab.setup.getByRole('button', { name: '24 more' }).tap();
      await lab.drift('host name').tap();
      await lab.button('What is host name?').tap();
      await page.getByText('Every field by hand').tap();
      await expectNoOverflow(lab, 'with the choice');
      await expectLargeTargets(lab, 'with the choice');
      await lab.choose.tap();
      await expect(lab.drift('library default')).toBeHidden();
      await lab.expectVerdict('Mismatch: 85% then, 71% later');
      for (const part of PARTS) {
        await showAll(lab, part);
        await expectNoOverflow(lab, part);
        await expectLargeTargets(lab, part);
      }
    });
  });
}

/** The page is no wider than its window, whichever that is. */
async function expectFits(lab: Lab, state: string): Promise<void> {
  for (const width of [320, 390, 768, 1440]) {
    await lab.page.setViewportSize({ width, height: 844 });
    // Charts take the width that they are given, a frame after they are given it.
    await lab.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    );
    await expectNoOverflow(lab, `${state} at ${width} px`);
  }
}

test('nothing can be pressed, and no address lost, before scripts have taken over', async ({ lab, page }) => {
  let comeOn = () => {};
  const held = new Promise<void>((resolve) => (comeOn = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/lab?drifts=library-default&view=cause', { waitUntil: 'commit' });
  await expect(lab.setup).toBeVisible();
  for (const early of [lab.part('compare'), lab.drift('ddof')]) {
    expect(await early.evaluate((element) => element.closest('[inert]') !== null)).toBe(true);
  }
  comeOn();
  await expect(lab.drift('library default')).toBeChecked();
  await lab.show('compare');
  await lab.expectVerdict('Mismatch: 85% then, 71% later');
});

test('nothing overflows at 320, 390, 768 and 1440 px in any part', async ({ lab }) => {
  await lab.open('?then.code.learningRate=5&drifts=gradient-chunks,host-name,time-zone');
  for (const part of PARTS) {
    await showAll(lab, part);
    await expectFits(lab, part);
  }
});

test('nor where there is something to say instead', async ({ lab }) => {
  await lab.open('?view=cellar');
  await lab.expectVerdict('Identical');
  await expectFits(lab, 'with a notice');
  await lab.open('?drifts=split-seed');
  await lab.expectVerdict('Tested on other penguins');
  await expectFits(lab, 'with other penguins');
  await lab.open('?view=bits&drifts=hidden-units&data.features=flipper_length_mm,bill_depth_mm');
  await expect(lab.page.getByRole('main')).toContainText('cannot be compared bit by bit');
  await expectFits(lab, 'refused');
  await lab.show('compare');
  await expect(lab.mapsPanel).toContainText('There is no map of the difference');
  await expectFits(lab, 'with other measurements');
});

test('the lesson’s first page loads nothing of the Lab', async ({ lab, lesson, page }) => {
  const loaded: { url: string; text: string }[] = [];
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url()).pathname;
    if (!url.endsWith('.js')) return;
    reading.push(response.text().then((text) => void loaded.push({ url, text })));
  });
  const ofTheLab = async () => {
    await Promise.all(reading);
    return loaded
      .filter(({ url, text }) => url.includes('lab-worker') || /Match ladder|What the re-run met/.test(text))
      .map(({ url }) => url);
  };
  await lesson.open('?drifts=library-default');
  await lesson.walkTo(6);
  await lesson.expectAllLoaded();
  await expect(lesson.investigation).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await ofTheLab()).toEqual([]);
  expect(loaded.length).toBeGreaterThan(0);
  await lab.open();
  await lab.expectVerdict('Identical');
  expect((await ofTheLab()).length, 'this is how the Lab would be seen').toBeGreaterThan(1);
});
