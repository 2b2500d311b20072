import { expect, test } from './support/test';

test('the leak reproduces bit for bit, fresh exams expose it, and both can be cancelled', async ({
  lab,
  trainings
}) => {
  await lab.open('?view=leak');
  await expect(lab.news).toHaveText('The re-run is identical.'); // so nothing else is under way
  const reproduce = lab.region('1. The leak reproduces');
  const fresh = lab.region('2. Fresh exams expose it');
  const conclusion = lab.region('3. Necessary, not sufficient');
  await expect(fresh).toContainText('First train both recipes above');
  await expect(conclusion).toContainText('Reproducible is necessary, not sufficient.');

  await test.step('the first exam', async () => {
    await trainings.hold(1);
    await lab.button('Train both recipes').click();
    await expect(reproduce).toContainText('1 of 3 runs trained');
    await expect(reproduce.getByRole('progressbar', { name: 'Progress of the training' })).toHaveAttribute(
      'value',
      '1'
    );
    await lab.button('Cancel training').click();
    await expect(reproduce).toContainText('Cancelled before it was done.');
    await expect(reproduce.getByRole('progressbar')).toHaveCount(0);
    await trainings.letGo();
    await lab.button('Train them again').click();

    const table = reproduce.getByRole('table', { name: 'Three runs on the first exam' });
    await expect(table.getByRole('row')).toHaveCount(4);
    const [leak, again, honest] = (await table.locator('tbody').getByRole('row').all()).map((row) =>
      row.getByRole('cell')
    );
    for (const cells of [leak!, again!]) {
      await expect(cells).toHaveText([/46 of 100$/, /90%$/, /45260916…8a61b$/]);
    }
    await expect(honest!).toHaveText([/100 of 100$/, /85%$/, /570cce69…98d40$/]);
    const digests = await table
      .locator('code')
      .evaluateAll((all) => all.map((digest) => digest.getAttribute('title')));
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[1]).toBe(digests[0]);
    await expect(reproduce).toContainText('identical, down to the last bit');
  });

  await test.step('fresh exams', async () => {
    await trainings.hold(7);
    await lab.button('Draw fresh exams').click();
    await expect(fresh).toContainText('7 of 60 runs trained');
    await expect(fresh.getByRole('progressbar', { name: 'Progress of the fresh exams' })).toHaveAttribute(
      'value',
      '7'
    );
    await lab.button('Cancel fresh exams').click();
    await expect(fresh).toContainText('Cancelled before it was done.');
    await trainings.letGo();
    await lab.button('Draw them again').click();

    const summary = fresh.getByRole('table', { name: 'Claimed on the first exam, found on fresh ones' });
    const row = (name: string) => summary.getByRole('row', { name }).getByRole('cell');
    await expect(row('The leak’s choice: epoch 46')).toHaveText([
      /90%$/,
      /81\.5%$/,
      /74% to 88%$/,
      /0 of 20$/
    ]);
    await expect(row('The honest recipe: last epoch')).toHaveText([
      /85%$/,
      /83\.5%$/,
      /78% to 88%$/,
      /6 of 20$/
    ]);
    await expect(fresh.getByRole('img')).toHaveCount(3);
    await fresh.getByText('Every fresh exam in numbers').click();
    const exams = fresh.getByRole('table', { name: 'Test accuracy on each fresh exam' });
    await expect(exams.locator('tbody').getByRole('row')).toHaveCount(20);
  });

  await expect(conclusion).toContainText(
    'The leak claimed 90%, bit for bit. On 20 fresh exams its choice has a median of 81.5% and never reaches that.'
  );
  await lab.button('Set this up in the Lab').click();
  await expect(lab.drift('best epoch on the test set')).toBeChecked();
  await lab.expectVerdict('85% then, 90% later');
  await lab.show('leak');
  await expect(fresh, 'results stay').toContainText('Done. The results are below.');
  await lab.button('Train them again').click();
  await expect(reproduce).toContainText('Done.');
  await expect(fresh.getByRole('table'), 'what was said of an earlier choice is forgotten').toHaveCount(0);
});
