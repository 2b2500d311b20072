import { expect, type Locator, type Page } from '@playwright/test';

/** The lesson by the names that people find things by. */
export class Lesson {
  readonly next: Locator;
  readonly previous: Locator;
  readonly reset: Locator;
  readonly slider: Locator;
  readonly differs: Locator;
  readonly status: Locator;
  readonly table: Locator;
  readonly tracker: Locator;
  readonly runs: Locator;
  readonly investigation: Locator;
  readonly quiz: Locator;

  constructor(readonly page: Page) {
    this.next = page.getByRole('button', { name: 'Next step' });
    this.previous = page.getByRole('button', { name: 'Previous step' });
    this.reset = page.getByRole('button', { name: 'Reset' });
    this.slider = page.getByRole('slider', { name: 'Step' });
    this.differs = page.getByRole('switch', { name: 'Environment differs' });
    this.status = page.getByRole('status');
    this.table = page.getByRole('table', { name: 'Process table' });
    this.tracker = page.getByRole('table', { name: 'Status tracker' });
    this.runs = page.getByRole('region', { name: 'Two runs' });
    this.investigation = page.getByRole('region', { name: 'Investigation' });
    this.quiz = page.getByRole('region', { name: 'Quiz' });
  }

  /** Opens the page and waits until it can be operated. */
  async open(address = ''): Promise<void> {
    await this.page.goto(`/${address}`);
    await expect(this.page.getByRole('region', { name: 'Two runs' })).toContainText('233 train');
  }

  row = (step: number): Locator => this.table.locator(`tbody tr[data-step="${step}"]`);
  cell = (step: number, column: string): Locator =>
    this.row(step).locator(`td[data-column="${column}"] .value`);
  node = (id: string): Locator => this.page.locator(`[data-node="${id}"]`);
  code = (): Locator =>
    this.page.getByRole('region', { name: 'Execution sample' }).locator('[aria-current="step"]');
  verdict = (kind: 'match' | 'differs'): Locator => this.page.locator(`[data-verdict="${kind}"]`);
  rings = (): Locator => this.page.locator('[data-run="later"] [role="option"] circle.ring');

  /** What each cell of a row of the tracker says, without the step's number. */
  async trackerRow(variable: string): Promise<string[]> {
    const cells = this.tracker.getByRole('row', { name: variable }).locator('td .value');
    return (await cells.allTextContents()).map((text) => text.trim());
  }

  /** Presses `Next step` until a step is reached, waiting for each. */
  async walkTo(step: number): Promise<void> {
    for (let now = Number(await this.slider.inputValue()); now < step; now++) {
      await this.next.click();
      await this.expectAt(now + 1);
    }
  }

  /** The step is reached, its work is done, and everything on the page agrees that it is. */
  async expectAt(step: number): Promise<void> {
    await expect(this.slider).toHaveValue(String(step));
    await expect(this.page.getByRole('button', { name: 'Cancel training' })).toHaveCount(0);
    if (step === 5) await expect(this.page.locator('[data-verdict]')).toBeVisible();
    await this.expectAgreement();
  }

  /** Table, slider, listing and flow tell of one and the same step. */
  async expectAgreement(): Promise<void> {
    const step = Number(await this.slider.inputValue());
    await expect(this.page.locator('[data-node][aria-current="step"]')).toHaveCount(1);
    await expect(this.page.locator('[data-node][data-state="current"]')).toHaveCount(1);
    await expect(this.table.locator('[aria-current="step"]')).toHaveCount(step === 0 ? 0 : 1);
    if (step > 0) await expect(this.row(step)).toHaveAttribute('aria-current', 'step');
    const lines = [0, 2, 1, 1, 2, 1, 1][step];
    await expect(this.code()).toHaveCount(lines);
    const nodes = [
      ['start'],
      ['train'],
      ['save'],
      ['rerun'],
      ['rerun'],
      ['compare', 'trust', 'mismatch'],
      ['investigate']
    ];
    const node = await this.page.locator('[data-node][aria-current="step"]').getAttribute('data-node');
    expect(nodes[step]).toContain(node);
  }

  /** Chooses what differs, by name, and nothing else. */
  async choose(...names: string[]): Promise<void> {
    await this.page.getByRole('button', { name: /What differs/ }).click();
    const boxes = this.page.getByRole('group', { name: /this is not as it was saved/ }).getByRole('checkbox');
    for (const box of await boxes.all()) {
      const label = await box.locator('xpath=ancestor::label//strong').textContent();
      await box.setChecked(names.includes(label ?? ''));
    }
    await this.page.getByRole('button', { name: 'Done' }).click();
  }
}
