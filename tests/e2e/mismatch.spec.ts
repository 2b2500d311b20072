import { expect, test } from './support/test';

test('a changed library default is seen, found, put back, and ends in trust', async ({ lesson }) => {
  await lesson.open();
  await lesson.differs.click();
  await expect(lesson.differs).toBeChecked();
  await expect(lesson.chooser).toContainText('library default');
  await lesson.walkTo(3);
  await lesson.expectResults(3, ['Env v2 loaded', 'N/A', 'N/A']);
  await expect(lesson.status).toHaveText('Step 3 · later: not everything loads as it was saved');
  await expect(lesson.driftedChips()).toHaveCount(1);
  await expect(lesson.driftedChips()).toContainText(/env\s*, changed since it was saved/);

  await lesson.goOn();
  await lesson.expectResults(4, ['Env v2 loaded', 'Accuracy 71%', 'Differs from previous']);
  await lesson.goOn();
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']);
  await expect(lesson.node('mismatch')).toHaveAttribute('aria-current', 'step');
  await expect(lesson.node('trust')).toHaveAttribute('data-state', 'skipped');
  await expect(lesson.status).toHaveText('Step 5 · the re-run reached 71%, not 85%: mismatch found');
  await expect(lesson.verdict).toContainText('28 of 100 penguins are classified differently');
  await expect(lesson.verdict).toContainText('library default: l2 went from 0 to 0.01');
  await expect(lesson.flips('later')).toHaveCount(28);
  await expect(lesson.run('later').getByRole('img', { name: /of 32 bytes differ/ })).toBeVisible();
  await expect(lesson.run('later')).toContainText('d30a8bb1…');

  await lesson.verdict.getByRole('button', { name: 'Find the cause' }).click();
  await lesson.expectStep(6);
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
  await expect(lesson.primary).toHaveAttribute('aria-disabled', 'true');

  const environment = lesson.part('environment');
  await expect(environment).toContainText('v1 → v2');
  await expect(environment.getByRole('term')).toHaveText('l2');
  await expect(environment.getByRole('definition')).toHaveText([/saved\s+− 0$/, /loaded\s+\+ 0\.01$/]);
  for (const part of ['code', 'data'] as const)
    await expect(lesson.part(part)).toContainText('no difference');

  await lesson.restore('library default');
  await lesson.expectStep(3);
  await lesson.expectResults(3, ['Env v1 loaded', 'N/A', 'N/A']);
  await expect(lesson.differs).not.toBeChecked();
  await expect(lesson.status).toHaveText('Step 3 · the cause is undone: run it again');
  await expect(environment).toContainText('restored');
  await expect(lesson.driftedChips()).toHaveCount(0);

  await lesson.runAgain();
  await lesson.expectStep(5);
  await lesson.expectResults(5, ['Env v1 loaded', 'Accuracy 85%', 'Trust established']);
  await expect(lesson.verdict).toContainText('Identical');
  await expect(lesson.flips('later')).toHaveCount(0);
  await expect(lesson.investigation).toContainText('Found and fixed');
  await expect(lesson.node('trust')).toHaveAttribute('aria-current', 'step');
});

test('with two differences and one put back, the re-run still differs and says what is left', async ({
  lesson
}) => {
  await lesson.open();
  await lesson.choose('library default', 'random seed');
  await lesson.differs.click();
  await expect(lesson.chooser).toContainText('library default + 1');
  await lesson.walkTo(6);
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 72%', 'Mismatch found']);
  await expect(lesson.part('environment').getByRole('term')).toHaveText(['l2', 'seed']);

  await lesson.restore('random seed');
  await lesson.expectStep(3);
  await expect(lesson.investigation).toContainText('1 difference is left');
  await lesson.expectResults(3, ['Env v2 loaded', 'N/A', 'N/A']);
  await lesson.runAgain();
  await lesson.expectStep(5);
  await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']);
  await expect(lesson.investigation).toContainText('still differs: library default');
  await lesson.goOn();
  await expect(lesson.investigation).toContainText('still differs: library default');

  await lesson.restore('library default');
  await lesson.runAgain();
  await lesson.expectStep(5);
  await expect(lesson.verdict).toContainText('Identical');
  await expect(lesson.investigation).toContainText('Found and fixed');
  await expect(lesson.differs).not.toBeChecked();

  await lesson.goTo(3);
  await expect(lesson.investigation).toContainText('known to match');
  await expect(lesson.status).toContainText('known to match');
  await lesson.differs.click(); // a new story
  await expect(lesson.differs).toBeChecked();
  await expect(lesson.investigation).toHaveCount(0);
  await expect(lesson.status).toHaveText('Step 3 · later: not everything loads as it was saved');
});

