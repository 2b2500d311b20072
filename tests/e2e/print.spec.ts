import type { Locator, Page } from '@playwright/test';
import { fragmentOf, trueReceipt } from './support/receipts';
import { expect, test } from './support/test';
import { Verifier } from './support/verifier';

/** What A4 has between its margins, in pixels. */
const PAPER = { width: 718, height: 1047 };

const seen = (all: Locator) => all.filter({ visible: true });

/** What only operates a page: nothing of it is any use on paper. */
async function expectNoControls(page: Page): Promise<void> {
  for (const role of ['slider', 'switch', 'navigation', 'progressbar'] as const) {
    await expect(seen(page.getByRole(role)), role).toHaveCount(0);
  }
  await expect(seen(page.locator('.button, form, .bar'))).toHaveCount(0);
}

/** Whatever is folded away on the screen is there on paper. */
async function expectFoldsOpen(page: Page): Promise<void> {
  const folded = await page.locator('details:not(:has([data-drift]))').evaluateAll((folds) =>
    folds
      .map((fold) => ({
        summary: fold.querySelector('summary')?.textContent,
        all: [...fold.children].slice(1)
      }))
      .filter(({ all }) => all.length > 0 && !all.some((content) => content.checkVisibility()))
      .map(({ summary }) => summary)
  );
  expect(folded, 'folded').toEqual([]);
}

/** Dark text on white, whatever the theme, and nothing that only a fill makes legible. */
async function expectInkOnPaper(page: Page): Promise<void> {
  const faint = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const place = text.parentElement!;
      if (text.data.trim() === '' || !place.checkVisibility() || place.closest('noscript, svg')) continue;
      const channels = getComputedStyle(place)
        .color.match(/[\d.]+/g)!
        .map(Number);
      const [red = 0, green = 0, blue = 0] = channels;
      if (0.2126 * red + 0.7152 * green + 0.0722 * blue > 140) found.push(text.data.trim());
    }
    return found;
  });
  expect(faint, 'too faint on white').toEqual([]);
}

async function expectPrintable(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize(PAPER);
  await expectNoControls(page);
  await expectFoldsOpen(page);
  await expectInkOnPaper(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, 'wider than the paper').toBeLessThanOrEqual(PAPER.width);
}

/** How many rows of folded tables there are while the browser prints. */
async function rowsWhilePrinting(page: Page): Promise<number> {
  await page.evaluate(() => {
    const count = () => {
      document.body.dataset['rows'] = String(document.querySelectorAll('details tbody tr').length);
    };
    addEventListener('beforeprint', count, { once: true });
  });
  await page.pdf();
  return Number(await page.locator('body').getAttribute('data-rows'));
}

test('the lesson on paper', async ({ lesson, page }) => {
  await lesson.open('?step=5&drifts=library-default');
  await lesson.expectStep(5);
  await lesson.expectAllLoaded();
  await expectPrintable(page);
  for (const name of ['Two runs', 'Process flow', 'Key moments', 'Quiz', 'Concept snapshot', 'Transcript']) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
  await expect(lesson.table).toBeVisible();
  await expect(lesson.tracker).toBeVisible();
  await expect(seen(page.locator('[data-node]'))).toHaveCount(9);
  await expect(page.getByText('a repeated result is evidence')).toBeVisible();
});

test('the Lab on paper, with what its folds make only when they open', async ({ lab, page }) => {
  await lab.open('?drifts=library-default');
  await lab.expectVerdict('Mismatch: 85% then, 71% later');
  await expect(lab.map('then')).toBeVisible();
  const rows = await rowsWhilePrinting(page);
  expect(rows, 'every penguin, and the loss of every epoch').toBeGreaterThan(100);
  await expect(page.locator('details table:visible')).toHaveCount(0);
  await expectPrintable(page);
  await expect(page.getByText('library default', { exact: true })).toBeVisible();
  await expect(lab.flippedTable).toBeVisible();
});

test('a verdict on paper', async ({ page }) => {
  const verifier = new Verifier(page);
  await verifier.visit(fragmentOf(trueReceipt()));
  await verifier.expectVerdict('Identical');
  await expectPrintable(page);
  await expect(verifier.claims).toBeVisible();
  await expect(verifier.verdict).toBeVisible();
  await expect(verifier.manifest).toBeVisible();
  await expect(verifier.file).toBeHidden();
});
