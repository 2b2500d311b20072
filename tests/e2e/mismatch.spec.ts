import { expect, test } from './support/test';

test('a changed library default is seen, found, put back, and ends in trust', async ({ lesson }) => {
  await lesson.open();
  await lesson.differs.click();
  await expect(lesson.differs).toBeChecked();
  await expect(lesson.chooser).toContainText('library default');
  await lesson.walkTo(3);
  await lesson.expectResults(3, ['Env v2 loaded', 'N/A', 'N/A']);
  await expect(lesson.status).toHaveText(/^Step 3\. Months later not everything loads as it was saved/);
  await expect(lesson.driftedChips()).toHaveCount(1);
  await expect(lesson.driftedChips()).toContainText(/env\s*, changed since it was saved/);

  await lesson.answer('Mismatch').click();
  await lesson.goOn();
  await lesson.expectResults(4, ['Env v2 loaded', 'Accuracy 71%', 'Differs from previous']);
  await lesson.goOn();
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']);
  await expect(lesson.node('mismatch')).toHaveAttribute('aria-current', 'step');
  await expect(lesson.node('trust')).toHaveAttribute('data-state', 'skipped');
  await expect(lesson.status).toHaveText(
    /^Step 5\. .* 28 penguins differently and is right 71 times, not 85/
  );
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'mismatch');
  await expect(lesson.verdict).toContainText(/28 of 100\s+penguins answered differently/);
  await expect(lesson.verdict).toContainText('21 right answers became wrong');
  await expect(lesson.verdict).toContainText('7 wrong answers became right');
  for (const run of ['then', 'later'] as const) await expect(lesson.flips(run)).toHaveCount(28);
  await expect(lesson.run('later').getByRole('img', { name: /of 32 bytes differ/ })).toBeVisible();
  await expect(lesson.run('later')).toContainText('d30a8bb1…');

  await expect(lesson.primary).toHaveAccessibleName('Find the cause');
  await lesson.goOn();
  await lesson.expectRow(6, [
    'If mismatch occurs',
    'Env differs or code changed Env v2 loaded',
    'Accuracy varies 85% → 71%',
    'Investigate cause'
  ]);
  await lesson.expectTracker({
    Environment: ['Not set', 'Env v1 saved', 'Env v2 loaded', 'Env v2 loaded', 'Env v2 loaded'],
    'Model accuracy': ['N/A', '85%', 'N/A', '71%', '71%'],
    'Result comparison': ['N/A', 'N/A', 'N/A', 'Differs from previous', 'Mismatch found']
  });
  await expect(lesson.primary).toHaveAccessibleName('Run the training again');
  await expect(lesson.primary).toHaveAccessibleDescription(/put the difference back first/);
  await expect(lesson.primary).toHaveAttribute('aria-disabled', 'true');

  for (const part of ['code', 'data'] as const) {
    await lesson.openPart(part);
    await expect(lesson.part(part)).toContainText('Equal: not the cause');
  }
  await lesson.openPart('environment');
  const environment = lesson.part('environment');
  await expect(environment.locator('[data-cause]')).toContainText(/l2\s*saved 0 → loaded 0\.01/);
  await expect(
    environment.getByRole('term').filter({ hasText: 'l2' }),
    'it is not among the equal'
  ).toHaveCount(0);

  await lesson.restore('environment', 'l2');
  await lesson.expectStep(6);
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']);
  await expect(lesson.differs).not.toBeChecked();
  await expect(lesson.status).toHaveText(/^Step 6\. All is as it was saved again/);
  await expect(environment).toContainText('put back');
  await expect(lesson.driftedChips()).toHaveCount(0);
  await expect(lesson.primary).toHaveAttribute('aria-disabled', 'false');

  await lesson.runAgain();
  await lesson.expectResults(5, ['Env v1 loaded', 'Accuracy 85%', 'Trust established']);
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
  await expect(lesson.verdict).toContainText('You put back: library default.');
  for (const run of ['then', 'later'] as const) await expect(lesson.flips(run)).toHaveCount(0);
  await expect(lesson.node('trust')).toHaveAttribute('aria-current', 'step');
});

