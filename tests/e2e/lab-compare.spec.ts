import { expect, test } from './support/test';

/** One pair for each rung, and two whose scores were not measured with the same yardstick. */
const PAIRS = [
  {
    drift: 'float32',
    rung: 'Equivalent',
    says: ['Equivalent: 85% then, 85% later, and every answer is the same', '0 of 100 penguins'],
    scores: 'Counts as a match: the scores are equal.',
    hides: ['bits differ in all 32 bytes of the fingerprint'],
    map: 'Nowhere on this map would the two models answer differently.',
    flipped: 0,
    news: 'The bits differ, every prediction is the same.'
  },
  {
    drift: 'rows reversed',
    rung: 'Same score',
    says: ['Same score: 85% then, 85% later, but not the same answers', '6 of 100 penguins'],
    scores: 'Counts as a match: the scores are equal.',
    hides: ['6 of 100 penguins are classified differently', 'bits differ in all 32 bytes of the fingerprint'],
    map: 'The two models would answer differently on 2% of this map.',
    flipped: 6,
    news: 'Same score, but 6 predictions differ.'
  },
  {
    drift: 'library default',
    rung: 'Mismatch',
    says: ['Mismatch: 85% then, 71% later', 'All 32 bytes of the fingerprint differ.'],
    scores: 'No match: the scores are 14 points apart.',
    hides: [
      '28 of 100 penguins are classified differently',
      'bits differ in all 32 bytes of the fingerprint'
    ],
    map: 'The two models would answer differently on 14% of this map.',
    flipped: 28,
    news: 'Mismatch: 85% and 71%, 28 predictions differ.'
  },
  {
    drift: 'five test labels corrected',
    rung: 'Identical',
    says: ['Identical model, other exam: 85% then, 90% later', 'the yardstick changed, not the model'],
    scores: 'No match: the scores are 5 points apart.',
    hides: ['5 test penguins have another label, so the yardstick changed'],
    map: 'Nowhere on this map would the two models answer differently.',
    flipped: 0,
    news: 'The re-run is identical.'
  },
  {
    drift: 'split seed',
    rung: 'Mismatch',
    says: [
      'Mismatch: 85% then, 83% later',
      'Tested on other penguins: 39 in common, of 100 then and 100 later.',
      '2 of 39 penguins are classified differently.'
    ],
    scores: 'No match: the scores are 2 points apart.',
    hides: [
      '2 of 39 penguins are classified differently',
      'the runs were tested on other penguins, 39 in common',
      'bits differ in all 32 bytes of the fingerprint'
    ],
    map: 'The two models would answer differently on 3% of this map.',
    flipped: 2,
    news: 'Mismatch: 85% and 83%, 2 predictions differ.'
  }
] as const;

test('identical runs stand on the top rung, and no tolerance hides anything', async ({ lab }) => {
  await lab.open();
  await lab.expectVerdict('Identical: 85% then, 85% later, and every bit is the same');
  await lab.expectVerdict('All 33 weights are equal, down to the last bit.');
  await expect(lab.ladder.locator('[aria-current]')).toContainText(/Identical.*match.*this pair/s);
  await expect(lab.ladder.getByRole('listitem')).toHaveCount(4);
  await expect(lab.tolerancePanel).toContainText(
    'It hides nothing here: the two runs are the same, bit for bit.'
  );
  await expect(lab.flippedPanel).toContainText('No penguin is classified differently.');
  await expect(lab.news).toHaveText('The re-run is identical.');
});

test('every other pair stands on its rung, and every panel tells of the same pair', async ({ lab }) => {
  await lab.open();
  await lab.expectVerdict('Identical');
  for (const { drift, rung, says, scores, hides, map, flipped, news } of PAIRS) {
    await test.step(drift, async () => {
      await lab.setUpOnly(drift);
      for (const sentence of says) await lab.expectVerdict(sentence);
      await expect(lab.ladder.locator('[aria-current]')).toContainText(new RegExp(`${rung}.*this pair`, 's'));
      await expect(lab.tolerancePanel).toContainText(scores);
      await expect(lab.tolerancePanel.getByRole('listitem')).toHaveText([...hides]);
      await expect(lab.mapsPanel).toContainText(map);
      await expect(lab.map('difference')).toBeVisible();
      await expect(lab.flippedTable.locator('tbody').getByRole('row')).toHaveCount(flipped);
      await expect(lab.news).toHaveText(news);
    });
  }
});

