import { Lesson } from './support/lesson';
import { expect, test } from './support/test';

test('the address follows every step and every change of what differs', async ({ lesson, page }) => {
  await lesson.open();
  for (const step of [1, 2, 3]) {
    await lesson.goOn();
    await expect(page).toHaveURL(`/?step=${step}`);
  }
  await lesson.choose('code changed', 'random seed');
  await expect(page).toHaveURL('/?step=3&drifts=random-seed,more-epochs');
  await lesson.reset.click();
  await expect(page).toHaveURL('/');
});

test('stepping adds nothing to the history: going back leaves', async ({ lesson, page }) => {
  await page.goto('about:blank');
  await lesson.open();
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await lesson.differs.click();
  await lesson.walkTo(6);
  expect(await entries()).toBe(before);
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
  await page.goForward();
  await lesson.expectStep(6);
  await expect(lesson.differs).toBeChecked();
});

test('a copied link reopens the same view, and so does a reload', async ({
  lesson,
  page,
  browser,
  baseURL
}) => {
  await lesson.open();
  await lesson.choose('random seed', 'code changed');
  await lesson.walkTo(6);
  const told = (await lesson.status.textContent()) ?? 'nothing';
  const table = await lesson.table.innerText();
  const link = page.url();

  await page.reload();
  await lesson.expectStep(6);
  await expect(lesson.status).toHaveText(told);
  await expect(lesson.differs).toBeChecked();

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce' });
  const other = new Lesson(await elsewhere.newPage());
  await other.open(new URL(link).search);
  await other.expectStep(6);
  await expect(other.status).toHaveText(told);
  expect(await other.table.innerText()).toBe(table);
  await other.openPart('environment');
  await expect(other.putBack('seed')).toBeVisible();
  await other.openPart('code');
  await expect(other.putBack('epochs')).toBeVisible();
  expect(other.page.url()).toBe(link);
  await elsewhere.close();
});

test('what was put back is so again after a reload, and the investigation goes on', async ({
  lesson,
  page
}) => {
  await lesson.open('?step=6&drifts=library-default');
  await lesson.expectStep(6);
  await lesson.restore('environment', 'l2');
  await expect(page).toHaveURL('/?step=6&found=library-default');
  await page.reload();
  await lesson.expectStep(6);
  await expect(lesson.differs).not.toBeChecked();
  await lesson.openPart('environment');
  await expect(lesson.button('Undo: l2')).toBeVisible();
  await lesson.runAgain();
  await expect(lesson.verdict).toContainText('You put back');
});

test('a link to a step that is never reached leads to the last one that is', async ({ lesson, page }) => {
  await lesson.open('?step=6');
  await lesson.expectStep(5);
  await expect(page).toHaveURL('/?step=5');
});

test('a mangled address opens the start with a notice', async ({ lesson, page }) => {
  // Those that a browser and a page could stumble over by themselves.
  for (const search of ['?step=%E0%A4%A', '?drifts=<img src=x onerror=alert(1)>']) {
    await test.step(search, async () => {
      await lesson.open(search);
      await lesson.expectStep(0);
      const notice = page.getByText('This link could not be read, so the lesson opens at the start.');
      await expect(notice).toContainText(/“(step|drifts)” is “.*”, but it takes/);
      await lesson.button('Dismiss').click();
      await expect(notice).toHaveCount(0);
      await lesson.goOn();
      await expect(page).toHaveURL('/?step=1');
    });
  }
});

test('a disguised address opens the lesson that it means', async ({ lesson, page }) => {
  for (const search of [
    '?step=5&#38;drifts=library-default', // for the browser half of it is no search
    '?utm_source=class&step=5%26drifts=library-default'
  ]) {
    await test.step(search, async () => {
      await lesson.open(search);
      await lesson.expectStep(5);
      await expect(lesson.differs).toBeChecked();
      await expect(lesson.button('Dismiss')).toHaveCount(0);
      const others = search.startsWith('?utm') ? '&utm_source=class' : '';
      await expect(page).toHaveURL(`/?step=5&drifts=library-default${others}`);
      await lesson.button('Back, previous step').click();
      await expect(page).toHaveURL(`/?step=4&drifts=library-default${others}`);
    });
  }
});

test('parameters of others are no mangling, and stay', async ({ lesson, page }) => {
  await lesson.open('?utm_source=class&step=2');
  await lesson.expectStep(2);
  await expect(lesson.button('Dismiss')).toHaveCount(0);
  await lesson.goOn();
  await expect(page).toHaveURL('/?step=3&utm_source=class');
});

test.describe('a link to a part', () => {
  const READING = 'Why save the environment';
  for (const [id, name, above] of [
    ['quiz', 'Quiz', READING],
    ['review', 'Concept snapshot', undefined],
    ['transcript', 'Transcript', 'Three questions, in any order']
  ] as const) {
    test(`arrives at #${id} although parts above come later`, async ({ page, lesson }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      let letGo = () => {};
      const held = new Promise<void>((resolve) => (letGo = resolve));
      // What is above comes last.
      await page.route('**/_app/immutable/chunks/*.js', async (route) => {
        const response = await route.fetch();
        if (above && (await response.text()).includes(above)) await held;
        await route.fulfill({ response });
      });
      await page.goto(`/?step=2#${id}`);
      const part = page.getByRole('region', { name, exact: true });
      await expect(part).toBeInViewport();
      letGo();
      await lesson.expectAllLoaded();
      await lesson.expectStep(2);
      await expect(part).toBeInViewport();
      const top = () => part.evaluate((element) => Math.round(element.getBoundingClientRect().top));
      const atEnd = await page.evaluate(
        () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1
      );
      if (!atEnd) expect(Math.abs((await top()) - 16), 'at the top of the window').toBeLessThan(3);

      // Whoever scrolls is let go.
      await page.mouse.wheel(0, -400);
      await expect.poll(top).toBeGreaterThan(300);
      await page.evaluate(() => (document.body.style.paddingTop = '40px'));
      await expect.poll(top).toBeGreaterThan(300);
    });
  }
});
