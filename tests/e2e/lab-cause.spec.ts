import { expect, test } from './support/test';

/** What two machines differ in that does no harm, as the search calls it. */
const HARMLESS = ['comment', 'environment', 'library version', 'host name', 'time zone', 'user'];

test('the ready examples end with the right causes, and with the harmless rest', async ({ lab }) => {
  await lab.open('?view=cause');
  const harmless = lab.result.getByRole('list').last().getByRole('listitem');

  await test.step('one cause', async () => {
    await lab.example('One cause').click();
    await lab.find().click();
    await lab.expectCauses('code.l2');
    await expect(lab.result.getByRole('article')).toContainText('breaks by itself');
    await expect(lab.result.getByRole('article')).toContainText('From the drift “library default”. Lock it.');
    await expect(lab.result).toContainText('Put back l2, and what is left does no harm.');
    await expect(harmless).toHaveText(HARMLESS);
    await expect(lab.result).toContainText('Found with 5 real retrainings. There are 128 ways');
    await expect(lab.probes.locator('tbody').getByRole('row')).toHaveCount(5);
    await expect(lab.probes.getByRole('row').nth(2)).toHaveAccessibleName(
      /All put back.*85%.*570cce69.*repaired/
    );
  });

  await test.step('several', async () => {
    await lab.example('Several causes').click();
    await expect(lab.result).toContainText('This result belongs to an earlier setup or measure.');
    await lab.find().click();
    await lab.expectCauses('code.epochs', 'code.l2', 'data.edits:rows-reversed');
    await expect(lab.result.getByRole('article').getByText('breaks by itself')).toHaveCount(3);
    await expect(lab.result).toContainText('Put back epochs, l2, and rows reversed');
    await expect(harmless).toHaveText(HARMLESS);
  });

  await test.step('a pair', async () => {
    await lab.example('Two that matter only together').click();
    await lab.find().click();
    await lab.expectCauses('code.batchSize,code.learningRate');
    await expect(lab.result.getByRole('article')).toContainText('only together');
    await expect(lab.result.getByRole('article')).toContainText(
      'Neither of the two breaks the re-run by itself.'
    );
    await expect(lab.result).toContainText('Put back batch size, and what is left does no harm.');
    await expect(harmless).toHaveText(HARMLESS);
  });
});

test('what counts as broken decides what is found, and is in the address', async ({ lab }) => {
  await lab.open('?view=cause&drifts=test-labels-corrected,ddof');
  await expect(lab.search).toContainText('By this measure nothing is broken');
  await expect(lab.search).toContainText('By another measure something is:');
  await expect(lab.find(), 'it is said before anything is trained for it').toHaveCount(0);

  await lab.criterion('The score differs').check();
  await lab.expectSearch('?view=cause&drifts=test-labels-corrected,ddof&broken=score');
  await lab.find().click();
  await lab.expectCauses('data.edits:test-labels-corrected');
  await expect(lab.result).toContainText('Counted as broken: “The score differs”.');

  await lab.criterion('Any bit differs').check();
  await expect(lab.result).toContainText('This result belongs to an earlier setup or measure.');
  await lab.find().click();
  await lab.expectCauses('environment.ddof');

  await lab.criterion('The score differs').check();
  await lab.search.getByRole('textbox', { name: 'by more than' }).fill('5');
  await lab.search.getByRole('textbox', { name: 'by more than' }).press('Enter');
  await expect(lab.search).toContainText('By this measure nothing is broken');
  await expect(lab.find()).toHaveCount(0);
});

test('where nothing differs, or nothing of it matters, that is said instead', async ({ lab }) => {
  await lab.open('?view=cause');
  await expect(lab.search).toContainText('Nothing differs, so there is no cause to find.');
  await expect(lab.find()).toHaveCount(0);
  await expect(lab.example('One cause')).toBeVisible();
  await lab.allDrifts();
  await lab.drift('host name').check();
  await expect(lab.search).toContainText('No other measure finds anything broken either.');
  await expect(lab.find()).toHaveCount(0);
  await expect(lab.probes).toHaveCount(0);
});

