import { WAYS } from '../../src/lib/views/ways';
import { expect, test } from './support/test';

test.use({ javaScriptEnabled: false });

test('without JavaScript the lesson reads: tables with their values, listing, moments, transcript', async ({
  lesson,
  page
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why reproducibility builds trust in ML');
  expect((await page.locator('main p').allInnerTexts()).join()).toContain(
    'with JavaScript, which is off here'
  );

  await expect(lesson.table).toHaveCount(1);
  const say = (...values: string[]) => values;
  await lesson.expectResults(1, say('Env v1 saved', 'Accuracy 85%', 'N/A'));
  await lesson.expectResults(2, say('Env v1 saved', 'N/A', 'N/A'));
  await lesson.expectResults(3, say('Env v1 loaded', 'N/A', 'N/A'));
  await lesson.expectResults(4, say('Env v1 loaded', 'Accuracy 85%', 'Matches previous'));
  await lesson.expectResults(5, say('Env v1 loaded', 'Accuracy 85%', 'Trust established'));
  await lesson.expectResults(6, say('Env differs or code changed', 'Accuracy varies', 'Investigate cause'));
  await lesson.expectTracker({
    Environment: ['Not set', 'Env v1 saved', 'Env v1 loaded', 'Env v1 loaded', 'Env v1 loaded'],
    'Model accuracy': ['N/A', '85%', 'N/A', '85%', '85%'],
    'Result comparison': ['N/A', 'N/A', 'N/A', 'Matches previous', 'Trust established']
  });

  await expect(lesson.listing).toContainText('run_1 = train_model(data, params)');
  await expect(lesson.listing).toContainText('compare results_1 and results_2');
  await lesson.moments.getByText('What if the retrained accuracy differs?').click();
  await expect(lesson.moments.getByText('Then something changed')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Concept snapshot' }).getByRole('listitem')).toHaveCount(5);
  await expect(page.getByRole('region', { name: 'Transcript' })).toContainText('A match establishes trust');
});

test('without JavaScript nothing is shown that could only be operated', async ({ lesson, page }) => {
  await page.goto('/');
  await expect(lesson.bar).toHaveCount(0);
  await expect(lesson.quiz).toHaveCount(0);
  await expect(lesson.runs).toHaveCount(0);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expect(page.getByRole('button', { name: /^Go to step/ })).toHaveCount(0);
});

test('without JavaScript each way reads, and leads to the others', async ({ page }) => {
  for (const { id, path } of WAYS) {
    await page.goto(path);
    const links = page.getByRole('navigation', { name: 'Ways' }).getByRole('link');
    await expect(links, id).toHaveCount(WAYS.length);
    const paragraphs = await page.locator('main p:visible').allInnerTexts();
    expect(paragraphs.join(' ').split(/\s+/).length, id).toBeGreaterThan(150);
    await expect(page.locator('[inert]:visible'), id).toHaveCount(0);
  }
});
