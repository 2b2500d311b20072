import { verdicts } from '../../src/lib/lesson/verdicts';
import { expectNothingFound, expectNothingFoundInEitherTheme } from './support/axe';
import { atEachSize, expectLargeTargets, expectNoOverflow } from './support/layout';
import { added, bytesOf, fileOf, fragmentOf, tampered, trueReceipt } from './support/receipts';
import { expect, test } from './support/test';
import { receiptOfCase, VERDICT_CASES } from './support/verdicts';
import { Verifier } from './support/verifier';

const IDENTICAL = 'Identical: the claim holds, down to the last bit';

test('a dropped bundle with a script that Retrace did not make says so before anyone runs it', async ({
  lab,
  page
}) => {
  await lab.open();
  await lab.button('Take it home: Then').click();
  const downloading = page.waitForEvent('download');
  await lab.button('Download bundle').click();
  const bundle = await bytesOf(await downloading);
  const forged = tampered(bundle, 'reproduce.py', () => 'print("Identical: the claim holds")\n');

  const verifier = new Verifier(page);
  await verifier.visit();
  await verifier.drop('bundle.zip', bundle);
  await expect(verifier.claims).toContainText('85%');
  const warning = page.getByRole('main').getByRole('paragraph').filter({ hasText: 'In this bundle:' });
  await expect(warning).toHaveCount(0);

  await verifier.drop('forged.zip', added(forged, 'setup.sh', 'rm -rf ~\n'));
  await expect(warning).toContainText('Not the one that Retrace makes, do not run it: "reproduce.py".');
  await expect(warning).toContainText('Retrace puts no such file in a bundle, do not run it: "setup.sh".');
  await expect(page.getByRole('status').last()).toContainText('do not run it: "reproduce.py"');
  await verifier.expectVerdict(IDENTICAL);
  await expect(warning, 'a claim that holds makes no script honest').toBeVisible();
});

test('what is no receipt is refused in a sentence, and nothing is lost', async ({ page }) => {
  const verifier = new Verifier(page);
  const fragment = fragmentOf(trueReceipt());
  await verifier.visit();
  for (const [garbage, reason] of [
    ['', 'There is nothing in it'],
    ['Lorem ipsum', 'JSON'],
    ['{"version":7}', 'of version 7'],
    [fragment.slice(0, -20), 'damaged or cut off'],
    [JSON.stringify({ ...trueReceipt(), extra: 1 }), 'extra is not a field of a receipt']
  ] as const) {
    await verifier.pasteText(garbage);
    await expect(verifier.notice, garbage.slice(0, 40)).toContainText(reason);
    await expect(page.getByRole('status').filter({ hasText: 'Not opened.' })).toContainText(reason);
    await expect(verifier.claims).toHaveCount(0);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(verifier.notice).toHaveCount(0);
  }
  await verifier.choose('huge.json', Buffer.alloc(5 * 1024 * 1024, ' '));
  await expect(verifier.notice).toContainText('larger than 4 MB');

  const tooMuch = trueReceipt();
  const epochs = { ...tooMuch.manifest, code: { ...tooMuch.manifest.code, epochs: 1_000_000 } };
  await verifier.choose('much.json', fileOf({ ...tooMuch, manifest: epochs }));
  await expect(verifier.notice).toContainText(
    'code.epochs got 1000000, but takes a whole number from 1 to 1000'
  );

  await verifier.pasteText(fragment);
  await expect(verifier.notice).toHaveCount(0);
  await verifier.expectVerdict(IDENTICAL);
});

test('the address is a link to what is open, and takes others', async ({ page }) => {
  const verifier = new Verifier(page);
  const first = fragmentOf(trueReceipt());
  const second = fragmentOf(trueReceipt({ l2: 0.01 }));
  await page.goto(`/verify#${first.slice(0, -9)}`);
  await expect(verifier.notice).toContainText('damaged or cut off');
  await page.evaluate((hash) => (location.hash = hash), first);
  await expect(verifier.claims).toContainText('85%');
  await page.evaluate((hash) => (location.hash = hash), second);
  await expect(verifier.claims).toContainText('71%');
  await verifier.choose('receipt.json', fileOf(trueReceipt()));
  await expect(verifier.claims).toContainText('85%');
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${first}`);
  await page.reload();
  await expect(verifier.claims).toContainText('85%');
  await page.getByRole('button', { name: 'Close this receipt' }).click();
  await expect(verifier.claims).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test('a link is opened whatever was done to its address on its way', async ({ page }) => {
  const verifier = new Verifier(page);
  const fragment = fragmentOf(trueReceipt());
  for (const address of [
    `/verify#${fragment}&fbclid=IwAR0`,
    `/verify/?utm_source=mail#${fragment}.`,
    `/verify#please%20look:%20${fragment}%E2%80%8B`,
    `/verify/?to=%23${fragment}`
  ]) {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(verifier.claims, address.slice(0, 40)).toContainText('85%');
    await expect(verifier.notice).toHaveCount(0);
    await expect.poll(() => new URL(page.url()).hash).toBe(`#${fragment}`);
    expect(page.url()).not.toContain('%23');
  }
});

