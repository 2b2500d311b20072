import { expectAlive } from './support/alive';
import { BELOW, FOLDER, test } from './support/hosted';
import { fragmentOf, trueReceipt } from './support/receipts';
import { expect } from './support/test';

test.describe('hosts', () => {
  test('that redirect to folders keep query and fragment of each address', async ({ page, baseURL }) => {
    await page.goto(`/lab?drifts=library-default&view=cause`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Lab: why does this re-run differ?');
    await expect(page).toHaveURL(`${baseURL}/lab/?drifts=library-default&view=cause`);
    await page.goto(`/verify#${fragmentOf(trueReceipt())}`);
    await expect(page.getByRole('region', { name: 'What it claims' })).toBeVisible();
  });

  test.describe('that forget the slash', () => {
    test.use({ hosting: { forgetsSlashes: true } });

    test('are reminded of it', async ({ page }) => {
      await page.goto(`/verify?utm_source=mail#${fragmentOf(trueReceipt())}`);
      await expect(page.getByRole('region', { name: 'What it claims' })).toBeVisible();
      expect(new URL(page.url())).toMatchObject({ pathname: '/verify/', search: '?utm_source=mail' });
    });
  });

  test('serve the link that the lesson hands out', async ({ page, lesson }) => {
    await page.goto('/');
    await lesson.expectTrainer();
    await lesson.goOn();
    await lesson.button('Take it home: Then').click();
    const link = await page.getByLabel('Link to the receipt').inputValue();
    const answer = await page.request.get(link, { maxRedirects: 0 });
    expect(answer.status(), link.replace(/#.*/, '')).toBe(200);
  });

  test.describe('that do not know an address', () => {
    test.use({ expectedComplaints: [/404|Not found/] });

    for (const address of ['/nothing', '/deep/below/nothing/']) {
      test(`lead back from ${address}`, async ({ page }) => {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address.');
        await page.getByRole('link', { name: 'Go to the lesson' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          'Why reproducibility builds trust in ML'
        );
      });
    }

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });
      test('lead back, too', async ({ page }) => {
        await page.goto(`/deep/nothing`);
        expect(await page.locator('noscript p').innerText()).toContain('There is no page at this address.');
        await page.getByRole('link', { name: 'Go to the lesson' }).click();
        await expect(page.getByRole('table', { name: 'Process table' })).toBeVisible();
      });
    });
  });
});

test.describe('below a folder of a host', () => {
  test.use({ site: BELOW, hosting: { below: FOLDER } });

  test('the lesson leads to each page and back, and each can be loaded by its address', async ({
    page,
    baseURL,
    lesson
  }) => {
    await page.goto(FOLDER);
    await expect(page).toHaveURL(`${baseURL}${FOLDER}/`);
    await lesson.expectTrainer();
    await lesson.goOn();
    for (const [link, path, title] of [
      ['Lab', `${FOLDER}/lab/`, 'The Lab: why does this re-run differ?'],
      ['Verify', `${FOLDER}/verify/`, 'Verify: does this run hold?'],
      ['Lesson', `${FOLDER}/`, 'Why reproducibility builds trust in ML']
    ] as const) {
      await page.getByRole('link', { name: link, exact: true }).click();
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveText(title);
      await expect(page).toHaveURL(`${baseURL}${path}`);
      await page.reload();
      await expect(heading).toHaveText(title);
      await expectAlive(page);
    }
  });

  test('the link to a receipt stays below it, and opens the receipt', async ({ page, baseURL, lesson }) => {
    await page.goto(`${FOLDER}/`);
    await lesson.expectTrainer();
    await lesson.goOn();
    await lesson.button('Take it home: Then').click();
    const link = await page.getByLabel('Link to the receipt').inputValue();
    expect(link).toContain(`${baseURL}${FOLDER}/verify/#`);
    await page.goto(link);
    await expect(page.getByRole('region', { name: 'What it claims' })).toBeVisible();
    await page.getByRole('button', { name: 'Run it again' }).click();
    await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Identical');
  });

  test.describe('at an address that is not known', () => {
    test.use({ expectedComplaints: [/404|Not found/] });
    test('the way leads back to the lesson there', async ({ page, baseURL }) => {
      await page.goto(`${FOLDER}/deep/below/nothing`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address.');
      await page.getByRole('link', { name: 'Go to the lesson' }).click();
      await expect(page).toHaveURL(`${baseURL}${FOLDER}/`);
      await expectAlive(page);
    });
  });
});