test('once the cause is found, the way leads on: a thousand re-runs, a case, the quiz', async ({
  lesson,
  page
}) => {
  await lesson.open('?step=6&drifts=library-default');
  await lesson.expectStep(6);
  await lesson.restore('environment', 'l2');
  await lesson.runAgain();
  const onward = lesson.bar.getByRole('link', { name: 'A thousand re-runs' });
  await expect(onward).toBeFocused();
  const leads = async (name: string) => lesson.verdict.getByRole('link', { name }).getAttribute('href');
  expect(await leads('A case to solve')).toBe('/case/');
  expect(await leads('The quiz')).toBe('#quiz');
  await onward.click();
  await expect(page).toHaveURL('/lab/?view=spread');
});

test('with two differences and one put back, the re-run still differs, and the search goes on', async ({
  lesson
}) => {
  await lesson.open();
  await lesson.choose('library default', 'random seed');
  await expect(lesson.differs).toBeChecked();
  await expect(lesson.chooser).toContainText('library default + 1');
  await lesson.walkTo(6);
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 72%', 'Mismatch found']);
  await lesson.openPart('environment');
  await expect(lesson.part('environment')).toContainText('2 of 7 differ');

  await lesson.restore('environment', 'seed');
  await lesson.expectStep(6);
  await expect(lesson.status).toHaveText(/Put back the rest too/);
  await expect(lesson.part('environment')).toContainText('1 of 7 differs');
  await lesson.runAgain();
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']);
  await lesson.goOn();
  await lesson.restore('environment', 'l2');
  await lesson.runAgain();
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
  await expect(lesson.verdict).toContainText(/You put back: library default(,| and) random seed\./);
  await expect(lesson.differs).not.toBeChecked();

  await lesson.goTo(3);
  await expect(lesson.status).toContainText('You have seen what this training gives');
  await lesson.differs.click(); // a new story
  await expect(lesson.differs).toBeChecked();
  await lesson.goTo(5);
  await expect(lesson.primary).toHaveAccessibleName('Find the cause');
});

test('what was put back can be had undone, and the mismatch stays in view meanwhile', async ({ lesson }) => {
  await lesson.open('?step=6&drifts=library-default,rows-reversed,more-epochs');
  await lesson.expectStep(6);
  await expect(lesson.driftedChips()).toHaveCount(3);
  await lesson.expectResults(3, ['Env v2 loaded, code and data changed', 'N/A', 'N/A']);
  await lesson.restore('data', 'edits of the rows');
  await expect(lesson.part('data')).toContainText('put back');
  await expect(lesson.driftedChips()).toHaveCount(2);
  await expect(lesson.primary).toHaveAttribute('aria-disabled', 'false');
  await lesson.button('Undo: edits of the rows').click();
  await expect(lesson.putBack('edits of the rows')).toBeVisible();
  await expect(lesson.driftedChips()).toHaveCount(3);
  await expect(lesson.primary).toHaveAttribute('aria-disabled', 'true');
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'mismatch');

  await lesson.restore('data', 'edits of the rows');
  await lesson.restore('code', 'epochs');
  await lesson.restore('environment', 'l2');
  await lesson.expectStep(6);
  await expect(lesson.driftedChips()).toHaveCount(0);
  await expect(lesson.differs).not.toBeChecked();
  await lesson.runAgain();
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
});

test('running again trains again, and is no memory of the first match', async ({ lesson, trainings }) => {
  await lesson.open();
  await lesson.walkTo(5);
  await lesson.button('Now break it').click();
  await lesson.goTo(6);
  await lesson.restore('environment', 'l2');
  const before = (await trainings.paces()).length;
  await lesson.runAgain();
  expect(await trainings.paces()).toHaveLength(before + 1);
});

test('back from an investigation that put something back leads to what is loaded now', async ({ lesson }) => {
  await lesson.open('?step=6&drifts=library-default');
  await lesson.expectStep(6);
  await lesson.restore('environment', 'l2');
  await lesson.previous.click();
  await lesson.expectStep(3);
  await lesson.expectResults(3, ['Env v1 loaded', 'N/A', 'N/A']);
});

const [TRUST, MISMATCH] = ['Trust established', 'Mismatch found'];

/** What each difference does by itself: what loads, what the re-run reaches, the verdict, and what is said of it. */
const OUTCOMES = [
  ['RNG algorithm', 'Env v2 loaded', '84%', 'mismatch', '13 of 100'],
  ['random seed', 'Env v2 loaded', '86%', 'mismatch', 'of 100'],
  ['float32', 'Env v2 loaded', '85%', 'equivalent', 'The weights agree in about their first'],
  ['gradients in four chunks', 'Env v2 loaded', '85%', 'equivalent', 'about their first 14 digits'],
  ['ddof', 'Env v2 loaded', '85%', 'equivalent', 'about their first 2 digits'],
  ['rows reversed', 'Env v1 loaded, data changed', '85%', 'same-score', '6 of 100'],
  ['code changed', 'Env v1 loaded, code changed', '89%', 'mismatch', '4 wrong answers became right']
] as const;

