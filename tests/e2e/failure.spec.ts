import { UNKNOWN } from './support/lesson';
import { expect, test } from './support/test';

const WORKER = '**/workers/**';
const STOPPED = /The training stopped\./;
const UNLOADED = /The training could not begin\./;

test.describe('a worker that cannot be loaded', () => {
  test.use({ expectedComplaints: [/Failed to load resource/] });

  test('is reported, costs nothing else, and can be tried again', async ({ lesson, page }) => {
    let refused = 0;
    await page.route(WORKER, (route) => {
      refused++;
      return route.abort();
    });
    await lesson.openWithoutTrainer();
    await lesson.next.click();
    await expect(lesson.notice(UNLOADED)).toContainText('Reload the page: what you made is kept.');
    await expect(lesson.notice(UNLOADED)).not.toContainText('memory');
    await expect(lesson.button('Reload the page')).toBeVisible();
    await expect(lesson.status).toHaveText(/The training did not finish\. Nothing is lost: try again\.$/);
    await lesson.expectAgreement();
    await lesson.expectResults(1, ['Env v1 saved', UNKNOWN, 'N/A']);

    // The rest of the page is alive.
    await lesson.moments.getByText('Why compare after retraining?').click();
    await expect(lesson.moments.getByText('a repeated result is evidence')).toBeVisible();
    await lesson.quiz.getByRole('radio', { name: '85%' }).check();
    await lesson.quiz.getByRole('button', { name: 'Check answer' }).first().click();
    await expect(lesson.quiz).toContainText('Score: 1 of 3');
    await lesson.differs.click();
    await expect(lesson.differs).toBeChecked();
    await lesson.previous.click();
    await lesson.expectStep(0);
    await expect(lesson.notice(UNLOADED)).toHaveCount(0);

    await lesson.next.click();
    await expect(lesson.notice(UNLOADED)).toBeVisible();
    const before = refused;
    await lesson.button('Try again').click();
    await expect.poll(() => refused).toBeGreaterThan(before);
    await expect(lesson.notice(UNLOADED)).toBeVisible();
    await page.unroute(WORKER);
    await lesson.button('Try again').click();
    await lesson.expectStep(1);
    await expect(lesson.notice(UNLOADED)).toHaveCount(0);
    await lesson.expectResults(1, ['Env v1 saved', 'Accuracy 85%', 'N/A']);
    await lesson.goTo(5);
    await lesson.expectResults(5, ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']);
  });

  test('because something else came in its place, is told so, too', async ({ lesson, page }) => {
    await page.route(WORKER, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Not here</p>' }));
    await lesson.openWithoutTrainer();
    await lesson.next.click();
    await expect(lesson.notice(UNLOADED)).toBeVisible();
  });

  test('leaves no map without penguins once another has come', async ({ lesson, page }) => {
    await page.route(WORKER, (route) => route.abort());
    await lesson.openWithoutTrainer();
    await page.unroute(WORKER);
    await lesson.goOn();
    await expect(lesson.penguins('then')).toHaveAttribute('d', /^M/, { timeout: 3_000 });
  });
});

test.describe('a worker that dies in mid-training', () => {
  test.use({ motion: 'no-preference' });

  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      const workers: Worker[] = [];
      window.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          workers.push(this);
        }
      };
      addEventListener('kill-trainer', () => {
        const worker = workers.at(-1);
        worker?.terminate();
        worker?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
      });
    })
  );

  for (const [step, run] of [
    [1, 'then'],
    [4, 'later']
  ] as const) {
    test(`at step ${step} loses that training only, and another takes over`, async ({
      lesson,
      page,
      trainings
    }) => {
      await lesson.open();
      await lesson.walkTo(step - 1);
      await trainings.hold();
      await lesson.next.click();
      await expect(lesson.run(run).getByText(/^epoch [1-9]/)).toBeVisible();
      await page.evaluate(() => dispatchEvent(new Event('kill-trainer')));
      await expect(lesson.notice(STOPPED)).toContainText('(out of memory)');
      await lesson.expectAgreement();
      await expect(lesson.run(run).getByRole('progressbar')).toHaveCount(0);
      if (step === 4) await lesson.expectResults(1, ['Env v1 saved', 'Accuracy 85%', 'N/A']);

      await trainings.letGo();
      await lesson.button('Try again').click();
      await lesson.expectStep(step);
      await expect(lesson.run(run)).toContainText('85%');
      await lesson.walkTo(5);
      await expect(lesson.verdict).toHaveAttribute('data-verdict', 'identical');
    });
  }

  test('stops playback, and Next tries again', async ({ lesson, page, trainings }) => {
    await lesson.open();
    await trainings.hold();
    await lesson.play.click();
    await expect(lesson.run('then').getByText(/^epoch [1-9]/)).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('kill-trainer')));
    await expect(lesson.notice(STOPPED)).toBeVisible();
    await expect(lesson.play).toBeVisible();
    await trainings.letGo();
    await lesson.next.click();
    await lesson.expectStep(1);
  });
});
