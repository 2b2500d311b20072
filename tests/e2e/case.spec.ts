import type { Page } from '@playwright/test';
import { expectNothingFoundInEitherTheme } from './support/axe';
import { expect, test } from './support/test';

const PATH = './case/';
/** What broke the re-run, among what did not. */
const L2 = `${PATH}?drifts=library-default,float32,user`;

const tries = (page: Page) => page.getByRole('table', { name: /^Tries/ });
const row = (page: Page, name: string | RegExp) => tries(page).getByRole('row', { name });
const tick = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: `Put back ${name}`, exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const desk = (page: Page) => page.getByRole('region', { name: 'The desk' });
const account = (page: Page) => page.getByRole('region', { name: 'The account' });

const opened = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(row(page, /^Show the re-run|^Re-run/)).toContainText('still broken');
};

test('a case is tried, named and closed, and its link trains every try again', async ({ page, context }) => {
  await opened(page, L2);
  await expect(desk(page)).toContainText('The first run gave 85%. The re-run gives 71%. 3 things differ.');
  await expect(page.locator('body'), 'nothing tells what the cause is').not.toContainText(/harmless\b(?!\.)/);

  await test.step('a try is a training', async () => {
    await tick(page, 'precision').check();
    await button(page, 'Put back and train').click();
    await expect(tries(page).locator('[data-probe=try-1]')).toContainText(/71%.*still broken/s);
    await expect(page).toHaveURL(/tries=t\d/);
    await expect(button(page, 'Put back and train')).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('a wrong naming is answered with the evidence', async () => {
    await button(page, 'Name as the cause').click();
    await expect(desk(page)).toContainText('With precision put back it is still broken');
    await expect(desk(page)).toContainText('Try 1 shows it.');
    await expect(desk(page)).toContainText('2 tries (1 of them a wrong naming)');
  });

  await test.step('a right one makes the tries that it lacks', async () => {
    await tick(page, 'precision').uncheck();
    await tick(page, 'l2').check();
    await button(page, 'Name as the cause').click();
    await expect(desk(page)).toContainText('Shown: l2 is the cause.');
    await expect(tries(page).locator('[data-probe^=try-]')).toHaveCount(3);
  });

  await test.step('advice closes it', async () => {
    const question = page.getByRole('group', { name: 'l2: what would have kept it from happening?' });
    await question.getByRole('button', { name: /^Pin/ }).click();
    await expect(question).toContainText('another one meets it at its root');
    await question.getByRole('button', { name: /^Lock/ }).click();
    await expect(question).toContainText('Lock it: Lock the exact versions');
    await expect(account(page)).toContainText('Case closed.');
    await expect(account(page)).toContainText('The search has ended.');
    await expect(account(page).getByRole('link', { name: /in Review/ })).toBeVisible();
    await expect(account(page)).toContainText(/Your tries\s*4/);
    await expect(account(page)).toContainText(/The floor\s*2/);
  });
  await expectNothingFoundInEitherTheme(page, 'closed');

  await test.step('the answer is a link', async () => {
    const link = await page.getByRole('textbox', { name: 'Your answer' }).inputValue();
    const other = await context.newPage();
    await other.goto(link);
    await expect(account(other)).toContainText('Case closed.');
    await expect(tries(other).locator('[data-probe^=try-]')).toHaveCount(3);
    await expect(desk(other)).toContainText('Shown: l2 is the cause.');
    await other.close();
  });

  await test.step('and in the Lab it is the same pair of runs', async () => {
    await page.getByRole('link', { name: 'Take the case apart in the Lab' }).click();
    await expect(page.getByRole('region', { name: 'Find the cause' })).toContainText(
      'The two runs differ in 3 things.'
    );
  });
});

test('a pair is taken for the cause only as a pair', async ({ page }) => {
  await opened(page, `${PATH}?drifts=batches-of-17,rate-rounded-down,host-name`);
  await tick(page, 'batch size').check();
  await button(page, 'Name as the cause').click();
  await expect(desk(page)).toContainText('With all else put back, batch size alone breaks nothing.');
  await tick(page, 'learning rate').check();
  await button(page, 'Name as the cause').click();
  await expect(desk(page)).toContainText(
    'but only together. Neither does it alone: with all else put back, putting back either one'
  );
});

test('hints lead on, step by step; letters stay letters until the causes are found', async ({ page }) => {
  await opened(page, `${PATH}?level=6&case=2`);
  await expect(tick(page, 'A')).toBeVisible();
  await button(page, 'Where should I look?').click();
  const hints = page.getByRole('region', { name: 'Hints' });
  await expect(hints).toContainText(/The causes? lies? in th/);
  await button(page, 'What is it about?').click();
  await expect(hints).toContainText('One of the causes is of this kind:');
  await button(page, 'What would a search try next?').click();
  await expect(hints).toContainText('would now try what is ticked');
  await expect(page.getByRole('checkbox', { checked: true }).first()).toBeVisible();
  await expectNothingFoundInEitherTheme(page, 'with hints');
});

test('nothing is lost: reload, leaving, another case and undo', async ({ page }) => {
  await opened(page, PATH);
  await button(page, /^Level 2/).click();
  await expect(desk(page)).toContainText('Level 2, case 1');
  await expect(desk(page)).toContainText('6 things differ.');
  await page.getByRole('checkbox').first().check();
  await button(page, 'Put back and train').click();
  await expect(tries(page).locator('[data-probe=try-1]')).toContainText('%');
  await page.reload();
  await expect(tries(page).locator('[data-probe=try-1]')).toContainText('%');
  await expect(page.getByRole('checkbox').first()).toBeChecked();

  await button(page, 'Another case of this level').click();
  await expect(desk(page)).toContainText('Level 2, case 2');
  await expect(tries(page).locator('[data-probe=try-1]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(desk(page)).toContainText('Level 2, case 1');
  await expect(tries(page).locator('[data-probe=try-1]')).toContainText('%');

  await page.getByRole('navigation', { name: 'Ways' }).getByRole('link', { name: 'Visual' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto(PATH);
  await expect(desk(page), 'the case that was left').toContainText('Level 2, case 1');
  await expect(tries(page).locator('[data-probe=try-1]')).toContainText('%');

  await page.goto(`${PATH}?level=9`);
  await expect(page.getByText('This link could not be read')).toContainText('a level from 1 to 6');
  await expect(desk(page)).toContainText('Level 1, case 1');
});

test('one is broken for a friend, with what it does measured', async ({ page }) => {
  await opened(page, PATH);
  await page.getByText('Break one for a friend').click();
  const share = page.getByRole('region', { name: 'Pass it on' });
  await share.getByText('Environment', { exact: true }).click();
  await share.getByRole('checkbox', { name: 'host name' }).check();
  await expect(share).toContainText('This breaks nothing');
  await share.getByRole('checkbox', { name: 'RNG algorithm MT19937' }).check();
  await expect(share).toContainText('This changes the score from 85% to 84%.');
  await share.getByRole('button', { name: 'Open it yourself' }).click();
  await expect(desk(page)).toContainText('A case that somebody broke for you');
  await expect(desk(page)).toContainText('2 things differ.');
});

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 768, height: 1024 } });

  for (const drifts of [
    'library-default,float32,user,host-name,ddof,comment',
    'library-default,float32,user,training-labels-flipped,ddof,comment,time-zone,batches-of-17'
  ]) {
    const names = drifts.split(',');
    test(`where ${names.length} things differ, what a try gave is in sight`, async ({ page }) => {
      await opened(page, `${PATH}?drifts=${drifts}`);
      await expect(tries(page).getByText('still broken')).toBeInViewport({ ratio: 1 });
      await expect(tries(page).getByRole('columnheader', { name: 'Outcome' })).toBeInViewport({ ratio: 1 });
    });
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true });

  test('tries are cards, and nothing is wider than the screen', async ({ page }) => {
    await opened(page, `${PATH}?level=3&case=1&tries=t3`);
    await expect(tries(page).locator('[data-probe=try-1]')).toContainText('%');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    const signs = tries(page).locator('[data-probe=try-1] [data-field] svg');
    const bottoms = await signs.evaluateAll((all) =>
      all.slice(0, 4).map((sign) => Math.round(sign.getBoundingClientRect().bottom))
    );
    // Two beside each other, whose names are of one line or of two.
    expect([bottoms[1], bottoms[3]]).toEqual([bottoms[0], bottoms[2]]);
    await expectNothingFoundInEitherTheme(page, 'cards');
  });
});