test('each difference by itself: what is loaded, what the re-run reaches, and the verdict', async ({
  lesson
}) => {
  await lesson.open();
  for (const [name, environment, accuracy, verdict, said] of OUTCOMES) {
    await test.step(`${name}: ${accuracy}, ${verdict}`, async () => {
      await lesson.choose(name);
      await lesson.goTo(5);
      const matches = verdict === 'equivalent';
      await lesson.expectResults(3, [environment, 'N/A', 'N/A']);
      await lesson.expectResults(4, [
        environment,
        `Accuracy ${accuracy}`,
        matches ? 'Matches previous' : 'Differs from previous'
      ]);
      await lesson.expectResults(5, [environment, `Accuracy ${accuracy}`, matches ? TRUST : MISMATCH]);
      await expect(lesson.verdict).toHaveAttribute('data-verdict', verdict);
      await expect(lesson.verdict).toContainText(said);
      await expect(lesson.driftedChips()).toHaveCount(1);
      await lesson.slider.fill('6');
      await lesson.expectStep(matches ? 5 : 6);
    });
  }
});

test('where bits differ and no answer does, nobody is called wrong, and a way shows where', async ({
  lesson
}) => {
  await lesson.open('?step=5&drifts=float32');
  await lesson.expectStep(5);
  await expect(lesson.narration).toContainText('every penguin is answered alike');
  await expect(lesson.verdict).toContainText('0 of 100');
  await expect(lesson.verdict).toContainText('For other penguins the answers may differ.');
  await expect(lesson.tally()).toHaveCount(0);
  await expect(lesson.verdict.getByRole('link', { name: 'See where the weights differ' })).toHaveAttribute(
    'href',
    '/lab/?drifts=float32&view=bits'
  );
  await expect(lesson.run('later').getByRole('img', { name: /of 32 bytes differ/ })).toBeVisible();
});

test('with code or data alone changed, the environment is not marked as differing', async ({ lesson }) => {
  for (const [name, chip] of [
    ['code changed', 'code'],
    ['rows reversed', 'data']
  ] as const) {
    await lesson.open();
    await lesson.choose(name);
    await lesson.goTo(3);
    await expect(lesson.driftedChips()).toHaveAttribute('data-chip', `later-${chip}`);
  }
});

test('what differs can be changed at any time, and leads back to the re-run', async ({ lesson }) => {
  await lesson.open('?step=5');
  await lesson.expectStep(5);
  await lesson.button('Now break it').click();
  await lesson.expectStep(3);
  await lesson.goTo(5);
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']);
  await lesson.choose('random seed');
  await lesson.expectStep(3);
  await lesson.goTo(5);
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 86%', 'Mismatch found']);
  await lesson.differs.click();
  await lesson.expectStep(3);
  await lesson.goTo(5);
  await lesson.expectResults(5, ['Env v1 loaded', 'Accuracy 85%', 'Trust established']);
});

test('with the switch on and nothing chosen, nothing differs, and switching on again offers a way on', async ({
  lesson
}) => {
  await lesson.open('?step=3&drifts=ddof');
  await lesson.expectStep(3);
  await lesson.choose();
  await expect(lesson.chooser).toContainText('nothing chosen');
  await lesson.differs.click();
  await expect(lesson.differs).not.toBeChecked();
  await expect(lesson.chooser).toContainText('nothing chosen');
  await lesson.differs.click();
  await expect(lesson.chooser).toContainText('library default');
  await lesson.choose();
  await lesson.goTo(5);
  await lesson.expectResults(5, ['Env v1 loaded', 'Accuracy 85%', 'Trust established']);
  await lesson.button('Now break it').click();
  await lesson.expectStep(3);
  await expect(lesson.differs).toBeChecked();
  await expect(lesson.chooser).toContainText('library default');
  await expect(lesson.driftedChips()).toHaveCount(1);
});

test('what differs later has no bearing on the first run', async ({ lesson }) => {
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await lesson.differs.click();
  await lesson.expectStep(2);
  await lesson.expectResults(1, ['Env v1 saved', 'Accuracy 85%', 'N/A']);
  await expect(lesson.run('then')).toContainText('85%');
});
