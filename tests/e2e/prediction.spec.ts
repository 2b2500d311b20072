import { expect, test } from './support/test';

test('it is asked when the case is open, can be changed, and is recalled with the verdict', async ({
  lesson
}) => {
  await lesson.open();
  await lesson.differs.click();
  await lesson.walkTo(2);
  await expect(lesson.question).toHaveCount(0);
  await lesson.goOn();
  await expect(lesson.question).toHaveAccessibleDescription(/all 100 penguins get the same answer/);
  await lesson.answer('Mismatch').click();
  await expect(lesson.answer('Mismatch')).toHaveAttribute('aria-pressed', 'true');
  await lesson.answer('Match').click();
  await expect(lesson.answer('Match')).toHaveAttribute('aria-pressed', 'true');
  await expect(lesson.answer('Mismatch')).toHaveAttribute('aria-pressed', 'false');
  await lesson.goOn();
  await expect(lesson.question).toHaveCount(0);
  await lesson.goOn();
  await expect(lesson.verdict).toContainText('You predicted a match. A surprise, then');
});

test('it is asked anew for each difference, and not again about a result that is known', async ({
  lesson
}) => {
  await lesson.open('?step=3');
  await lesson.expectStep(3);
  await lesson.answer('Match').click();
  await lesson.goTo(5);
  await expect(lesson.verdict).toContainText('You predicted a match.');
  await expect(lesson.verdict).not.toContainText('A surprise');

  await lesson.button('Now break it').click();
  await lesson.expectStep(3);
  await expect(lesson.answer('Match')).toHaveAttribute('aria-pressed', 'false');
  await lesson.answer('Mismatch').click();
  await lesson.goTo(5);
  await expect(lesson.verdict).toContainText('You predicted a mismatch.');

  await lesson.choose('float32');
  await lesson.expectStep(3);
  await expect(lesson.answer('Mismatch')).toHaveAttribute('aria-pressed', 'false');
  await lesson.goTo(5);
  await lesson.goTo(3);
  await expect(lesson.question).toHaveCount(0);
  await expect(lesson.runs).toContainText('This training was seen before.');
});

test('it can be skipped, or walked past', async ({ lesson }) => {
  await lesson.open('?step=3');
  await lesson.expectStep(3);
  await lesson.answer('Skip').click();
  await expect(lesson.question).toHaveCount(0);
  await lesson.goTo(5);
  await expect(lesson.verdict).not.toContainText('You predicted');

  await lesson.reset.click();
  await lesson.goTo(3);
  await expect(lesson.question).toBeVisible();
  await lesson.goOn();
  await expect(lesson.ledger).not.toContainText('Matches previous');
  await expect(lesson.narration).toContainText('But is it the same model?');
  await lesson.goOn();
  await expect(lesson.verdict).not.toContainText('You predicted');
  await lesson.goTo(3);
  await expect(lesson.question).toHaveCount(0);
});

test('nothing that answers it is shown while it is asked, also after a training was seen', async ({
  lesson
}) => {
  await lesson.open('?step=5');
  await lesson.expectStep(5);
  await lesson.button('Now break it').click();
  await lesson.expectStep(3);
  await expect(lesson.question).toBeVisible();
  await expect(lesson.run('later')).not.toContainText('%');
  await expect(lesson.run('later').getByRole('img')).toHaveCount(0);
  await expect(lesson.flips('then')).toHaveCount(0);
  await expect(lesson.verdict).toHaveCount(0);
  await lesson.expectResults(3, ['Env v2 loaded', 'N/A', 'N/A']);
});