test('putting the causes back makes the runs match, and can be undone', async ({ lab }) => {
  await lab.open('?view=cause&drifts=library-default,host-name');
  await lab.find().click();
  await lab.expectCauses('code.l2');
  await lab.result.getByRole('button', { name: 'Put these back' }).click();
  await expect(lab.result).toContainText('Put back: l2.');
  await expect(lab.drift('library default')).not.toBeChecked();
  await expect(lab.difference('host name')).toBeVisible();
  await lab.result.getByRole('link', { name: 'Compare the runs' }).click();
  await lab.expectVerdict('Identical: 85% then, 85% later');

  await lab.show('cause');
  await lab.result.getByRole('button', { name: 'Undo putting back' }).click();
  await expect(lab.difference('l2')).toBeVisible();
  await lab.expectCauses('code.l2');
  await lab.result.getByRole('button', { name: 'Put these back' }).click();
  await expect(lab.difference('l2')).toHaveCount(0);
  await lab.undo.click();
  await expect(lab.difference('l2')).toBeVisible();
  await lab.show('compare');
  await lab.expectVerdict('Mismatch: 85% then, 71% later');
});

for (const motion of ['reduce', 'no-preference'] as const) {
  test.describe(`a search under way, motion: ${motion}`, () => {
    test.use({ motion });

    test('shows its progress, is cancelled, and goes on where it stopped', async ({
      lab,
      page,
      trainings
    }) => {
      await lab.open('?view=cause&drifts=library-default,rows-reversed,host-name,user');
      await expect(lab.find()).toBeVisible();
      await trainings.hold(3);
      await lab.find().click();
      const progress = page.getByRole('progressbar', { name: 'Progress of the search' });
      await expect(lab.search).toContainText(/Probe 4\. At most \d+ probes left, this one included\./);
      await expect(progress).toHaveAttribute('value', '3');
      await expect(lab.probes.getByRole('row').last()).toHaveAccessibleName(/^4 .*training …$/);
      await expect(lab.result).toHaveCount(0);

      await lab.button('Cancel the search').focus();
      await page.keyboard.press('Enter');
      await expect(lab.search).toContainText('Cancelled after 3 probes.');
      await expect(progress).toHaveCount(0);
      await expect(lab.probes.locator('tbody').getByRole('row')).toHaveCount(3);
      const goOn = lab.search.getByRole('button', { name: 'Go on' });
      await expect(goOn, 'the focus has not gone with the button').toBeFocused();
      await expect(lab.search.getByRole('button', { name: 'Start over' })).toBeVisible();
      await trainings.letGo();
      await page.keyboard.press('Enter');
      await lab.expectCauses('code.l2', 'data.edits:rows-reversed');
      const probes = await lab.probes.locator('tbody').getByRole('row').count();
      await expect(lab.result).toContainText(`Found with ${probes} real retrainings.`);
      await lab.search.getByRole('button', { name: 'Search again' }).click();
      await lab.expectCauses('code.l2', 'data.edits:rows-reversed');
      await expect(lab.probes.locator('tbody').getByRole('row')).toHaveCount(probes);
    });
  });
}

test('a search goes on while another part is looked at, and ends when the setup changes', async ({
  lab,
  page,
  trainings
}) => {
  await lab.open('?view=cause&drifts=library-default,host-name');
  await expect(lab.find()).toBeVisible();
  await trainings.hold(1);
  await lab.find().click();
  await expect(lab.search).toContainText('Probe 2.');
  await lab.show('leak');
  await trainings.letGo();
  await lab.show('cause');
  await lab.expectCauses('code.l2');

  await trainings.hold(1);
  await lab.search.getByRole('button', { name: 'Search again' }).click();
  await expect(lab.search).toContainText('Probe 2.');
  await lab.allDrifts();
  await lab.drift('user').check();
  await expect(page.getByRole('progressbar', { name: 'Progress of the search' })).toHaveCount(0);
  await expect(lab.result).toHaveCount(0);
  await trainings.letGo();
  await lab.find().click();
  await lab.expectCauses('code.l2');
});
