import { expect, test } from './support/test';

const WORKER = '**/workers/**';

test.describe('when the trainer fails', () => {
  test.use({ expectedErrors: /Failed to load resource|net::ERR/ });

  test('a worker that cannot be loaded is reported, and can be tried again', async ({ lesson, page }) => {
    await page.route(WORKER, (route) => route.abort());
    await page.goto('/');
    await lesson.next.click();
    await expect(page.getByText('The training stopped')).toBeVisible();
    await expect(lesson.status).toContainText('try again');
    await lesson.expectAgreement();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('The training stopped')).toBeVisible();
    await page.unroute(WORKER);
    await page.getByRole('button', { name: 'Try again' }).click();
    await lesson.expectAt(1);
    await expect(lesson.cell(1, 'output')).toHaveText('Accuracy 85%');
    await expect(page.getByText('The training stopped')).toHaveCount(0);
  });
});

test('a worker that dies while it trains loses nothing but that training', async ({ lesson, page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    const Original = window.Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
    Object.assign(window, {
      killWorkers: () => {
        for (const worker of workers) {
          worker.terminate();
          worker.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
        }
      }
    });
  });
  await lesson.open();
  await lesson.walkTo(3);
  await lesson.next.click();
  await expect(page.locator('[data-run="later"]').getByText(/^epoch/)).toBeVisible();
  await page.evaluate(() => (window as unknown as { killWorkers: () => void }).killWorkers());
  await expect(page.getByText('The training stopped')).toBeVisible();
  await expect(lesson.cell(1, 'output')).toHaveText('Accuracy 85%');
  await lesson.previous.click();
  await lesson.expectAt(3);
  await lesson.walkTo(5);
  await expect(lesson.cell(5, 'comparison')).toHaveText('Trust established');
});
