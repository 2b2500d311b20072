import { expect } from '@playwright/test';
import { Lab } from '../e2e/support/lab';
import { record, type Measurement } from './measurements';
import {
  accuracyShows,
  longTasksSince,
  longTasksSinceClick,
  nextStep,
  now,
  openLesson,
  test,
  type Motion
} from './lesson-page';

const VISITS = 5;

/** The promise: the main thread never blocks while a model is trained. `npm run bench` fails when it did. */
test('main-thread tasks over 50 ms while training', async ({ browser, host }) => {
  const measurements: Measurement[] = [];
  for (const [motion, name] of [
    ['no-preference', 'normal motion'],
    ['reduce', 'reduced motion']
  ] satisfies [Motion, string][]) {
    const longest: number[] = [];
    let over = 0;
    for (let visit = 0; visit < VISITS; visit++) {
      const page = await openLesson(browser, host, motion);
      await nextStep(page, 1);
      await accuracyShows(page);
      const tasks = await longTasksSinceClick(page);
      over += tasks.length;
      longest.push(Math.max(0, ...tasks));
      await page.context().close();
    }
    measurements.push({
      what: `longest task over 50 ms, training, ${name}`,
      unit: 'ms',
      values: longest,
      over
    });
  }
  record('1-main-thread', measurements);
});

/** What learners do in the Lab that keeps it busy: where it begins, when it is ready, and what they do. */
const LAB_WORK = [
  {
    what: 'toggling drifts',
    path: '/lab',
    ready: (lab: Lab) => lab.expectVerdict('Identical'),
    async work(lab: Lab) {
      for (const [drift, verdict] of [
        ['float32', 'Equivalent'],
        ['rows reversed', 'Same score'],
        ['library default', 'Mismatch'],
        ['split seed', 'Tested on other penguins']
      ] as const) {
        await lab.setUpOnly(drift);
        await lab.expectVerdict(verdict);
      }
    }
  },
  {
    what: 'scrubbing the microscope',
    path: '/lab?view=bits&then.code.learningRate=5&drifts=gradient-chunks',
    ready: (lab: Lab) => expect(lab.epoch).toBeVisible(),
    async work(lab: Lab) {
      await lab.epoch.focus();
      for (let epoch = 99; epoch >= 60; epoch--) {
        await lab.page.keyboard.press('ArrowLeft');
        await expect(lab.epochMaps).toContainText(`Epoch ${epoch} of 100`);
      }
    }
  },
  {
    what: 'searching for causes',
    path: '/lab?view=cause&drifts=more-epochs,library-default,rows-reversed,host-name,time-zone,user',
    ready: (lab: Lab) => expect(lab.find()).toBeVisible(),
    async work(lab: Lab) {
      await lab.find().click();
      await expect(lab.result).toContainText('3 causes found');
    }
  }
];

/** The same promise in the Lab, where more is drawn. */
test('main-thread tasks over 50 ms in the Lab', async ({ browser, host }) => {
  const measurements: Measurement[] = [];
  for (const { what, path, ready, work } of LAB_WORK) {
    const longest: number[] = [];
    let over = 0;
    for (let visit = 0; visit < VISITS; visit++) {
      const page = await openLesson(browser, host, 'no-preference', path);
      const lab = new Lab(page);
      await ready(lab);
      const begun = await now(page);
      await work(lab);
      const tasks = await longTasksSince(page, begun);
      over += tasks.length;
      longest.push(Math.max(0, ...tasks));
      await page.context().close();
    }
    measurements.push({
      what: `longest task over 50 ms, the Lab, ${what}`,
      unit: 'ms',
      values: longest,
      over
    });
  }
  record('2-main-thread-lab', measurements);
});
