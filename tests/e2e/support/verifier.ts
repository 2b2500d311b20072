import { expect, type Locator, type Page } from '@playwright/test';
import { tabTo } from './keyboard';

/** The page that checks receipts, by the names that people and assistive technology find things by. */
export class Verifier {
  readonly claims: Locator;
  readonly verdict: Locator;
  readonly manifest: Locator;
  readonly file: Locator;
  readonly paste: Locator;
  readonly open: Locator;
  readonly run: Locator;
  readonly cancel: Locator;
  readonly progress: Locator;
  /** Why something was not opened. */
  readonly notice: Locator;

  constructor(readonly page: Page) {
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    this.claims = region('What it claims');
    this.verdict = region('Verdict');
    this.manifest = region('What it was trained from');
    this.file = page.getByLabel('Choose a file');
    this.paste = page.getByRole('textbox', { name: 'Or paste a link, or the text of a receipt' });
    this.open = button('Open it');
    this.run = button(/^Run it (again|once more)$/);
    this.cancel = button('Cancel');
    this.progress = page.getByRole('progressbar', { name: 'Training progress' });
    this.notice = page.getByRole('main').getByRole('paragraph').filter({ hasText: 'Not opened.' });
  }

  /** @param fragment the receipt in a link, without its #. */
  async visit(fragment = ''): Promise<void> {
    await this.page.goto(fragment ? `/verify#${fragment}` : '/verify');
    // Only a page that listens takes files and texts.
    await expect(fragment ? this.claims : this.open).toBeVisible();
    await this.page.waitForLoadState('networkidle');
  }

  async pasteText(text: string): Promise<void> {
    await this.paste.fill(text);
    await this.open.click();
  }

  async choose(name: string, bytes: Buffer): Promise<void> {
    const mimeType = name.endsWith('.zip') ? 'application/zip' : 'application/json';
    await this.file.setInputFiles({ name, mimeType, buffer: bytes });
  }

  /** Drops a file on the page, as the browser tells of it. */
  async drop(name: string, bytes: Buffer): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ([name, bytes]) => {
        const transfer = new DataTransfer();
        const binary = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
        transfer.items.add(new File([binary], name));
        return transfer;
      },
      [name, bytes.toString('base64')] as const
    );
    await this.page.dispatchEvent('main', 'dragover', { dataTransfer });
    await expect(this.page.getByText('Let go to open it.')).toBeVisible();
    await this.page.dispatchEvent('main', 'drop', { dataTransfer });
    await expect(this.page.getByText('Let go to open it.')).toBeHidden();
  }

  /** Runs what is open, and waits for the verdict. */
  async expectVerdict(headline: string): Promise<void> {
    await this.run.click();
    await expect(this.verdict).toContainText(headline);
  }

  /** What the verdict says of each part of the result. */
  async expectParts(
    verdicts: Readonly<Record<'Accuracy' | 'Weights' | 'Predictions', string>>
  ): Promise<void> {
    for (const [part, verdict] of Object.entries(verdicts)) {
      await expect(this.verdict.getByRole('row', { name: part })).toContainText(verdict);
    }
  }

  tabTo = (target: Locator): Promise<void> => tabTo(this.page, target);
}
