import { expect, test } from './support/test';

test('a changed library default is seen, found, undone, and ends in trust', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.differs.click();
  await expect(lesson.differs).toBeChecked();
  await lesson.walkTo(3);
  await expect(lesson.cell(3, 'environment')).toHaveText('Env v2 loaded');
  await expect(page.locator('[data-chip="later-environment"]')).toHaveAttribute('data-differs', 'true');
  await expect(page.locator('[data-chip="later-code"]')).toHaveAttribute('data-differs', 'false');

  await page
    .getByRole('group', { name: /match or mismatch/ })
    .getByRole('button', { name: 'Match', exact: true })
    .click();
  await lesson.walkTo(4);
  await expect(lesson.cell(4, 'output')).toHaveText('Accuracy 71%');
  await expect(lesson.cell(4, 'comparison')).toHaveText('Differs from previous');

  await lesson.walkTo(5);
  await expect(lesson.cell(5, 'comparison')).toHaveText('Mismatch found');
  await expect(lesson.node('mismatch')).toHaveAttribute('aria-current', 'step');
  await expect(lesson.verdict('differs')).toContainText('28 of 100 penguins are classified differently');
  await expect(lesson.verdict('differs')).toContainText('l2 went from 0 to 0.01');
  await expect(lesson.verdict('differs')).toContainText('You predicted match');
  await expect(lesson.rings()).toHaveCount(28);

  await lesson.verdict('differs').getByRole('button', { name: 'Find the cause' }).click();
  await lesson.expectAt(6);
  await expect(lesson.row(6)).toContainText('Investigate cause');
  await expect(lesson.row(6)).toContainText('85% → 71%');
  expect(await lesson.trackerRow('Model accuracy')).toEqual(['N/A', '85%', 'N/A', '71%', '71%']);
  const environment = lesson.investigation.locator('[data-part="environment"]');
  await expect(environment).toContainText('v1 → v2');
  await expect(environment).toContainText('0.01');
  await expect(lesson.investigation.locator('[data-part="data"]')).toContainText('no difference');

  await lesson.investigation.getByRole('button', { name: 'Restore library default', exact: true }).click();
  await lesson.expectAt(3);
  await expect(lesson.differs).not.toBeChecked();
  await expect(page.locator('[data-edge="loop"].done')).not.toHaveCount(0);
  await expect(lesson.investigation).toContainText('restored');
  await lesson.investigation.getByRole('button', { name: 'Run the training again' }).click();
  await lesson.expectAt(5);
  await expect(lesson.cell(5, 'comparison')).toHaveText('Trust established');
  await expect(lesson.investigation).toContainText('Found and fixed');
  await expect(lesson.verdict('match')).not.toContainText('You predicted');
});

test('when two things differ and one is restored, the re-run still mismatches and says so', async ({
  lesson
}) => {
  await lesson.open('?step=6&drifts=library-default,random-seed');
  await lesson.expectAt(6);
  await lesson.investigation.getByRole('button', { name: 'Restore random seed', exact: true }).click();
  await lesson.expectAt(3);
  await lesson.investigation.getByRole('button', { name: 'Run the training again' }).click();
  await lesson.expectAt(5);
  await expect(lesson.verdict('differs')).toContainText('28 of 100');
  await lesson.walkTo(6);
  await expect(lesson.investigation).toContainText('still differs: library default');
  await lesson.investigation.getByRole('button', { name: 'Undo restoring random seed' }).click();
  await expect(lesson.investigation.getByRole('button', { name: /^Restore / })).toHaveCount(3);
  await lesson.investigation.getByRole('button', { name: 'Restore all' }).click();
  await lesson.investigation.getByRole('button', { name: 'Run the training again' }).click();
  await lesson.expectAt(5);
  await expect(lesson.verdict('match')).toContainText('Identical');
  await expect(lesson.investigation).toContainText('Found and fixed');
});

const OUTCOMES = [
  ['code changed', 'Env v1 loaded, code changed', 'Accuracy 89%', 'Mismatch found', '4 of 100 penguins'],
  [
    'rows reversed',
    'Env v1 loaded, data changed',
    'Accuracy 85%',
    'Mismatch found',
    'equal accuracy can hide'
  ],
  ['float32', 'Env v2 loaded', 'Accuracy 85%', 'Trust established', 'the bits are not'],
  ['gradients in four chunks', 'Env v2 loaded', 'Accuracy 85%', 'Trust established', 'the bits are not'],
  ['ddof', 'Env v2 loaded', 'Accuracy 85%', 'Trust established', 'the bits are not'],
  ['RNG algorithm', 'Env v2 loaded', 'Accuracy 84%', 'Mismatch found', '13 of 100 penguins']
] as const;

for (const [name, environment, output, comparison, verdict] of OUTCOMES) {
  test(`${name}: ${output}, ${comparison}`, async ({ lesson }) => {
    await lesson.open();
    await lesson.choose(name);
    await lesson.differs.click();
    await lesson.walkTo(5);
    await expect(lesson.cell(4, 'environment')).toHaveText(environment);
    await expect(lesson.cell(5, 'output')).toHaveText(output);
    await expect(lesson.cell(5, 'comparison')).toHaveText(comparison);
    await expect(lesson.runs).toContainText(verdict);
  });
}

test('the question can be skipped, and is asked once', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.walkTo(4);
  const question = page.getByRole('group', { name: /match or mismatch/ });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Skip' }).click();
  await expect(question).toHaveCount(0);
  await lesson.walkTo(5);
  await expect(lesson.verdict('match')).not.toContainText('You predicted');
  await lesson.differs.click();
  await lesson.expectAt(3);
  await expect(question).toHaveCount(0);
});

test('what differs can be changed at any time, and leads back to the re-run', async ({ lesson }) => {
  await lesson.open('?step=5');
  await lesson.expectAt(5);
  await lesson.differs.click();
  await lesson.expectAt(3);
  await expect(lesson.cell(4, 'output')).toHaveCount(0);
  await lesson.walkTo(5);
  await expect(lesson.cell(5, 'output')).toHaveText('Accuracy 71%');
  await lesson.differs.click();
  await lesson.walkTo(5);
  await expect(lesson.cell(5, 'comparison')).toHaveText('Trust established');
});
