import { expect, test } from './support/test';

const DIGEST = '570cce69…98d40';

test('the match path, step by step, from the start to trust', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.expectAt(0);
  await expect(lesson.node('start')).toHaveAttribute('aria-current', 'step');
  await expect(lesson.previous).toHaveAttribute('aria-disabled', 'true');
  await expect(lesson.cell(1, 'output')).toHaveCount(0);

  await lesson.walkTo(1);
  await expect(lesson.cell(1, 'environment')).toHaveText('Env v1 saved');
  await expect(lesson.cell(1, 'output')).toHaveText('Accuracy 85%');
  await expect(lesson.cell(1, 'comparison')).toHaveText('N/A');
  await expect(lesson.status).toContainText('Step 1');
  await expect(lesson.runs).toContainText(DIGEST);

  await lesson.walkTo(2);
  await expect(lesson.node('save')).toHaveAttribute('aria-current', 'step');
  await expect(lesson.code()).toHaveText('save_environment(code, data, env)');

  await lesson.walkTo(3);
  await expect(lesson.cell(3, 'environment')).toHaveText('Env v1 loaded');
  await expect(lesson.code()).toHaveText('load_environment("v1")');
  await expect(page.locator('[data-chip^="later"]:visible')).toHaveCount(3);

  await lesson.walkTo(4);
  await expect(lesson.cell(4, 'output')).toHaveText('Accuracy 85%');
  await expect(lesson.cell(4, 'comparison')).toHaveText('Matches previous');

  await lesson.walkTo(5);
  await expect(lesson.node('trust')).toHaveAttribute('aria-current', 'step');
  await expect(lesson.node('mismatch')).toHaveAttribute('data-state', 'skipped');
  await expect(lesson.cell(5, 'comparison')).toHaveText('Trust established');
  await expect(lesson.verdict('match')).toContainText('Identical, down to the last bit of all 33 weights');
  await expect(lesson.runs.getByText(DIGEST)).toHaveCount(2);
  await expect(lesson.status).toContainText('trust established');
  await expect(lesson.row(6)).toHaveAttribute('data-state', 'skipped');
  await expect(lesson.row(6)).toContainText('Env differs or code changed');
  await expect(lesson.next).toHaveAttribute('aria-disabled', 'true');
  await expect(lesson.investigation).toHaveCount(0);

  expect(await lesson.trackerRow('Environment')).toEqual([
    'Not set',
    'Env v1 saved',
    'Env v1 loaded',
    'Env v1 loaded',
    'Env v1 loaded'
  ]);
  expect(await lesson.trackerRow('Model accuracy')).toEqual(['N/A', '85%', 'N/A', '85%', '85%']);
  expect(await lesson.trackerRow('Result comparison')).toEqual([
    'N/A',
    'N/A',
    'N/A',
    'Matches previous',
    'Trust established'
  ]);
});

test('the re-run is a second training, even when nothing differs', async ({ lesson, page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await lesson.open();
  for (const [step, run] of [
    [1, 'then'],
    [4, 'later']
  ] as const) {
    await lesson.walkTo(step - 1);
    await lesson.next.click();
    const panel = page.locator(`[data-run="${run}"]`);
    await expect(panel.getByText(/epoch \d+ of 100/)).toBeVisible();
    await expect(panel.getByRole('progressbar')).toBeVisible();
    await lesson.expectAt(step);
  }
});

test('a node leads to its step and says what happens there', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.node('save').click();
  await lesson.expectAt(2);
  await lesson.node('rerun').hover();
  const tip = page.getByRole('tooltip').filter({ visible: true });
  await expect(tip).toContainText('Steps 3 and 4');
  await lesson.node('rerun').focus();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await page.mouse.move(0, 0);
  await page.keyboard.press('Tab');
  await expect(lesson.node('compare')).toBeFocused();
  await expect(tip).toContainText('Step 5');
});

test('a penguin tells its measurements, its sex and what each run said', async ({ lesson, page }) => {
  await lesson.open('?step=5');
  await lesson.expectAt(5);
  const map = page.getByRole('listbox', { name: /Decision map of the then run/ });
  await map.focus();
  await page.keyboard.press('ArrowRight');
  const first = map.getByRole('option', { selected: true });
  await expect(first).toHaveAccessibleName(
    /bill [\d.]+ mm, \d+ g, (fe)?male · Then: (fe)?male · Later: (fe)?male/
  );
  await expect(lesson.runs).toContainText((await first.getAttribute('aria-label')) ?? 'nothing');
  await page.keyboard.press('End');
  await expect(map.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await lesson.expectAt(5);

  const second = map.getByRole('option').nth(20);
  await second.hover();
  await expect(map.getByRole('option', { selected: true })).toHaveCount(1);
});
