import { record } from './measurements';
import { accuracyShows, millisecondsToPaint, nextStep, openLesson, test } from './lesson-page';

const VISITS = 10;

/** How long a learner waits: from the click until the new step is on the screen, without animations. */
test('from Next step to its picture', async ({ browser, host }) => {
  const withTraining: number[] = [];
  const withoutTraining: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const page = await openLesson(browser, host, 'reduce');
    await nextStep(page, 1);
    await accuracyShows(page);
    withTraining.push(await millisecondsToPaint(page));
    await nextStep(page, 2);
    withoutTraining.push(await millisecondsToPaint(page));
    await page.context().close();
  }
  record('2-next-step', [
    { what: 'Next step to painted, without training', unit: 'ms', values: withoutTraining },
    { what: 'Next step to painted, with training', unit: 'ms', values: withTraining }
  ]);
});
