import type { Page } from '@playwright/test';
import { expectAlive } from './support/alive';
import { test } from './support/hosted';
import { BUILD } from './support/static-host';
import { expect } from './support/test';
import { fragmentOf, trueReceipt } from './support/receipts';

const PAGES = ['', 'lab/', 'verify/'];
const ENTRY = '**/_app/immutable/entry/start.*.js';

const notice = (page: Page) => page.getByRole('alert');
const plainTable = (page: Page) => page.getByRole('table', { name: 'Process table' });

/** The page says why it does not start, and shows nothing that could only be operated. */
async function expectStopped(page: Page, sentence: string): Promise<void> {
  await expect(notice(page)).toContainText(sentence);
  await expect(page.locator('[inert]').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText('JavaScript, which is off here').filter({ visible: true })).toHaveCount(0);
}

test.describe('where scripts cannot come', () => {
  test.use({ expectedComplaints: [/./] });

  for (const path of PAGES) {
    test(`/${path} as a file names two commands that serve it`, async ({ page }) => {
      await page.goto(`file://${BUILD}/${path}index.html`);
      await expectStopped(page, 'This page cannot start from a file.');
      await expect(notice(page)).toContainText('python3 -m http.server');
      await expect(notice(page)).toContainText('npx serve');
    });
  }

  test('as a file the lesson still reads', async ({ page, lesson }) => {
    await page.goto(`file://${BUILD}/index.html`);
    await expect(plainTable(page)).toBeVisible();
    await lesson.expectResults(4, ['Env v1 loaded', 'Accuracy 85%', 'Matches previous']);
  });

  test('a sandboxed frame links to the same address in a tab of its own', async ({ page, baseURL }) => {
    const address = `${baseURL}/lab/?drifts=library-default#here`;
    await page.setContent(
      `<iframe sandbox="allow-scripts" src="${address}" width="900" height="600"></iframe>`
    );
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('alert')).toContainText('This page cannot start in this frame.');
    await expect(frame.getByRole('alert').getByRole('link')).toHaveAttribute('href', address);
    await expect(frame.getByRole('alert').getByRole('link')).toHaveText(address);
  });

  test('code that this browser cannot read is told as such', async ({ page, lesson }) => {
    await page.route(ENTRY, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'export const start = #;' })
    );
    await page.goto('/');
    await expectStopped(page, 'this browser is too old for it');
    await lesson.expectResults(1, ['Env v1 saved', 'Accuracy 85%', 'N/A']);
  });

  test('code that this browser fails at is told as such', async ({ page }) => {
    await page.route(ENTRY, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '[].unheardOf(); export const start = 1;' })
    );
    await page.goto('/');
    await expectStopped(page, 'this browser is too old for it');
  });

  test('code that does not come is told, and a reload opens the same place once it does', async ({
    page,
    lesson
  }) => {
    let asked = 0;
    await page.route(ENTRY, (route) => {
      asked++;
      return route.abort();
    });
    await page.goto(`/?step=5&drifts=library-default`);
    await expectStopped(page, 'Some of its code did not arrive');
    const before = asked;
    await page.unroute(ENTRY);
    await notice(page).getByRole('button', { name: 'Reload the page' }).click();
    await lesson.expectStep(5);
    await expect(lesson.verdict).toContainText('28 of 100');
    await expect(notice(page)).toHaveCount(0);
    expect(before, 'nobody reloads but the reader').toBeLessThanOrEqual(2);
  });

  test('the reload of a receipt keeps the receipt', async ({ page }) => {
    await page.route(ENTRY, (route) => route.abort());
    await page.goto(`/verify/#${fragmentOf(trueReceipt())}`);
    await expect(notice(page)).toContainText('Some of its code did not arrive');
    await page.unroute(ENTRY);
    await notice(page).getByRole('button', { name: 'Reload the page' }).click();
    await expect(page.getByRole('region', { name: 'What it claims' })).toBeVisible();
  });
});

