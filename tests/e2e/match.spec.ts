import { UNKNOWN } from './support/lesson';
import { expect, test } from './support/test';

const DIGEST = '570cce69…98d40';
const ALL_UNKNOWN = [UNKNOWN, UNKNOWN, UNKNOWN];

/** What each step shows once its work is done. */
const WALK = [
  {
    step: 1,
    row: ['Train model with initial data and params', 'Env v1 saved', 'Accuracy 85%', 'N/A'],
    node: 'train',
    lines: ['run_1 = train_model(data, params)', 'results_1 = evaluate_model(run_1)'],
    said: /^Step 1\. .* right about 85 of 100 penguins/
  },
  {
    step: 2,
    row: ['Save environment and code versions', 'Env v1 saved', 'N/A', 'N/A'],
    node: 'save',
    lines: ['save_environment()'],
    said: /^Step 2\. .* Pack what you would need/
  },
  {
    step: 3,
    row: ['Later: load saved environment', 'Env v1 loaded', 'N/A', 'N/A'],
    node: 'rerun',
    lines: ['load_environment("v1")'],
    said: /^Step 3\. Months later .* load what we saved/
  },
  {
    step: 4,
    row: ['Retrain model with same data and params', 'Env v1 loaded', 'Accuracy 85%', 'Matches previous'],
    node: 'rerun',
    lines: ['run_2 = train_model(data, params)', 'results_2 = evaluate_model(run_2)'],
    said: /^Step 4\. Trained again: .* right about 85 of 100 penguins/
  },
  {
    step: 5,
    row: ['Compare new results with old', 'Env v1 loaded', 'Accuracy 85%', 'Trust established'],
    node: 'trust',
    lines: ['# compare results_1 and results_2'],
    said: /^Step 5\. The two models are the same, down to the last bit/
  }
] as const;

test('the match path, step by step, from the start to trust', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.expectStep(0);
  await expect(lesson.status).toHaveText(/^Start\./);
  await expect(lesson.previous).toHaveAttribute('aria-disabled', 'true');
  for (const step of [1, 2, 3, 4, 5, 6]) await lesson.expectResults(step, ALL_UNKNOWN);

  for (const { step, row, node, lines, said } of WALK) {
    await lesson.goOn();
    await lesson.expectRow(step, row);
    await expect(lesson.row(step)).toHaveAttribute('aria-current', 'step');
    await expect(lesson.node(node)).toHaveAttribute('aria-current', 'step');
    await expect(lesson.currentLines()).toHaveText([...lines]);
    await expect(lesson.slider).toHaveValue(String(step));
    await expect(lesson.slider).toHaveAttribute('aria-valuetext', `Step ${step} of 6: ${row[0]}`);
    await expect(lesson.status).toHaveText(said);
    await expect(lesson.narration).toHaveText(said);
    await expect(lesson.ledger).toContainText(new RegExp(`^Step ${step}`));
    for (const value of row.slice(1)) await expect(lesson.ledger).toContainText(value);
    if (step < 5) await lesson.expectResults(step + 1, ALL_UNKNOWN);
    if (step === 3) await lesson.answer('Match').click();
  }

  for (const run of ['then', 'later'] as const) {
    await expect(lesson.run(run)).toContainText('85%');
    await expect(lesson.run(run).getByText(DIGEST)).toBeVisible();
    await expect(lesson.flips(run)).toHaveCount(0);
    await expect(
      lesson.run(run).getByRole('img', { name: `Fingerprint of the weights: ${DIGEST}`, exact: true })
    ).toBeVisible();
  }
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
  await expect(lesson.verdict).toContainText(/0 of 100\s+penguins answered differently/);
  await expect(lesson.verdict).toContainText('All 33 weights are equal too, bit for bit.');
  await expect(lesson.node('mismatch')).toHaveAttribute('data-state', 'skipped');
  await expect(lesson.node('investigate')).toHaveAttribute('data-state', 'skipped');
  await expect(lesson.investigation).toHaveCount(0);
  await expect(page.locator('[data-chip]:visible')).toHaveText([
    'code',
    'data',
    'env',
    'code',
    'data',
    'env'
  ]);
  await expect(lesson.driftedChips()).toHaveCount(0);
});

test('execution stops after the comparison, and row 6 stays the road not taken', async ({ lesson }) => {
  await lesson.open();
  await lesson.walkTo(5);
  await expect(lesson.button('Now break it')).toBeVisible();
  await lesson.slider.fill('6');
  await lesson.expectStep(5);
  await lesson.expectRow(6, [
    'If mismatch occurs',
    'Env differs or code changed',
    'Accuracy varies',
    'Investigate cause'
  ]);
  await expect(lesson.row(6)).not.toHaveAttribute('aria-current');
  await lesson.node('investigate').click();
  await lesson.expectStep(5);
});

test('the tracker fills in as its moments come', async ({ lesson }) => {
  await lesson.open();
  const start = ['Not set', UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN];
  await lesson.expectTracker({
    Environment: start,
    'Model accuracy': ['N/A', ...start.slice(1)],
    'Result comparison': ['N/A', ...start.slice(1)]
  });
  await lesson.walkTo(3);
  await lesson.expectTracker({
    Environment: ['Not set', 'Env v1 saved', 'Env v1 loaded', UNKNOWN, UNKNOWN],
    'Model accuracy': ['N/A', '85%', 'N/A', UNKNOWN, UNKNOWN],
    'Result comparison': ['N/A', 'N/A', 'N/A', UNKNOWN, UNKNOWN]
  });
  await lesson.walkTo(5);
  await lesson.expectTracker({
    Environment: ['Not set', 'Env v1 saved', 'Env v1 loaded', 'Env v1 loaded', 'Env v1 loaded'],
    'Model accuracy': ['N/A', '85%', 'N/A', '85%', '85%'],
    'Result comparison': ['N/A', 'N/A', 'N/A', 'Matches previous', 'Trust established']
  });
});

test('cells say which step made them, and why step 1 already says saved', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.walkTo(5);
  await expect(lesson.cell(4, 'Model output')).toHaveAttribute('title', 'Made by step 4');
  await lesson.button('Why “saved” at step 1?').hover();
  await expect(page.getByRole('tooltip').filter({ visible: true })).toContainText(
    'A run records its environment as it starts'
  );
});

test('going back hides what came later, and going on again retrains nothing', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.walkTo(5);
  for (const step of [4, 3, 2, 1, 0]) {
    await lesson.previous.click();
    await lesson.expectStep(step);
    if (step < 4) await lesson.expectResults(4, ALL_UNKNOWN);
  }
  await expect(lesson.run('then')).not.toContainText('85%');
  await page.route('**/workers/**', (route) => route.abort());
  await lesson.goTo(5);
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
});

test.describe('with motion', () => {
  test.use({ motion: 'no-preference' });

  test('both trainings can be watched, and the re-run is a training of its own', async ({
    lesson,
    trainings
  }) => {
    await lesson.open();
    for (const [step, name] of [
      [1, 'then'],
      [4, 'later']
    ] as const) {
      await lesson.walkTo(step - 1);
      await trainings.hold();
      await lesson.next.click();
      const run = lesson.run(name);
      await expect(run.getByText(/^epoch [1-9]\d* of 100$/)).toBeVisible();
      await expect(run.getByRole('progressbar', { name: 'Training progress' })).toBeVisible();
      await expect(lesson.status).toHaveText(step === 1 ? /The model learns/ : /The same training again/);
      await lesson.expectAgreement();
      await trainings.letGo();
      await lesson.expectStep(step);
      await expect(run).toContainText('85%');
    }
  });
});
