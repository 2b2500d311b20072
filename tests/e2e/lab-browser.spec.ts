import { expect, test } from './support/test';

test('the test of this browser tells bit by bit what its own math changes, and sets it up', async ({
  lab,
  page
}) => {
  await lab.open('?view=browser');
  await expect(page.getByRole('table', { name: 'What other engines gave' }).getByRole('row')).toHaveCount(8);
  await lab.button('Test this browser').click();
  await expect(page.getByText('Done. The results are below.')).toBeVisible();

  // How many differ is this browser's own affair; that the table adds up is not.
  for (const name of ['exp', 'tanh']) {
    const table = page.getByRole('table', { name: `${name}: portable and this browser’s own` });
    await expect(table.getByRole('row', { name: 'Inputs tried 1,000,000' })).toBeVisible();
    const row = await table
      .getByRole('row', { name: /^Results that differ/ })
      .getByRole('cell')
      .textContent();
    await expect(table).toContainText(
      row === '0'
        ? 'All 1,000,000 results are equal, to the last bit.'
        : `${row} of 1,000,000 results differ.`
    );
    await expect(table.getByRole('row', { name: /^Worst input/ })).toHaveCount(row === '0' ? 0 : 1);
  }

  for (const [rate, portable, accuracy] of [
    ['5', '7006ef87…942b3', '79%'],
    ['0.3', '570cce69…98d40', '85%']
  ] as const) {
    await test.step(`learning rate ${rate}`, async () => {
      const runs = page.getByRole('table', { name: `Learning rate ${rate}`, exact: true });
      await expect(
        runs
          .getByRole('row', { name: /^Accuracy/ })
          .getByRole('cell')
          .first()
      ).toHaveText(accuracy);
      const digests = runs.getByRole('row', { name: /^Digest/ }).locator('code');
      await expect(digests.first()).toHaveText(portable);
      const own = (await digests.last().textContent())!;
      await lab.button(`Set this up in the Lab: platform math at learning rate ${rate}`).click();
      await expect(lab.part('compare')).toHaveAttribute('aria-current', 'page');
      await expect(lab.drift('platform math')).toBeChecked();
      await lab.expectVerdict(portable);
      await lab.expectVerdict(own);
      await lab.show('browser');
      await expect(page.getByText('Done. The results are below.'), 'results stay').toBeVisible();
    });
  }
});

test('a test under way shows its progress, is cancelled, and begun again', async ({
  lab,
  page,
  trainings
}) => {
  await lab.open('?view=browser&drifts=host-name');
  await expect(lab.news).toHaveText('The re-run is identical.'); // so nothing else is under way
  await trainings.hold();
  await lab.button('Test this browser').click();
  const progress = page.getByRole('progressbar', { name: 'Progress of the test' });
  await expect(page.getByText('All 2,000,000 inputs tried, now training with both')).toBeVisible();
  await expect(progress).toHaveAttribute('value', (await progress.getAttribute('max'))!);
  await lab.button('Cancel test').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cancelled before it was done.')).toBeVisible();
  await expect(progress).toHaveCount(0);
  const again = lab.button('Test again');
  await expect(again, 'the focus has not gone with the button').toBeFocused();
  await trainings.letGo();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Done. The results are below.')).toBeVisible();
});
