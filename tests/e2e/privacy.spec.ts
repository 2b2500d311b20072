import { readFileSync } from 'node:fs';
import { WHOLE_VISIT } from '../../scripts/budget.js';
import { weighFiles } from '../../scripts/page-weight.js';
import { BUILD } from './support/static-host';
import { expect, test } from './support/test';

test('the policy allows scripts of this site only, none inline but by hash, and none to be made of text', async ({
  page
}) => {
  await page.goto('/');
  const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
  const directives = Object.fromEntries(
    (policy ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    })
  );
  expect(directives['default-src']).toEqual(["'self'"]);
  for (const source of directives['script-src'] ?? ['none given']) {
    expect(source).toMatch(/^'(self|wasm-unsafe-eval|sha256-[\w+/]+=*)'$/);
  }
  for (const name of ['worker-src', 'connect-src', 'font-src']) {
    expect(directives[name], name).toEqual(["'self'"]);
  }
  // The styles that come with the page are named by hash too.
  for (const source of directives['style-src-elem'] ?? ['none given']) {
    expect(source).toMatch(/^'(self|sha256-[\w+/]+=*)'$/);
  }
  expect(directives['object-src']).toEqual(["'none'"]);
  expect(directives['form-action']).toEqual(["'none'"]);
});

test.describe('the policy at work', () => {
  test.use({ expectedComplaints: [/Content Security Policy/] });

  test('stops an inline handler and a request to another host', async ({ page }) => {
    await page.goto('/');
    const { ran, asked } = await page.evaluate(async () => {
      const probe = document.createElement('button');
      probe.setAttribute('onclick', 'this.dataset.ran = "yes"');
      document.body.append(probe);
      probe.click();
      const asked = await fetch('https://example.invalid/').then(
        () => true,
        () => false
      );
      return { ran: probe.dataset['ran'], asked };
    });
    expect(ran).toBeUndefined();
    expect(asked).toBe(false);
  });
});

test('a whole lesson with its quiz asks this host only, and for nothing but its own files', async ({
  lesson,
  page
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const what = `${request.method()} ${new URL(request.url()).pathname}`;
    // Chromium asks for the icon again whenever the address changes.
    if (what !== 'GET /favicon.svg') asked.push(what);
  });
  await lesson.open();
  await lesson.differs.click();
  await lesson.walkTo(6);
  await lesson.quiz.getByRole('radio', { name: '85%' }).check();
  await lesson.quiz.getByRole('button', { name: 'Check answer' }).first().click();
  await expect(lesson.quiz).toContainText('Score: 1 of 3');
  await expect(lesson.investigation).toBeVisible(); // the last part to be loaded by itself, with the quiz
  expect(asked.filter((request) => !/^GET \/($|_app\/)/.test(request))).toEqual([]);
  const files = asked.map((request) => request.replace(/^GET \//, '') || 'index.html');
  const weights = weighFiles(BUILD, files).map(({ compressed }) => compressed);
  expect(
    weights.reduce((sum, weight) => sum + weight),
    'bytes of all of it, compressed'
  ).toBeLessThan(WHOLE_VISIT);
  const answered = asked.length;
  await lesson.reset.click();
  await lesson.walkTo(5);
  expect(asked.slice(answered), 'everything was there already').toEqual([]);
});

test('the notices of all that is shipped travel with it, and NOTICE has the same', async ({ request }) => {
  const shipped = await (await request.get('/NOTICE.txt')).text();
  // What the page, its style sheets and its workers are made of.
  for (const name of ['svelte', '@fontsource-variable/', '@noble/hashes', 'fdlibm']) {
    expect(shipped).toMatch(new RegExp(`^${name}`, 'm'));
  }
  expect(readFileSync('NOTICE', 'utf8'), 'copy build/NOTICE.txt to NOTICE').toBe(shipped);
});