test.describe('with its # escaped', () => {
  test.use({ expectedComplaints: [/404|Not found/] });

  test('a link is opened, although there is no such page', async ({ page }) => {
    const verifier = new Verifier(page);
    await page.goto(`/verify/%23${fragmentOf(trueReceipt())}`);
    await expect(verifier.claims).toContainText('85%');
  });
});

test('an address that leads to a part of the page is no link, and one without a receipt is told so', async ({
  page
}) => {
  const verifier = new Verifier(page);
  await page.goto('/verify#content');
  await page.waitForLoadState('networkidle');
  await expect(verifier.open).toBeVisible();
  await page.evaluate(() => (location.hash = 'receipt'));
  await expect(verifier.notice).toContainText('This address has no receipt in it');
  await verifier.pasteText('Look at https://a.example/verify');
  await expect(verifier.notice).toContainText('This address has no receipt in it');
  const links = `${fragmentOf(trueReceipt())}\n${fragmentOf(trueReceipt({ l2: 0.01 }))}`;
  await verifier.pasteText(links);
  await expect(verifier.notice).toContainText('This has links to different receipts in it');
  await expect(verifier.claims).toHaveCount(0);
});

test('a re-run shows how far it is, can be cancelled and be begun again', async ({ page, trainings }) => {
  const verifier = new Verifier(page);
  await verifier.visit(fragmentOf(trueReceipt()));
  await trainings.hold();
  await verifier.run.click();
  await expect(verifier.progress).toHaveAttribute('value', '100');
  await verifier.cancel.click();
  await expect(page.getByText('Cancelled before it was done.')).toBeVisible();
  await expect(verifier.run, 'the focus goes back to where it began').toBeFocused();
  await expect(verifier.verdict).toHaveCount(0);
  await trainings.letGo();
  await expect(verifier.verdict, 'what was cancelled says nothing later').toHaveCount(0);
  await verifier.expectVerdict(IDENTICAL);
});

test.describe('without a trainer', () => {
  test.use({ expectedComplaints: [/Failed to load resource/] });

  test('the claims stay, and another try succeeds', async ({ page }) => {
    const verifier = new Verifier(page);
    await page.route('**/workers/**', (route) => route.abort());
    await page.goto(`/verify#${fragmentOf(trueReceipt())}`);
    await verifier.run.click();
    await expect(page.getByText('The training could not begin.')).toBeVisible();
    await expect(verifier.claims).toContainText('85%');
    await page.unroute('**/workers/**');
    await verifier.expectVerdict(IDENTICAL);
    await expect(page.getByText('The training could not begin.')).toHaveCount(0);
  });
});

test('once loaded, a dropped bundle is verified without a network', async ({ context, lab, page }) => {
  await lab.open();
  await lab.button('Take it home: Then').click();
  const downloading = page.waitForEvent('download');
  await lab.button('Download bundle').click();
  const bundle = await bytesOf(await downloading);
  const verifier = new Verifier(page);
  await verifier.visit();
  await context.setOffline(true);
  await verifier.drop('bundle.zip', bundle);
  await expect(verifier.claims).toContainText('85%');
  await verifier.expectVerdict(IDENTICAL);
});

test('nothing that is pasted outside the text field is lost', async ({ page }) => {
  const verifier = new Verifier(page);
  await verifier.visit();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, fragmentOf(trueReceipt()));
  await expect(verifier.claims).toContainText('85%');
});

test('by keyboard alone: paste, run, another receipt', async ({ page }) => {
  const verifier = new Verifier(page);
  await verifier.visit();
  await verifier.tabTo(verifier.file);
  await page.keyboard.press('Tab');
  await expect(verifier.paste).toBeFocused();
  await page.keyboard.insertText(fragmentOf(trueReceipt()));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(verifier.run).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(verifier.verdict).toContainText(IDENTICAL);
  await expect(verifier.run).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(verifier.claims).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});

test('each kind of claim is concluded from as the table says', async ({ page }) => {
  const verifier = new Verifier(page);
  await verifier.visit();
  // Node made these receipts, and this browser need not have Node's exp and tanh: with the platform's math it gets other weights.
  const cases = VERDICT_CASES.filter(
    ({ manifest, forged }) => manifest?.['environment.math'] !== 'platform' || forged?.includes('weights')
  );
  for (const one of cases) {
    await verifier.pasteText(fragmentOf(receiptOfCase(one)));
    await verifier.expectVerdict(verdicts[one.finding].title);
    await expect(verifier.verdict, one.name).toContainText(verdicts[one.finding].why);
    const shown = { same: 'match', equivalent: 'match', refuted: 'differs', undecided: 'undecided' }[
      one.outcome
    ];
    await expect(verifier.verdict.locator('[data-verdict]'), one.name).toHaveAttribute('data-verdict', shown);
  }
});

