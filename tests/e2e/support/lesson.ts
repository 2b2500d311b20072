import { expect, type Locator, type Page } from '@playwright/test';
import { disagreements, glanceAt, type Glance } from './glance';
import { tabTo } from './keyboard';

export type Column = 'Action' | 'Environment state' | 'Model output' | 'Result comparison';

/** A section of a manifest. */
type Part = 'code' | 'data' | 'environment';

const COLUMNS: readonly Column[] = ['Action', 'Environment state', 'Model output', 'Result comparison'];

/** What a cell says before the lesson has come to it. */
export const UNKNOWN = '';

/** The words of a cell as they are read aloud: without decoration, and without the note beside them. */
const readOut = (cells: Element[]): string[] =>
  cells.map((cell) => {
    const copy = cell.cloneNode(true) as Element;
    for (const other of copy.querySelectorAll('[aria-hidden="true"], button, [role="tooltip"]'))
      other.remove();
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/** The lesson by the names that people and assistive technology find things by. */
export class Lesson {
  readonly next: Locator;
  /** The same button, whatever comes next. */
  readonly primary: Locator;
  readonly previous: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly reset: Locator;
  readonly slider: Locator;
  readonly speed: Locator;
  readonly differs: Locator;
  readonly chooser: Locator;
  readonly bar: Locator;
  readonly status: Locator;
  readonly table: Locator;
  readonly tracker: Locator;
  readonly flow: Locator;
  readonly listing: Locator;
  readonly stage: Locator;
  readonly narration: Locator;
  readonly ledger: Locator;
  readonly runs: Locator;
  readonly packing: Locator;
  readonly investigation: Locator;
  readonly moments: Locator;
  readonly quiz: Locator;
  readonly question: Locator;
  readonly verdict: Locator;

  constructor(readonly page: Page) {
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    this.next = button('Next step');
    this.previous = button('Back, previous step');
    this.play = button('Play');
    this.pause = button('Pause');
    this.reset = button('Reset');
    this.slider = page.getByRole('slider', { name: 'Step' });
    this.speed = page.getByRole('combobox', { name: 'Speed' });
    this.differs = page.getByRole('switch', { name: 'Environment differs' });
    this.chooser = page.getByRole('button', { name: /^What differs/ });
    this.bar = region('Lesson controls');
    this.primary = this.bar.getByRole('button', {
      name: /^(Next step|Now break it|Find the cause|Run the training again)$/
    });
    this.status = page.getByRole('status');
    this.table = page.getByRole('table', { name: 'Process table' });
    this.tracker = page.getByRole('table', { name: 'Status tracker' });
    this.flow = region('Process flow');
    this.listing = region('Execution sample');
    this.stage = page.locator('.stage');
    this.narration = page.locator('.stage > p');
    this.ledger = page.locator('.ledger');
    this.runs = region('Two runs');
    this.packing = page.getByRole('group', { name: 'Pack the case' });
    this.investigation = region('Investigation');
    this.moments = region('Key moments');
    this.quiz = region('Quiz');
    this.question = page.getByRole('group', { name: 'Match or mismatch?', exact: true });
    this.verdict = page.locator('[data-verdict]');
  }

  /** Opens the page, and waits until it can be operated and its trainer answers. */
  async open(search = ''): Promise<void> {
    await this.page.goto(`/${search}`);
    await this.expectTrainer();
  }

  /** The trainer has answered: it told which penguins the runs are tested on. */
  async expectTrainer(): Promise<void> {
    await expect(this.penguins('then')).toHaveAttribute('d', /^M/);
    await expect(this.table).toBeAttached();
  }

  /** Opens the page without counting on a trainer. */
  async openWithoutTrainer(): Promise<void> {
    await this.page.goto('/');
    await this.expectAllLoaded();
  }

  /** Whatever loads by itself after the first page has loaded, and will not push in between two looks. */
  async expectAllLoaded(): Promise<void> {
    await expect(this.tracker).toBeVisible();
    await expect(this.moments).toBeVisible();
    await expect(this.quiz).toContainText('Score');
    await expect(this.page.getByRole('region', { name: 'Transcript' })).toBeVisible();
    await expect(this.page.locator('[popover] fieldset')).toBeAttached();
  }

  /** From now on time stands still in the page, and passes only when told to. Trainings go on. */
  async stopTime(): Promise<void> {
    await this.page.clock.install();
    await this.page.clock.pauseAt(Date.now() + 60_000);
  }

  passTime = (milliseconds: number): Promise<void> => this.page.clock.runFor(milliseconds);

  row = (step: number): Locator => this.table.getByRole('row').nth(step);
  cell = (step: number, column: Column): Locator =>
    this.row(step).getByRole('cell').nth(COLUMNS.indexOf(column));
  node = (id: string): Locator => this.page.locator(`[data-node="${id}"]`);
  run = (name: 'then' | 'later'): Locator => this.page.locator(`[data-run="${name}"]`);
  map = (run: 'then' | 'later'): Locator =>
    this.page.getByRole('listbox', { name: `Decision map of the ${run} run`, includeHidden: true });
  /** Where a map is drawn, or will be. */
  frame = (run: 'then' | 'later'): Locator => this.run(run).locator('.map').first();
  /** The penguins of one sex that no two runs answer differently: drawn in one. */
  penguins = (run: 'then' | 'later'): Locator => this.map(run).locator('path.FEMALE');
  /** The penguin that is looked at, on each of the maps. */
  looked = (run: 'then' | 'later'): Locator =>
    this.map(run).getByRole('option', { selected: true, includeHidden: true });
  /** The penguins whose answer changed, between the maps. */
  tally = (): Locator => this.verdict.getByRole('button', { name: /^Penguin/ });
  /** What a narrow screen shows of the two runs. */
  choice = (name: 'Then' | 'Both' | 'Later'): Locator =>
    this.page.getByRole('radiogroup', { name: 'Which map' }).getByRole('radio', { name });
  pack = (name: 'Code' | 'Data' | 'Environment'): Locator => this.packing.getByRole('checkbox', { name });
  answer = (name: 'Match' | 'Mismatch' | 'Skip'): Locator =>
    this.question.getByRole('button', { name, exact: true });
  part = (part: Part): Locator => this.investigation.locator(`[data-part="${part}"]`);
  /** The head of a part of the investigation, which opens and closes it. */
  head = (part: Part): Locator => this.part(part).getByRole('heading').getByRole('button');
  putBack = (field: string): Locator => this.button(`Put back: ${field}`);
  /** Chips that what loads later differs in. */
  driftedChips = (): Locator => this.page.locator('[data-chip^="later"][data-state="differs"]');
  /** Penguins that the runs answer differently. */
  flips = (run: 'then' | 'later'): Locator => this.map(run).locator('.flipped');
  currentRow = (): Locator => this.table.locator('[aria-current="step"]');
  currentNode = (): Locator => this.flow.locator('[aria-current="step"]');
  currentLines = (): Locator => this.listing.locator('[aria-current="step"]');
  /** A notice on top of the page. */
  notice = (text: string | RegExp): Locator =>
    this.page.getByRole('main').getByRole('paragraph').filter({ hasText: text });
  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });

  /** One step on, and what it takes done. */
  async goOn(): Promise<void> {
    const step = Number(await this.slider.inputValue());
    await this.primary.click();
    await this.expectStep(step + 1);
  }

  /** One step on by touch: what is tapped within a moment of a tap is one double tap with it. */
  async tapTo(step: number): Promise<void> {
    await expect(async () => {
      const { step: now, busy } = await this.glance();
      if (now < step && !busy) await this.primary.tap();
      await expect(this.slider).toHaveValue(String(step), { timeout: 500 });
    }).toPass();
    await this.expectStep(step);
  }

  /** Presses what comes next until a step is reached, waiting for each. */
  async walkTo(step: number): Promise<void> {
    for (let now = Number(await this.slider.inputValue()); now < step; now++) await this.goOn();
  }

  /** Straight to a step, with the slider. */
  async goTo(step: number): Promise<void> {
    await this.slider.fill(String(step));
    await this.expectStep(step);
  }

  /** Opens the choice of what would differ, and waits until there is something to choose from. */
  async openChooser(): Promise<void> {
    await this.chooser.click();
    await expect(this.drifts().first()).toBeVisible();
  }

  /** Chooses what would differ, by name, and nothing else. */
  async choose(...names: readonly string[]): Promise<void> {
    await this.openChooser();
    for (const box of await this.drifts().all()) await box.setChecked(false);
    for (const name of names) await this.drift(name).check();
    await this.button('Done').click();
  }

  drifts = (): Locator =>
    this.page.getByRole('group', { name: 'Months later, this is not as it was saved' }).getByRole('checkbox');
  drift = (name: string): Locator => this.page.getByRole('checkbox', { name });

  /** Opens a part of the investigation, unless it is open. */
  async openPart(part: Part): Promise<void> {
    if ((await this.head(part).getAttribute('aria-expanded')) === 'false') await this.head(part).click();
    await expect(this.head(part)).toHaveAttribute('aria-expanded', 'true');
  }

  /** Puts back a field that was loaded with another value, by what it is called. */
  async restore(part: Part, field: string): Promise<void> {
    await this.openPart(part);
    await this.putBack(field).click();
    await expect(this.button(`Undo: ${field}`)).toBeVisible();
  }

  async runAgain(): Promise<void> {
    await this.button('Run the training again').click();
    await this.expectStep(5);
  }

  /** The page at one moment, read in one go. */
  glance = (): Promise<Glance> => this.page.evaluate(glanceAt);

  /** The lesson has come to rest at a step, and every panel says that it is this one. */
  async expectStep(step: number): Promise<void> {
    await expect(this.table).toBeAttached(); // it comes after the first page
    await expect
      .poll(
        async () => {
          const { step: now, busy, verdict } = await this.glance();
          return { step: now, busy, judged: now < 5 || verdict !== null };
        },
        { intervals: [20, 50, 100] }
      )
      .toEqual({ step, busy: false, judged: true });
    await this.expectAgreement();
  }

  /** Slider, table, flow, listing and news tell of one and the same step, whichever it is. */
  async expectAgreement(): Promise<void> {
    expect(disagreements(await this.glance())).toEqual([]);
  }

  /** What a row of the process table says, from the action on. */
  async expectRow(step: number, values: readonly string[]): Promise<void> {
    await expect.poll(() => this.row(step).getByRole('cell').evaluateAll(readOut)).toEqual(values);
  }

  /** What a row of the process table says after its action. */
  async expectResults(step: number, values: readonly string[]): Promise<void> {
    await expect
      .poll(async () => (await this.row(step).getByRole('cell').evaluateAll(readOut)).slice(1))
      .toEqual(values);
  }

  /** What the tracker says: a line for each variable, with its values from the start to the end. */
  async expectTracker(lines: Readonly<Record<string, readonly string[]>>): Promise<void> {
    for (const [variable, values] of Object.entries(lines)) {
      const cells = this.tracker.getByRole('row', { name: variable }).getByRole('cell');
      await expect.poll(() => cells.evaluateAll(readOut), variable).toEqual(values);
    }
  }

  /** Presses Tab until something has the focus. */
  tabTo = (target: Locator): Promise<void> => tabTo(this.page, target);

  /** Tabs to something and presses a key on it. */
  async press(target: Locator, key: 'Enter' | 'Space'): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }
}
