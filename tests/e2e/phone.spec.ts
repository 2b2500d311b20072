import { expectInView, expectLargeTargets, expectNoOverflow } from './support/layout';
import { scrollByThumb } from './support/thumb';
import { expect, test } from './support/test';

for (const viewport of [
  { width: 390, height: 844 },
  { width: 320, height: 640 }
]) {
  test.describe(`by touch at ${viewport.width} × ${viewport.height} @phone`, () => {
    test.use({ viewport });

    test('the match path, with the current node always in view', async ({ lesson }) => {
      await lesson.open();
      await lesson.currentNode().scrollIntoViewIfNeeded();
      for (const step of [1, 2, 3, 4, 5]) {
        await lesson.tapTo(step);
        await expectInView(lesson, lesson.currentNode(), `the node at step ${step}`);
        await expectNoOverflow(lesson, `step ${step}`);
      }
      await lesson.expectResults(5, ['Env v1 loaded', 'Accuracy 85%', 'Trust established']);
    });

    test('the mismatch path, with the current row always in view', async ({ lesson }) => {
      await lesson.open();
      await lesson.chooser.tap();
      await lesson.drift('random seed').tap();
      await lesson.button('Done').tap();
      await expect(lesson.differs, 'what is chosen differs').toBeChecked();
      await lesson.tapTo(1);
      await lesson.currentRow().evaluate((row) => row.scrollIntoView({ block: 'nearest' }));
      for (const step of [2, 3, 4, 5]) {
        await lesson.tapTo(step);
        await expectInView(lesson, lesson.currentRow(), `row ${step}`);
      }
      await lesson.tapTo(6);
      await expectInView(lesson, lesson.currentRow(), 'row 6');
      await lesson.restore('environment', 'seed');
      await lesson.runAgain();
      await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
      await expectNoOverflow(lesson, 'at the end');
    });
  });
}

test('the quiz and a node by touch @phone', async ({ lesson }) => {
  await lesson.open('?step=5');
  await lesson.expectStep(5);
  await lesson.quiz.getByRole('radio', { name: '85%' }).tap();
  await lesson.quiz.getByRole('button', { name: 'Check answer' }).first().tap();
  await expect(lesson.quiz).toContainText('Score: 1 of 3');
  await lesson.node('save').tap();
  await lesson.expectStep(2);
});

test('a penguin that is tapped tells about itself until something else is @phone', async ({
  lesson,
  page
}) => {
  await lesson.open('?step=1');
  await lesson.expectStep(1);
  // Where the penguins stand is known once the keyboard has been on the map.
  const penguin = lesson.map('then').getByRole('option').nth(3);
  await lesson.map('then').focus();
  const { x, y, width, height } = (await penguin.boundingBox())!;
  await lesson.map('then').blur();
  await expect(penguin).toHaveCount(0);
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await expect(lesson.runs.getByText(/^Penguin \d+: bill/)).toBeVisible({ timeout: 3_000 });
});

test('every target is large enough for a finger @phone', async ({ lesson }) => {
  await lesson.open('?step=6&drifts=library-default,random-seed');
  await lesson.expectStep(6);
  await lesson.expectAllLoaded();
  await expectLargeTargets(lesson, 'at a mismatch');
  await lesson.restore('environment', 'seed');
  for (const summary of await lesson.moments.locator('summary').all()) await summary.tap();
  await lesson.chooser.tap();
  await expect(lesson.drifts().first()).toBeVisible();
  await expectLargeTargets(lesson, 'with everything open');
});

test('a thumb that scrolls across a control changes nothing @phone', async ({ lesson, lab, page }) => {
  await lesson.open('?step=2');
  await lesson.expectStep(2);
  await lesson.expectAllLoaded();
  await scrollByThumb(page, lesson.map('then'));
  await scrollByThumb(page, lesson.slider);
  await scrollByThumb(page, page.locator('label', { has: lesson.differs }));
  await lesson.expectStep(2);
  await expect(lesson.differs).not.toBeChecked();
  await expect(lesson.runs.getByText(/^Penguin \d+: bill/)).toHaveCount(0);

  await lab.open();
  await lab.expectVerdict('Identical');
  await scrollByThumb(page, lab.tolerance);
  await expect(lab.tolerance).toHaveValue('0');
});