test('code that takes long is told while it is awaited, and no more when it has come', async ({
  page,
  lesson
}) => {
  await page.clock.install();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(ENTRY, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await expect(lesson.bar).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await page.clock.runFor(15_000);
  await expect(notice(page)).toContainText('Its code is still on its way.');
  letGo();
  await lesson.expectTrainer();
  await expect(notice(page)).toHaveCount(0);
  await lesson.goOn();
});

test.describe('what the app operates', () => {
  test('looks as if it waits until the app is there', async ({ page, lesson }) => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(ENTRY, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    const { bar } = lesson;
    await expect(bar).toHaveCSS('opacity', '0.55');
    await expect(bar).toHaveCSS('cursor', 'progress');
    letGo();
    await expect(bar).toHaveCSS('opacity', '1');
    await expect(bar).toHaveCSS('cursor', 'auto');
  });
});

test.describe('a frame or a browser without workers', () => {
  const SENTENCE = 'This page trains in a worker, and none may start here.';

  test.describe('a sandboxed frame whose code may come', () => {
    test.use({ hosting: { headers: { 'access-control-allow-origin': '*' } } });

    test('says so before anyone trains', async ({ page, baseURL }) => {
      await page.setContent(
        `<iframe sandbox="allow-scripts" src="${baseURL}/?step=1" width="900" height="600"></iframe>`
      );
      const frame = page.frameLocator('iframe');
      const main = frame.getByRole('main');
      await expect(main).toContainText(SENTENCE);
      await expect(main.getByRole('link', { name: 'Open it in a tab of its own' })).toHaveAttribute(
        'href',
        `${baseURL}/?step=1`
      );
      // The rest is alive.
      await frame.getByText('Why compare after retraining?').click();
      await expect(frame.getByText('a repeated result is evidence')).toBeVisible();
    });
  });

  test.describe('a host that lets none start', () => {
    test.use({ hosting: { headers: { 'content-security-policy': "worker-src 'none'" } } });
    test.use({ expectedComplaints: [/Content Security Policy|blocked/i] });

    const UNLOADED = 'the host of this page lets no worker start';

    test('the lesson says so when it is to train', async ({ page, lesson }) => {
      await page.goto('/');
      await lesson.next.click();
      await expect(page.getByRole('main')).toContainText(UNLOADED);
    });

    test('the verifier says so when it is to run', async ({ page }) => {
      await page.goto(`/verify/#${fragmentOf(trueReceipt())}`);
      await page.getByRole('button', { name: 'Run it again' }).click();
      await expect(page.getByRole('main')).toContainText(UNLOADED);
    });
  });

  for (const path of ['', 'lab/']) {
    test(`/${path} says so where there are none`, async ({ page }) => {
      await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
      await page.goto(`/${path}`);
      await expect(page.getByRole('main')).toContainText(SENTENCE);
    });
  }
});

test.describe('style sheets that do not arrive', () => {
  test.use({ expectedComplaints: [/Failed to load resource|ERR_FAILED|preload CSS/] });

  test('take along the part that they are for, which says so; the lesson goes on, and a reload brings all', async ({
    page,
    lesson
  }) => {
    await page.route('**/*.css', (route) => route.abort());
    await page.goto('/?step=2');
    await expect(lesson.slider).toHaveValue('2');
    await expect(lesson.run('then')).toContainText('85%');
    await expect(lesson.bar).toHaveCSS('position', 'fixed');
    await expect(page.getByRole('main')).toContainText('This part could not be loaded');
    await page.unroute('**/*.css');
    await lesson.button('Reload the page').first().click();
    await lesson.expectAllLoaded();
    await lesson.expectStep(2);
  });
});

test.describe('after a newer version was published', () => {
  test.use({ expectedComplaints: [/Failed to load resource|dynamically imported module/] });

  test('a part that is gone says so, and a reload brings it and keeps the place', async ({
    page,
    lesson
  }) => {
    const CHUNKS = '**/_app/immutable/chunks/*.js';
    await page.route(CHUNKS, async (route) => {
      const response = await route.fetch();
      const isQuiz = (await response.text()).includes('Three questions, in any order');
      await route.fulfill(isQuiz ? { status: 404, body: 'gone' } : { response });
    });
    await page.goto(`/?step=2`);
    await lesson.expectStep(2);
    await expect(lesson.quiz).toContainText('a newer version was published. Reload the page');
    await page.unrouteAll({ behavior: 'wait' }); // some are still being answered
    await lesson.quiz.getByRole('button', { name: 'Reload the page' }).click();
    await expect(lesson.quiz).toContainText('Score');
    await lesson.expectStep(2);
  });

  test('a link to a page whose code is gone opens that page as it is now', async ({ page }) => {
    let gone = true;
    await page.goto('/');
    await expectAlive(page);
    await page.route(/_app\/immutable\/nodes\/3\./, (route) =>
      gone ? route.fulfill({ status: 404, body: 'gone' }) : route.continue()
    );
    await page.route('**/_app/version.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: '{"version":"newer"}' })
    );
    page.on('framenavigated', () => (gone = false));
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Lab: why does this re-run differ?');
    await expectAlive(page);
  });
});

test('without WebAssembly a sweep gives the same runs, and nobody is told of a failure', async ({ page }) => {
  await page.route('**/workers/sweep-worker*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `delete globalThis.WebAssembly;${await answer.text()}` });
  });
  await page.goto(`/lab/?view=spread`);
  await page.getByRole('textbox', { name: 'How many runs' }).fill('40');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText('Done: 40 runs.')).toBeVisible();
  await page.getByText('Every run in a table').click();
  const first = page.getByRole('table', { name: 'Every run: All runs' }).getByRole('row').nth(1);
  await expect(first).toContainText('570cce69');
});
