import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseDataset, train } from '../../src/lib/trainer';
import { PYTHON_MANIFESTS } from '../unit/receipt/python/manifests';
import { expectNothingFoundInEitherTheme } from './support/axe';
import { expectNoOverflow } from './support/layout';
import { expect, test } from './support/test';

const program = (page: Page) => page.getByRole('textbox', { name: 'Program', exact: true });
const result = (page: Page) => page.getByRole('region', { name: 'What came out' });
const run = (page: Page) => page.getByRole('button', { name: /^Run( it again)?$/ });
const stop = (page: Page) => page.getByRole('button', { name: 'Stop' }).first();

test('the lesson’s run gives the same bits in Python, and a change what was guessed of it', async ({
  page
}) => {
  await page.goto('/try');
  await run(page).click();
  const verdict = page.getByRole('region', { name: 'Beside the lesson’s run' });
  await expect(verdict.getByText('The same bits, in another language.')).toBeVisible();
  await expect(result(page)).toContainText(
    'weights      570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40'
  );
  await expect(verdict).toContainText('All 33 weights are equal, down to the last bit.');

  await page.getByRole('button', { name: 'One epoch more' }).click();
  await page.getByLabel('The same bits').check();
  await page.getByRole('button', { name: 'Make this change and run it' }).click();
  await expect(page.locator('[data-outcome]')).toContainText(
    'It came out as: Other answers for some penguins. You had said: The same bits.'
  );
  await expect(program(page)).toHaveValue(/"epochs": 101,/);
  await expect(verdict).toContainText('4 of 100 penguins are answered differently.');
  await expect(verdict).toContainText('Another result: 85% then, 89% now.');
  await expectNothingFoundInEitherTheme(page, 'a change was run');

  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(program(page)).toHaveValue(/"epochs": 100,/);
  await expect(page.getByText('The code has been changed since this run.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(program(page)).toHaveValue(/"epochs": 101,/);
  await expect(page).toHaveURL(/#p1\./);
  await page.reload();
  await expect(program(page)).toHaveValue(/"epochs": 101,/);
  await expect(page.getByText('This code came with a link.')).toHaveCount(0);
});

test('nothing of Python is loaded before it is asked for, and each button that does says how much @phone', async ({
  page
}) => {
  // Whoever saves data is told no less than others, who may pay by the megabyte and not have said so.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '2g' } })
  );
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const ofPython = () => loaded.filter((url) => /micropython|python-worker/.test(url));
  const size = 'The first run loads Python for this page: about 0.25 MB.';
  await page.goto('/try');
  const change = page.getByRole('button', { name: 'Make this change and run it' });
  await expect(run(page)).toHaveAccessibleDescription(size);
  await expect(change).toHaveAccessibleDescription(size);
  await page.getByText('The trainer that it is written on').click();
  await page.waitForLoadState('networkidle');
  expect(ofPython()).toEqual([]);
  const trainer = page.locator('details', { hasText: 'The trainer that it is written on' });
  await expect(trainer.locator('summary')).not.toContainText('It differs from the lesson’s.');
  await trainer.getByRole('textbox').fill('print("before")');
  await expect(trainer.locator('summary')).toContainText('It differs from the lesson’s.');
  await program(page).fill('print("here")');
  await run(page).click();
  await expect(result(page)).toContainText('here');
  await expect(run(page)).toHaveAccessibleDescription('');
  await expect(change).toHaveAccessibleDescription('');
  expect(ofPython()).toHaveLength(2);
});

test('in this browser Python gives every bit that Node’s trainer gives, whichever way through it', async ({
  page
}) => {
  const textOf = (path: string) => readFileSync(new URL(`../../src/lib/${path}`, import.meta.url), 'utf8');
  const penguins = parseDataset(textOf('trainer/penguins.csv'));
  const rerun = textOf('receipt/python/rerun.py');
  const manifests = PYTHON_MANIFESTS.slice(0, -1); // the last gives no result
  expect(manifests).toHaveLength(12);
  await page.goto('/try');
  for (const [name, manifest] of manifests) {
    await test.step(name, async () => {
      const { digest, predictionsDigest } = train(manifest, penguins).record;
      await program(page).fill(`MANIFEST = ${JSON.stringify(JSON.stringify(manifest))}\n${rerun}`);
      await run(page).click();
      await expect(result(page)).toContainText(`weights      ${digest}`);
      await expect(result(page)).toContainText(`predictions  ${predictionsDigest}`);
    });
  }
});

test('what stops is told with its line, what does not stop is stopped, and nothing gets out', async ({
  page
}) => {
  await page.goto('/try');
  await program(page).fill('x = 1\nprint("first")\nprint(x / 0)\n');
  await run(page).click();
  await expect(result(page)).toContainText('ZeroDivisionError, line 3 in the program.');
  await expect(result(page)).toContainText('Something is divided by zero.');
  await page.getByRole('button', { name: 'Go to line 3' }).click();
  await expect(program(page)).toBeFocused();
  await page.keyboard.type('y = 2');
  await expect(program(page)).toHaveValue('x = 1\nprint("first")\ny = 2\n');
  await expectNothingFoundInEitherTheme(page, 'an error is told');

  await program(page).fill('while True: print("on and on")');
  await run(page).click();
  await expect(result(page)).toContainText('more lines are not shown');
  await stop(page).click();
  await expect(result(page)).toContainText('Stopped. The code is as it was.');

  await program(page).fill('import js\njs.fetch("/retrace-was-reached")');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await run(page).click();
  await expect(result(page)).toContainText('The program reached for what lies outside of it.');
  expect(asked.filter((url) => url.includes('retrace-was-reached'))).toEqual([]);
});

test('Tab indents, and Escape lets go of the field', async ({ page }) => {
  await page.goto('/try');
  await program(page).fill('for i in x:');
  await program(page).press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('print(i)');
  await expect(program(page)).toHaveValue('for i in x:\n    print(i)');
  await page.keyboard.press('Shift+Tab');
  await expect(program(page)).toHaveValue('for i in x:\nprint(i)');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(program(page)).toHaveValue('for i in x:\n    print(i)');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(run(page)).toBeFocused();
});

test('code that came with a link is somebody else’s, and runs only when asked to @phone', async ({
  page
}) => {
  await page.goto('/try');
  await program(page).fill('print("mine")');
  await expect(page).toHaveURL(/#p1\./);
  const mine = page.url();
  await program(page).fill('print("theirs")');
  await expect(page).not.toHaveURL(mine);
  await page.goto('about:blank');
  await page.goto(mine);
  await expect(page.getByText('This code came with a link.')).toBeVisible();
  await expect(program(page)).toHaveValue('print("mine")');
  await expect(result(page)).toContainText('Nothing has run yet.');
  await expectNoOverflow({ page }, 'a stranger’s code');
  await run(page).tap();
  await expect(result(page).getByRole('region', { name: 'Printed by the program' })).toHaveText('mine');
  await page.getByRole('button', { name: 'Back to my code' }).tap();
  await expect(program(page)).toHaveValue('print("theirs")');

  await page.goto('about:blank');
  await page.goto('/try#p1.damaged');
  await expect(page.getByText('This link holds no code that can be read')).toBeVisible();
  await expect(program(page)).toHaveValue('print("theirs")');
});

test.describe('without a network', () => {
  test.use({ expectedComplaints: [/Failed to load resource/] });

  test('Python that does not arrive is asked for again; once it is there it stays', async ({
    page,
    context
  }) => {
    await page.goto('/try');
    await program(page).fill('print("here")');
    await page.route('**/*.wasm', (route) => route.abort());
    await run(page).click();
    await expect(result(page)).toContainText('Python could not be loaded.');
    await page.unroute('**/*.wasm');
    await run(page).click();
    await expect(result(page)).toContainText('here');
    await context.setOffline(true);
    await program(page).fill('while True: pass');
    await run(page).click();
    await stop(page).click();
    await expect(result(page)).toContainText('Stopped.');
    await program(page).fill('print("still here")');
    await run(page).click();
    await expect(result(page)).toContainText('still here');
  });
});