test('a receipt of platform math says whose result it is, and that it cannot be refuted', async ({
  page
}) => {
  const verifier = new Verifier(page);
  const [one] = VERDICT_CASES.filter(({ outcome }) => outcome === 'undecided');
  await verifier.visit(fragmentOf({ ...receiptOfCase(one!), version: 2, engine: 'Netscape 4 on Amiga' }));
  await expect(verifier.claims).toContainText('The engine that made it: Netscape 4 on Amiga.');
  await verifier.expectVerdict('Undecided: another engine may have got this result');
  await expect(verifier.verdict).toContainText('The engine that made it: Netscape 4 on Amiga.');
  await expect(verifier.verdict).toContainText('math: portable → platform');
  await expect(verifier.verdict).toContainText('Not checked, because a re-run cannot tell');
  await expect(verifier.verdict).toContainText('name of the environment, engine');
});

test('axe finds nothing in either theme in the verifier, and in taking a run home', async ({
  lesson,
  page,
  trainings
}) => {
  const verifier = new Verifier(page);
  await verifier.visit();
  await verifier.pasteText('Lorem ipsum');
  await expectNothingFoundInEitherTheme(page, 'refused');
  await verifier.pasteText(fragmentOf({ ...trueReceipt({ l2: 0.01 }, 'mismatch') }));
  await expect(verifier.claims).toBeVisible();
  await trainings.hold();
  await verifier.run.click();
  await expect(verifier.progress).toBeVisible();
  await expectNothingFoundInEitherTheme(page, 'retraining');
  await trainings.letGo();
  await expect(verifier.verdict).toContainText(IDENTICAL);
  await expectNothingFoundInEitherTheme(page, 'identical');
  const receipt = trueReceipt();
  await verifier.pasteText(
    fragmentOf({ ...receipt, result: { ...receipt.result, accuracy: { correct: 84, total: 100 } } })
  );
  await verifier.expectVerdict('Refuted: the claim contradicts itself');
  await expectNothingFoundInEitherTheme(page, 'refuted');
  await lesson.open();
  await lesson.goTo(1);
  await lesson.button('Take it home: Then').click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expectNothingFoundInEitherTheme(page, 'taking a run home');
});

test('a link opened on a phone fits it @phone', async ({ lesson, page }) => {
  const eachWidth = (look: (size: string) => Promise<void>) =>
    atEachSize(
      page,
      [
        [390, 844],
        [320, 844]
      ],
      look
    );
  const verifier = new Verifier(page);
  await verifier.visit();
  await eachWidth((size) => expectNoOverflow(verifier, `empty, ${size}`));
  await page.goto(`/verify#${fragmentOf(trueReceipt({ comment: 'x'.repeat(80), l2: 0.01 }))}`);
  await expect(verifier.claims).toContainText('71%');
  await eachWidth((size) => expectNoOverflow(verifier, `claims, ${size}`));
  await verifier.expectVerdict(IDENTICAL);
  await page.evaluate(() => (location.hash = 'r1.x'));
  await expect(verifier.notice).toBeVisible();
  await eachWidth((size) => expectNoOverflow(verifier, `verdict, with a notice, ${size}`));
  await eachWidth((size) => expectLargeTargets(verifier, `verdict, ${size}`));
  await lesson.open();
  await lesson.goTo(1);
  await lesson.button('Take it home: Then').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await eachWidth((size) => expectNoOverflow(verifier, `taking a run home, ${size}`));
  await eachWidth((size) => expectLargeTargets(verifier, `taking a run home, ${size}`));
});

test('of two claims that lie ready one holds, and the other is refuted', async ({ page }) => {
  const verifier = new Verifier(page);
  await verifier.visit();
  await page.getByRole('button', { name: 'One that claims 93%' }).click();
  await expect(verifier.claims).toContainText('93%');
  await verifier.expectVerdict('Refuted: the claim contradicts itself');
  await page.getByRole('button', { name: 'One that claims 85%' }).click();
  await verifier.expectVerdict(IDENTICAL);
});

test('Python checks a receipt too, beside the browser’s trainer', async ({ page }) => {
  const verifier = new Verifier(page);
  await verifier.visit(fragmentOf(trueReceipt()));
  await page.getByRole('button', { name: 'Run it in Python' }).click();
  const python = page.getByRole('region', { name: 'Verify with Python too' });
  await expect(python).toContainText(`Python says: ${IDENTICAL}.`);
  await expect(python).toContainText('The browser’s trainer has not run it yet.');
  await verifier.run.click();
  await expect(python).toContainText('Two programs in two languages gave the same result, bit for bit.');
  await expectNothingFound(page, 'checked in Python');
});
