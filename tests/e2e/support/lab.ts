import { expect, type Locator, type Page } from '@playwright/test';

export type LabPart = 'compare' | 'cause' | 'bits' | 'browser' | 'leak';

const NAMES: Record<LabPart, string> = {
  compare: 'Compare',
  cause: 'Find the cause',
  bits: 'First bit that differs',
  browser: 'Your own browser',
  leak: 'Identical and still wrong'
};

/** The Lab by the names that people and assistive technology find things by. */
export class Lab {
  readonly setup: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly reset: Locator;
  readonly choose: Locator;
  readonly verdict: Locator;
  readonly ladder: Locator;
  readonly status: Locator;

  constructor(readonly page: Page) {
    this.setup = this.region('What the re-run met');
    this.undo = this.setup.getByRole('button', { name: 'Undo', exact: true });
    this.redo = this.setup.getByRole('button', { name: 'Redo', exact: true });
    this.reset = this.setup.getByRole('button', { name: 'Reset', exact: true });
    this.choose = page.getByRole('button', { name: /^(Choose what differs|Close the choice)$/ });
    this.verdict = this.region('Verdict');
    this.ladder = page.getByRole('list', { name: 'Match ladder' });
    this.status = page.locator('body > div > [role="status"], body [role="status"].hidden-visually').last();
  }

  region = (name: string): Locator => this.page.getByRole('region', { name, exact: true });
  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name });
  part = (part: LabPart): Locator => this.page.getByRole('link', { name: NAMES[part], exact: true });
  drift = (name: string): Locator => this.setup.getByRole('checkbox', { name, exact: true });
  field = (name: string): Locator => this.setup.getByLabel(name, { exact: true });
  difference = (name: string): Locator => this.setup.getByRole('button', { name: `Put ${name} back` });

  async open(search = ''): Promise<void> {
    await this.page.goto(`/lab${search}`);
  }

  async show(part: LabPart): Promise<void> {
    await this.part(part).click();
    await expect(this.part(part)).toHaveAttribute('aria-current', 'page');
  }

  /** The address, as a person reads it. */
  search = (): string => decodeURIComponent(new URL(this.page.url()).search);

  async expectSearch(search: string): Promise<void> {
    await expect.poll(this.search).toBe(search);
  }

  /** Both runs are trained, and the verdict says so. */
  async expectVerdict(text: string | RegExp): Promise<void> {
    await expect(this.verdict).toContainText(text);
  }
}
