import { expectNothingFoundInEitherTheme } from './support/axe';
import { expect, test } from './support/test';

test.describe('axe finds nothing in the Lab, in either theme', () => {
  test('in the setup and the comparison', async ({ lab, page }) => {
    await lab.open('?view=cellar');
    await lab.expectVerdict('Identical');
    await expectNothingFoundInEitherTheme(page, 'identical, with a notice');
    await lab.drift('rows reversed').check();
    await lab.expectVerdict('Same score');
    await lab.button('What is rows reversed?').click();
    await page.getByText('Every field by hand').click();
    await lab.field('epochs').fill('0');
    await lab.field('epochs').press('Enter');
    await page.getByText(/^Table: what both runs said/).click();
    await page.getByText('Table: losses by epoch').click();
    await lab.button('Penguin 18, show on the maps').focus();
    await expect(lab.looked('difference')).toBeVisible();
    await expectNothingFoundInEitherTheme(page, 'same score, with everything open and a penguin looked at');
    await lab.open('?drifts=library-default&data.features=bill_length_mm,bill_depth_mm');
    await lab.expectVerdict('Mismatch');
    await expect(lab.mapsPanel).toContainText('There is no map of the difference');
    await expectNothingFoundInEitherTheme(page, 'mismatch, with other measurements');
  });

  test('while it trains, when it is cancelled and when it is refused', async ({ lab, page, trainings }) => {
    await lab.open();
    await lab.expectVerdict('Identical');
    await trainings.hold();
    await lab.drift('library default').check();
    await expect(page.getByRole('progressbar', { name: 'Training progress' })).toBeVisible();
    await expectNothingFoundInEitherTheme(page, 'training');
    await lab.button('Cancel').click();
    await expect(page.getByText('Cancelled before it was done.')).toBeVisible();
    await expectNothingFoundInEitherTheme(page, 'cancelled');
    await lab.open('?code.learningRate=100&code.l2=1&code.epochs=1000');
    await expect(page.getByText('The training stopped.')).toBeVisible();
    await expectNothingFoundInEitherTheme(page, 'refused');
  });

  test('in the search for the cause', async ({ lab, page, trainings }) => {
    await lab.open('?view=cause');
    await expect(lab.search).toContainText('Nothing differs');
    await expectNothingFoundInEitherTheme(page, 'nothing to search');
    await lab.example('Several causes').click();
    await page.getByText('How it works').click();
    await expect(lab.find()).toBeVisible();
    await trainings.hold(9);
    await lab.find().click();
    await expect(lab.search).toContainText('Probe 10.');
    await expectNothingFoundInEitherTheme(page, 'under way');
    await trainings.letGo();
    await expect(lab.result).toContainText('3 causes found');
    await expectNothingFoundInEitherTheme(page, 'found');
    await lab.result.getByRole('button', { name: 'Put these back' }).click();
    await expect(lab.result).toContainText('Put back:');
    await lab.criterion('The score differs').check();
    await expectNothingFoundInEitherTheme(page, 'put back, and nothing broken');
  });

  test('under the microscope', async ({ lab, page, trainings }) => {
    await lab.open('?view=bits');
    await expect(lab.firstBit).toContainText('Identical');
    await expectNothingFoundInEitherTheme(page, 'identical');
    await trainings.hold(1);
    await lab.example('The same at learning rate 5').click();
    await expect(page.getByRole('progressbar', { name: 'Progress of the comparison' })).toBeVisible();
    await expectNothingFoundInEitherTheme(page, 'under way');
    await trainings.letGo();
    await expect(lab.growth).toContainText('Predictions start to flip');
    await page.getByText('The same as a table').click();
    await expectNothingFoundInEitherTheme(page, 'flipped, with the table');
    await lab.allDrifts();
    await lab.drift('hidden units').check();
    await expect(page.getByRole('main')).toContainText('cannot be compared bit by bit');
    await expectNothingFoundInEitherTheme(page, 'refused');
  });

  test('in the test of the browser, and in the story of the leak', async ({ lab, page, trainings }) => {
    await lab.open('?view=browser');
    await expect(lab.news).toHaveText('The re-run is identical.');
    await trainings.hold();
    await lab.button('Test this browser').click();
    await expect(page.getByText('now training with both')).toBeVisible();
    await expectNothingFoundInEitherTheme(page, 'browser, under way');
    await trainings.letGo();
    await expect(page.getByText('Done. The results are below.')).toBeVisible();
    await expectNothingFoundInEitherTheme(page, 'browser, done');
    await lab.show('leak');
    await lab.button('Train both recipes').click();
    await lab.button('Draw fresh exams').click();
    await expect(page.getByText('Done. The results are below.')).toHaveCount(2);
    await page.getByText('Every fresh exam in numbers').click();
    await expectNothingFoundInEitherTheme(page, 'leak, done');
  });
});
