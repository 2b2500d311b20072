import { expect, test } from './support/test';

test('float noise stays in the last digits at learning rate 0.3, and takes over at 5', async ({
  lab,
  page
}) => {
  await lab.open('?view=bits');
  const values = lab.firstBit.getByRole('table');

  await test.step('at 0.3', async () => {
    await lab.example('Float noise at learning rate 0.3').click();
    await expect(lab.firstBit).toContainText('Epoch 1, batch 1 of 15, weight W1[1, body mass]');
    await expect(values).toHaveAccessibleName('The two values of weight W1[1, body mass]');
    await expect(values.getByRole('row').nth(1)).toHaveText(
      /First run.*0\.25226064608733334.*3fd02509d640d3cc.*3 of 64/
    );
    await expect(values.getByRole('row').nth(2)).toHaveText(
      /Re-run.*0\.2522606460873333.*3fd02509d640d3cb.*3 of 64/
    );
    await expect(values.locator('mark')).toHaveText(['4', 'c', 'b']);
    await expect(lab.growth).toContainText(
      'After epoch 100 the largest distance is 31 ULP and the median 3.'
    );
    await expect(lab.growth).toContainText('No prediction flips in any epoch.');
    await expect(lab.example('Float noise')).toHaveAccessibleDescription(/largest distance is 31 ULP/);
    await expect(lab.flips()).toHaveCount(0);
  });

  await test.step('at 5', async () => {
    await lab.example('The same at learning rate 5').click();
    await expect(lab.firstBit).toContainText('Epoch 1, batch 1 of 15, weight W1[0, bill length]');
    await expect(values.getByRole('row').nth(2)).toHaveText(/3fdb90ec7b5b3853.*1 of 64/);
    await expect(lab.growth).toContainText(
      'Predictions start to flip in epoch 17; they differ in 83 of 100 epochs.'
    );
    await expect(lab.growth).toContainText('This is more than noise');
    await expect(lab.growth.getByText('epoch 17: first flip')).toBeVisible();
    await expect(lab.accuracies()).toHaveText(['79%', '81%']);
    await expect(lab.flips(), '10 penguins on both maps').toHaveCount(20);
  });

  await test.step('the slider scrubs both maps and both accuracies', async () => {
    const map = (run: string) =>
      page.getByRole('listbox', { name: new RegExp(`^Decision map of the ${run} run`) });
    const border = (run: string) => map(run).locator('.border:not(.guest)').getAttribute('d');
    const atTheEnd = [await border('first'), await border('later')];
    await lab.epoch.focus();
    await page.keyboard.press('Home');
    await expect(lab.epoch).toHaveAttribute(
      'aria-valuetext',
      'Before training, not a bit differs, no prediction flips'
    );
    await expect(lab.epochMaps).toContainText('Before training');
    await expect(lab.flips()).toHaveCount(0);
    const [first, later] = await lab.accuracies().allTextContents();
    expect(first, 'untrained and equal').toBe(later);
    expect(await border('first')).not.toBe(atTheEnd[0]);
    expect(await border('first')).toBe(await border('later'));

    await page.keyboard.press('ArrowRight');
    await expect(lab.epochMaps).toContainText('Epoch 1 of 100');
    await lab.button('Go to the first flip, epoch 17').click();
    await expect(lab.epoch).toHaveValue('17');
    await expect(lab.epochMaps).toContainText('Epoch 17 of 100');
    await expect(lab.flips()).not.toHaveCount(0);
    await lab.epoch.focus();
    await page.keyboard.press('End');
    await expect(lab.accuracies()).toHaveText(['79%', '81%']);
    expect([await border('first'), await border('later')]).toEqual(atTheEnd);
  });

  await test.step('a table tells what the chart draws', async () => {
    await page.getByText('The same as a table').click();
    const table = page.getByRole('table', { name: 'Distance of the weights after each epoch' });
    await expect(table.locator('tbody').getByRole('row')).toHaveCount(101);
    await expect(table.getByRole('row').nth(1)).toHaveAccessibleName(/^0 0 0 0 (\d+%) → \1$/);
    await expect(table.getByRole('row').nth(17)).toHaveAccessibleName(/^16 .* 0 \d+% → \d+%$/);
    await expect(table.getByRole('row').nth(18)).toHaveAccessibleName(/^17 .* [1-9]\d* \d+% → \d+%$/);
    await expect(table.getByRole('row').nth(101)).toHaveAccessibleName(/^100 .* 10 79% → 81%$/);
  });

  await test.step('what was seen before is shown at once, and undo takes an example back', async () => {
    await lab.example('Float noise').click();
    await expect(lab.growth).toContainText('the largest distance is 31 ULP');
    await lab.undo.click();
    await lab.undo.click();
    await lab.undo.click();
    await expect(lab.firstBit).toContainText('Identical from the first to the last bit');
  });
});

test('an identical pair is told as such, and its maps can be scrubbed too', async ({ lab, page }) => {
  await lab.open('?view=bits');
  await expect(lab.firstBit).toContainText('Identical from the first to the last bit');
  await expect(lab.firstBit).toContainText('After every batch of 100 epochs all 33 weights were compared');
  await expect(lab.growth).toHaveCount(0);
  await expect(lab.accuracies()).toHaveText(['85%', '85%']);
  await lab.epoch.focus();
  await page.keyboard.press('Home');
  await expect(lab.epochMaps).toContainText('Before training');
});

test('runs that cannot be laid side by side are refused with the reason', async ({ lab, page }) => {
  await lab.open('?view=bits&drifts=hidden-units');
  const main = page.getByRole('main');
  await expect(main).toContainText('These two runs cannot be compared bit by bit.');
  await expect(main).toContainText('code.hiddenUnits is 8 in one and 2 in the other.');
  await expect(lab.firstBit).toHaveCount(0);
  await lab.reset.click();
  await expect(lab.firstBit).toContainText('Identical from the first to the last bit');
});

test('a comparison under way shows its progress, is cancelled, and taken up again', async ({
  lab,
  page,
  trainings
}) => {
  await lab.open('?view=bits');
  await expect(lab.firstBit).toContainText('Identical');
  await trainings.hold(1); // the re-run itself
  await lab.example('Float noise').click();
  const progress = page.getByRole('progressbar', { name: 'Progress of the comparison' });
  await expect(progress).toHaveAttribute('value', '100');
  await expect(page.getByText('Training both runs side by side: epoch 100 of 100')).toBeVisible();
  await lab.button('Cancel comparing').click();
  await expect(page.getByText('Comparing the bits was cancelled.')).toBeVisible();
  await expect(progress).toHaveCount(0);
  await trainings.letGo();
  await lab.button('Compare bit by bit').click();
  await expect(lab.firstBit).toContainText('weight W1[1, body mass]');
});
