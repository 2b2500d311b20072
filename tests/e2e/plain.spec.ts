import { expect, test } from './support/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the lesson reads: tables with their values, listing, key moments, transcript', async ({
    lesson,
    page
  }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Why reproducibility builds trust in ML'
    );
    await expect(lesson.table).toHaveCount(1);
    await expect(lesson.tracker).toHaveCount(1);
    await expect(lesson.cell(1, 'output')).toHaveText('Accuracy 85%');
    await expect(lesson.cell(5, 'comparison')).toHaveText('Trust established');
    await expect(lesson.row(6)).toContainText('Investigate cause');
    expect(await lesson.trackerRow('Model accuracy')).toEqual(['N/A', '85%', 'N/A', '85%', '85%']);
    await expect(page.getByRole('region', { name: 'Execution sample' })).toContainText('save_environment');
    await page.getByText('Why save the environment after training?').click();
    await expect(page.getByText('Because a result depends on more than code and data')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Concept snapshot' }).getByRole('listitem')).toHaveCount(5);
    await expect(page.getByRole('region', { name: 'Transcript' })).toContainText('A match establishes trust');
    await expect(lesson.next).toHaveCount(0);
  });
});

test.describe('the policy', () => {
  test.use({ expectedErrors: /Content Security Policy/ });

  test('the policy allows no inline script, and no cookie is set', async ({ lesson, page, context }) => {
    await lesson.open('?step=5');
    await lesson.expectAt(5);
    const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
    const script = /script-src ([^;]*)/.exec(policy ?? '')?.[1] ?? '';
    expect(script).toContain("'self'");
    expect(script).not.toContain('unsafe');
    expect(policy).toContain("default-src 'self'");
    expect(await context.cookies()).toEqual([]);
    const inline = await page.evaluate(() => {
      const probe = document.createElement('div');
      probe.setAttribute('onclick', 'document.title = "broken in"');
      document.body.append(probe);
      probe.click();
      return document.title;
    });
    expect(inline).not.toBe('broken in');
  });
});
