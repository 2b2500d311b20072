import { expect, test } from './support/test';

test('the Lab opens with nothing differing, and says that the re-run is identical', async ({ lab }) => {
  await lab.open();
  await lab.expectVerdict('Identical: 85% then, 85% later');
  await expect(lab.setup).toContainText('Nothing differs');
  await expect(lab.ladder.locator('[aria-current]')).toContainText('Identical');
});

test('drifts and fields are set, undone, redone and reset, and the address follows', async ({
  lab,
  page
}) => {
  await lab.open();
  await lab.drift('library default').check();
  await lab.expectVerdict('Mismatch: 85% then, 71% later');
  await lab.expectSearch('?drifts=library-default');

  await page.getByText('Every field by hand').click();
  await lab.field('epochs').fill('90');
  await lab.field('epochs').press('Enter');
  await lab.expectSearch('?drifts=library-default&code.epochs=90');
  await expect(lab.difference('epochs')).toBeVisible();

  await lab.undo.click();
  await lab.expectSearch('?drifts=library-default');
  await page.keyboard.press('Control+z');
  await lab.expectVerdict('Identical');
  await lab.expectSearch('');
  await lab.redo.click();
  await page.keyboard.press('Control+Shift+z');
  await lab.expectSearch('?drifts=library-default&code.epochs=90');

  await lab.difference('l2').click();
  await expect(lab.drift('library default')).not.toBeChecked();
  await expect(lab.difference('epochs')).toBeVisible();
  await lab.reset.click();
  await lab.expectVerdict('Identical');
  await lab.expectSearch('');
  await lab.undo.click();
  await expect(lab.difference('epochs')).toBeVisible();
});

test('a value that a field does not take is refused with a sentence, and changes nothing', async ({
  lab,
  page
}) => {
  await lab.open();
  await page.getByText('Every field by hand').click();
  await lab.field('epochs').fill('0');
  await lab.field('epochs').press('Enter');
  await expect(page.getByRole('alert')).toContainText(
    'code.epochs got 0, but takes a whole number from 1 to 1000'
  );
  await lab.expectVerdict('Identical');
  await lab.expectSearch('');
});

test('of two drifts that set the same field, the one chosen last holds', async ({ lab }) => {
  await lab.open();
  await lab.allDrifts();
  await lab.drift('gradients in four chunks').check();
  await lab.drift('gradients in two chunks').check();
  await expect(lab.drift('gradients in four chunks')).not.toBeChecked();
  await lab.expectSearch('?drifts=gradient-chunks-2');
});

test('a card tells the story of a drift, with its source', async ({ lab }) => {
  await lab.open();
  await lab.button('What is float32?').click();
  const card = lab.setup.locator('[data-drift="float32"]');
  for (const title of ['What it changes', 'In the real world', 'The fact', 'What to do']) {
    await expect(card.getByText(title)).toBeVisible();
  }
  await expect(card.getByRole('link')).toHaveAttribute('href', /^https:/);
});

test('a link brings the same setup back, and so does a reload', async ({ lab, page }) => {
  const search =
    '?drifts=rows-reversed,host-name&then.code.learningRate=0.25&environment.gradientChunks=2&within=2.5';
  await lab.open(search);
  await expect(lab.drift('rows reversed')).toBeChecked();
  await expect(lab.setup).toContainText('In both runs, 1 field is not as in the lesson.');
  await expect(lab.verdict).toContainText('then');
  const verdict = await lab.verdict.textContent();
  await page.reload();
  await expect(lab.verdict).toHaveText(verdict!);
  await lab.expectSearch(search);
});

for (const [search, reason] of [
  ['?drifts=gremlins', '“drifts” is “gremlins”'],
  ['?code.epochs=many', 'code.epochs got'],
  ['?view=cellar', '“view” is “cellar”'],
  ['?within=-1', '“within” is “-1”']
] as const) {
  test(`a mangled link opens the Lab with a notice: ${search}`, async ({ lab, page }) => {
    await lab.open(search);
    await expect(page.getByText('This link could not be read')).toContainText(reason);
    await lab.expectVerdict('Identical');
    await lab.button('Dismiss').click();
    await expect(page.getByText('This link could not be read')).toHaveCount(0);
    await lab.drift('ddof').check();
    await lab.expectSearch('?drifts=ddof');
  });
}

test('a mismatch in the lesson leads to the Lab with the same drifts on, and back', async ({
  lesson,
  lab,
  page
}) => {
  await lesson.open('?step=5&drifts=library-default,rows-reversed');
  await lesson.expectStep(5);
  await page.getByRole('link', { name: 'Take it apart in the Lab' }).click();
  await expect(lab.drift('library default')).toBeChecked();
  await expect(lab.drift('rows reversed')).toBeChecked();
  await lab.expectVerdict(/Mismatch|Same score/);
  await page.getByRole('link', { name: 'Lesson', exact: true }).click();
  await lesson.expectTrainer();
  await page.goBack();
  await expect(lab.drift('rows reversed')).toBeChecked();
});

test('a run that the trainer refuses is reported, and the next setup goes on', async ({ lab, page }) => {
  await lab.open('?code.learningRate=100&code.l2=1&code.epochs=1000');
  await expect(page.getByText('The training stopped.')).toBeVisible();
  await expect(page.getByText(/the weights outgrew/)).toBeVisible();
  await lab.reset.click();
  await lab.expectVerdict('Identical');
  await expect(page.getByText('The training stopped.')).toHaveCount(0);
});

test('a long training shows its progress and can be cancelled and taken up again', async ({ lab, page }) => {
  // A worker that never answers makes a training that can be looked at for as long as it takes.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    let held: { worker: Worker; message: unknown }[] | null = [];
    Worker.prototype.postMessage = function (message: { type: string; name?: string }) {
      if (message.name === 'train' && held) held.push({ worker: this, message });
      else postMessage.call(this, message);
    };
    addEventListener('let-train', () => {
      held = null;
    });
  });
  await lab.open();
  await expect(page.getByRole('progressbar', { name: 'Training progress' })).toBeVisible();
  await lab.button('Cancel').first().click();
  await expect(page.getByText('Cancelled before it was done.')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('let-train')));
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await lab.expectVerdict('Identical');
});