test('a restoring can be undone, and everything restored at once', async ({ lesson }) => {
  await lesson.open('?step=6&drifts=library-default,rows-reversed,more-epochs');
  await lesson.expectStep(6);
  await expect(lesson.driftedChips()).toHaveCount(3);
  await lesson.expectResults(3, ['Env v2 loaded, code and data changed', 'N/A', 'N/A']);
  await lesson.restore('rows reversed');
  await expect(lesson.part('data')).toContainText('restored');
  await expect(lesson.driftedChips()).toHaveCount(2);
  await lesson.button('Undo restoring rows reversed').click();
  await expect(lesson.button('Restore rows reversed')).toBeVisible();
  await expect(lesson.driftedChips()).toHaveCount(3);

  await lesson.button('Restore all').click();
  await lesson.expectStep(3);
  await expect(lesson.button('Restore all')).toHaveCount(0);
  await expect(lesson.driftedChips()).toHaveCount(0);
  await expect(lesson.differs).not.toBeChecked();
  await lesson.runAgain();
  await lesson.expectStep(5);
  await expect(lesson.verdict).toContainText('Identical');
});

const [TRUST, MISMATCH] = ['Trust established', 'Mismatch found'];

/** What each difference does by itself: what loads, what the re-run reaches, and what is said of both. */
const OUTCOMES = [
  ['RNG algorithm', 'Env v2 loaded', '84%', MISMATCH, '13 of 100 penguins are classified differently'],
  ['random seed', 'Env v2 loaded', '86%', MISMATCH, 'seed went from 1 to 2026'],
  ['float32', 'Env v2 loaded', '85%', TRUST, 'Every prediction is the same, but the bits are not'],
  ['gradients in four chunks', 'Env v2 loaded', '85%', TRUST, 'agree in about the first 14 digits'],
  ['ddof', 'Env v2 loaded', '85%', TRUST, 'agree in about the first 2 digits'],
  [
    'rows reversed',
    'Env v1 loaded, data changed',
    '85%',
    MISMATCH,
    'equal accuracy can hide different answers'
  ],
  ['code changed', 'Env v1 loaded, code changed', '89%', MISMATCH, 'epochs went from 100 to 101']
] as const;

for (const [name, environment, accuracy, outcome, said] of OUTCOMES) {
  test(`${name}: ${accuracy}, ${outcome}`, async ({ lesson }) => {
    await lesson.open();
    await lesson.choose(name);
    await lesson.differs.click();
    await lesson.goTo(5);
    const matches = outcome === TRUST ? 'Matches previous' : 'Differs from previous';
    await lesson.expectResults(3, [environment, 'N/A', 'N/A']);
    await lesson.expectResults(4, [environment, `Accuracy ${accuracy}`, matches]);
    await lesson.expectResults(5, [environment, `Accuracy ${accuracy}`, outcome]);
    await expect(lesson.verdict).toContainText(said);
    await expect(lesson.verdict).toHaveAttribute('data-verdict', outcome === TRUST ? 'match' : 'differs');
    await expect(lesson.driftedChips()).toHaveCount(1);
    await lesson.slider.fill('6');
    await lesson.expectStep(outcome === TRUST ? 5 : 6);
  });
}

test('what differs can be changed at any time, and leads back to the re-run', async ({ lesson }) => {
  await lesson.open('?step=5');
  await lesson.expectStep(5);
  await lesson.verdict.getByRole('button', { name: 'Now let something differ' }).click();
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

test('with the switch on and nothing chosen, a way on is offered, and switching off leaves the choice', async ({
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
  await lesson.verdict.getByRole('button', { name: 'Now let something differ' }).click();
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
  await expect(lesson.driftedChips()).toHaveCount(0);
});
