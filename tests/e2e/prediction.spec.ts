import { expect, test } from './support/test';

test('a prediction can be changed, is recalled at the verdict, and is asked for once', async ({ lesson }) => {
  await lesson.open();
  await lesson.differs.click();
  await lesson.walkTo(2);
  await expect(lesson.question).toHaveCount(0);
  await lesson.goOn();
  const answer = (name: string) => lesson.question.getByRole('button', { name, exact: true });
  await answer('Mismatch').click();
  await expect(answer('Mismatch')).toHaveAttribute('aria-pressed', 'true');
  await answer('Match').click();
  await expect(answer('Match')).toHaveAttribute('aria-pressed', 'true');
  await expect(answer('Mismatch')).toHaveAttribute('aria-pressed', 'false');
  await lesson.goOn();
  await expect(answer('Match')).toHaveAttribute('aria-pressed', 'true');
  await lesson.goOn();
  await expect(lesson.verdict).toContainText('You predicted match. This is a surprise');

  await lesson.differs.click();
  await lesson.expectStep(3);
  await expect(lesson.question).toHaveCount(0);
  await lesson.goTo(5);
  await expect(lesson.verdict).not.toContainText('You predicted');
});

test('a prediction that comes true is said to', async ({ lesson }) => {
  await lesson.open('?step=4');
  await lesson.expectStep(4);
  await lesson.question.getByRole('button', { name: 'Match', exact: true }).click();
  await lesson.goOn();
  await expect(lesson.verdict).toContainText('You predicted match, and you were right.');
});

test('the question can be skipped, or walked past', async ({ lesson }) => {
  await lesson.open('?step=3');
  await lesson.expectStep(3);
  await lesson.question.getByRole('button', { name: 'Skip' }).click();
  await expect(lesson.question).toHaveCount(0);
  await lesson.goTo(5);
  await expect(lesson.verdict).not.toContainText('You predicted');

  await lesson.reset.click();
  await lesson.goTo(3);
  await expect(lesson.question).toBeVisible();
  await lesson.goTo(5);
  await expect(lesson.verdict).not.toContainText('You predicted');
  await lesson.goTo(3);
  await expect(lesson.question).toHaveCount(0);
});