test('a tolerance is set by keyboard, is in the address, and says what it hides', async ({ lab, page }) => {
  await lab.open('?drifts=library-default');
  await lab.expectVerdict('Mismatch: 85% then, 71% later');
  const verdict = lab.tolerancePanel.getByRole('status');
  await expect(verdict).toHaveText('No match: the scores are 14 points apart.');
  await expect(lab.tolerancePanel).toContainText('From 14 points on it would be a match, yet');

  await lab.tolerance.focus();
  await page.keyboard.press('ArrowRight');
  await expect(lab.tolerance).toHaveAttribute('aria-valuetext', '0.5 points');
  await lab.expectSearch('?drifts=library-default&within=0.5');
  await page.keyboard.press('End');
  await expect(verdict).toHaveText('Counts as a match: the scores are 14 points apart.');
  await expect(lab.tolerancePanel).toContainText('Within 20 points, yet');
  await expect(lab.tolerancePanel).toContainText('28 of 100 penguins are classified differently');
  await expect(lab.ladder.locator('[aria-current]'), 'the ladder knows no tolerance').toContainText(
    'Mismatch'
  );
  await page.keyboard.press('Home');
  await expect(verdict).toHaveText('No match: the scores are 14 points apart.');
  await lab.expectSearch('?drifts=library-default');
});

test('a penguin that is looked at anywhere is shown on every map', async ({ lab, page }) => {
  await lab.open('?drifts=rows-reversed');
  const expectLooked = async (penguin: string | RegExp) => {
    for (const map of ['then', 'later', 'difference'] as const) {
      await expect(lab.looked(map)).toHaveAccessibleName(penguin);
    }
  };
  const words = /^Penguin 18: bill 42\.5 mm, 4500 g, male · Then: female · Later: male$/;
  await lab.button('Penguin 18, show on the maps').focus();
  await expectLooked(words);
  await expect(lab.mapsPanel.getByText(words)).toBeVisible();

  await lab.map('difference').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const second = await lab.looked('difference').getAttribute('aria-label');
  await expectLooked(second!);

  await page.getByText('Table: what both runs said of 100 test penguins').click();
  const everyone = page.getByRole('table', { name: 'What both runs said of each test penguin' });
  await expect(everyone.locator('tbody').getByRole('row')).toHaveCount(100);
  await everyone.getByRole('row', { name: /^207 / }).hover();
  await expectLooked(/^Penguin 207:/);
  await lab.ladder.hover();
  await expect(lab.mapsPanel.getByRole('option', { selected: true })).toHaveCount(0);
});

test('tables tell what the drawings show', async ({ lab, page }) => {
  await lab.open('?drifts=library-default');
  await expect(lab.flippedTable.getByRole('row').nth(1)).toHaveAccessibleName(
    'Penguin 1, show on the maps Adelie Torgersen 39.1 3750 male male female then'
  );
  await expect(lab.flippedPanel).toContainText(
    'The first run was right about 21 of them, the later one about 7.'
  );
  await page.getByText('Table: losses by epoch').click();
  const losses = page.getByRole('table', { name: 'Loss of both runs, in nats' });
  await expect(losses.getByRole('row', { name: /^1 / })).toBeVisible();
  await expect(losses.getByRole('row', { name: /^100 0\.3613 0\.5685/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Loss of both runs/ })).toHaveAccessibleName(
    /first differ in epoch 1/
  );
});

test('models that look at other measurements have a map each, and none of the difference', async ({
  lab
}) => {
  await lab.open('?data.features=bill_length_mm,bill_depth_mm');
  await expect(lab.map('then')).toHaveAccessibleName(/Bill length to the right, body mass upwards/);
  await expect(lab.map('later')).toHaveAccessibleName(/Bill length to the right, bill depth upwards/);
  await expect(lab.map('difference')).toHaveCount(0);
  await expect(lab.mapsPanel).toContainText('There is no map of the difference');
});

test('the last comparison stays while the next is trained, and says so', async ({ lab, trainings }) => {
  await lab.open();
  await lab.expectVerdict('Identical');
  await trainings.hold();
  await lab.drift('library default').check();
  await lab.expectVerdict('These are still the previous runs: the new ones are being trained.');
  await lab.expectVerdict('Identical');
  await trainings.letGo();
  await lab.expectVerdict('Mismatch: 85% then, 71% later');
  await expect(lab.verdict).not.toContainText('These are still the previous runs');
});
