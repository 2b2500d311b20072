import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Axe, told what to look for. */
async function expectNone(axe: AxeBuilder, state: string): Promise<void> {
  // The page has no frames, so nothing is gained by a blank page to merge results in.
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => `${id}: ${html.slice(0, 160)} ${[...any, ...all][0]?.message ?? ''}`)
  );
  expect.soft(found, state).toEqual([]);
}

const axeOn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    // What is to be read on a control is in its name (2.5.3), for those who say it aloud to press it.
    rules: { 'label-content-name-mismatch': { enabled: true } }
  });

/** Tables are told apart by what their captions say. */
async function expectTablesNamed(page: Page, state: string): Promise<void> {
  const names = await page
    .locator('table:visible')
    .evaluateAll((tables) =>
      (tables as HTMLTableElement[]).map(({ caption }) => caption?.textContent.trim())
    );
  const wrong = names.filter((name, index) => !name || names.indexOf(name) !== index);
  expect.soft(wrong, `${state}: tables without a name of their own`).toEqual([]);
}

/** Axe has nothing to say against the page as it stands, nor is any table like another by its name. */
export async function expectNothingFound(page: Page, state: string): Promise<void> {
  await expectNone(axeOn(page).withTags(TAGS), state);
  await expectTablesNamed(page, state);
}

/** Nor has it in the other theme, which differs in its colours only. */
export async function expectNothingFoundInEitherTheme(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNothingFound(page, `${state}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(axeOn(page).withRules('color-contrast'), `${state}, dark`);
}
