import { bytesOf, tampered } from './support/receipts';
import { expect, test } from './support/test';
import { Verifier } from './support/verifier';

const IDENTICAL = 'Identical: the claim holds, down to the last bit';
const SAME = { Accuracy: 'the same', Weights: 'the same', Predictions: 'the same' };

test('a run of the lesson is copied as a link, and proves itself in another browser', async ({
  baseURL,
  browser,
  context,
  lesson,
  page
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lesson.open();
  await lesson.goTo(3);
  await lesson.answer('Match').click();
  await lesson.goTo(5);
  await lesson.button('Take it home: Later').click();
  const dialog = page.getByRole('dialog', { name: 'Take this run home' });
  await expect(dialog).toContainText('It carries your prediction: match.');
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByText('Copied', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(lesson.button('Take it home: Later'), 'the focus is where it was').toBeFocused();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(2000);

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  const verifier = new Verifier(await elsewhere.newPage());
  await verifier.page.goto(link);
  await expect(verifier.claims).toContainText('85%');
  await expect(verifier.claims).toContainText('Its maker had predicted: match.');
  await expect(verifier.run, 'nothing runs by itself').toBeFocused();
  await expect(verifier.verdict).toHaveCount(0);
  await verifier.expectVerdict(IDENTICAL);
  await verifier.expectParts(SAME);
  await elsewhere.close();
});

test('a link stands selected where the clipboard is closed', async ({ lesson, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }
    });
  });
  await lesson.open();
  await lesson.goTo(1);
  await lesson.button('Take it home: Then').click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('This page may not use the clipboard.')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Link to the receipt' });
  await expect(field).toBeFocused();
  const selected = await field.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)
  );
  expect(selected).toBe(await field.inputValue());
  await expect(page.getByRole('button', { name: 'Share' }), 'there is no share sheet here').toHaveCount(0);
});

test('a share sheet is given the link', async ({ lesson, page }) => {
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(Navigator.prototype, 'share', {
      value: (data: unknown) => Promise.resolve(void shared.push(data))
    });
  });
  await lesson.open();
  await lesson.goTo(1);
  await lesson.button('Take it home: Then').click();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to the receipt' }).inputValue();
  expect(await page.evaluate('window.shared')).toEqual([{ title: 'A Retrace receipt: 85%', url: link }]);
});

test('a run of the Lab goes home as a bundle; whole it holds, tampered with it does not', async ({
  lab,
  page
}) => {
  await lab.open('?drifts=library-default');
  await lab.expectVerdict('Mismatch');
  await lab.button('Take it home: Later').click();
  const downloading = page.waitForEvent('download');
  await lab.button('Download bundle').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^retrace-[0-9a-f]{8}\.zip$/);
  await expect(page.getByText(`Handed to your downloads as ${download.suggestedFilename()}.`)).toBeVisible();
  const bundle = await bytesOf(download);

  const verifier = new Verifier(page);
  await verifier.visit();
  await verifier.choose('bundle.zip', bundle);
  await expect(verifier.claims).toContainText('71%');
  await expect(verifier.manifest.locator('[data-field="code.l2"]')).toContainText('lesson: 0');
  await verifier.expectVerdict(IDENTICAL);
  await verifier.expectParts(SAME);
  await expect(verifier.verdict).toContainText('l2: 0 → 0.01');

  await verifier.choose(
    'digest.zip',
    tampered(bundle, 'receipt.json', (text) =>
      text.replace(/"digest":"(.)/, (_, digit: string) => `"digest":"${digit === '0' ? '1' : '0'}`)
    )
  );
  await expect(verifier.verdict, 'the verdict on another receipt is gone').toHaveCount(0);
  await verifier.expectVerdict('Refuted: this run does not give this result');
  await expect(verifier.verdict.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'differs');
  await verifier.expectParts({ ...SAME, Weights: 'differs' });
  await expect(verifier.verdict).toContainText('1 of the 32 bytes of the fingerprint differs.');

  await verifier.choose(
    'accuracy.zip',
    tampered(bundle, 'receipt.json', (text) => text.replace('"correct":71', '"correct":99'))
  );
  await verifier.expectVerdict('Refuted: the claim contradicts itself');
  await verifier.expectParts({ ...SAME, Accuracy: 'differs' });

  await verifier.choose(
    'data.zip',
    tampered(bundle, 'penguins.csv', (text) => text.replace('Torgersen', 'Torgersem'))
  );
  await expect(verifier.notice).toContainText('penguins.csv is not the data of this run');
  await expect(verifier.verdict, 'what was open stays').toContainText('contradicts itself');
});
