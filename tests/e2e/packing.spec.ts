import { expect, test } from './support/test';

/** What is left out of the case, and what stands in its place months later. */
const LEFT_OUT = [
  ['Environment', 'environment', 'library default', 'Env v2 loaded'],
  ['Data', 'data', 'rows reversed', 'Env v1 loaded, data changed'],
  ['Code', 'code', 'code changed', 'Env v1 loaded, code changed']
] as const;

for (const [name, part, drift, loaded] of LEFT_OUT) {
  test(`${name} left out of the case differs later`, async ({ lesson, page }) => {
    await lesson.open('?step=2');
    await lesson.expectStep(2);
    for (const each of ['Code', 'Data', 'Environment'] as const)
      await expect(lesson.pack(each)).toBeChecked();
    await lesson.pack(name).uncheck();
    await lesson.expectStep(2);
    await expect(lesson.differs).toBeChecked();
    await expect(lesson.chooser).toContainText(drift);
    await expect(lesson.narration).toContainText('leave out is not saved');
    const left = page.locator(`[data-chip="then-${part}"]`);
    await expect(left).toHaveAttribute('data-state', 'leftOut');
    await expect(left).toContainText('left out');

    await lesson.goOn();
    await expect(lesson.driftedChips()).toHaveAttribute('data-chip', `later-${part}`);
    await lesson.expectResults(3, [loaded, 'N/A', 'N/A']);
    await lesson.goTo(5);
    await expect(lesson.verdict).toHaveAttribute('data-verdict', part === 'data' ? 'same-score' : 'mismatch');
  });
}

test('what is packed after all is as it was, and leads to a match', async ({ lesson }) => {
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await lesson.pack('Environment').uncheck();
  await lesson.pack('Data').uncheck();
  await expect(lesson.chooser).toContainText('library default + 1');
  await lesson.pack('Data').check();
  await expect(lesson.chooser).toContainText('library default');
  await lesson.pack('Environment').check();
  await expect(lesson.differs).not.toBeChecked();
  await lesson.goTo(5);
  await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
});

test('the switch is the same seen from outside', async ({ lesson }) => {
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await lesson.differs.click();
  await expect(lesson.pack('Environment')).not.toBeChecked();
  await lesson.differs.click();
  await expect(lesson.pack('Environment')).toBeChecked();
  await lesson.choose('rows reversed', 'random seed');
  await expect(lesson.pack('Data')).not.toBeChecked();
  await expect(lesson.pack('Environment')).not.toBeChecked();
  await expect(lesson.pack('Code')).toBeChecked();
  await lesson.pack('Environment').check();
  await expect(lesson.chooser).toContainText('rows reversed');
});
