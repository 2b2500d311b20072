import { expect, type Locator, type Page } from '@playwright/test';
import { tabTo } from './keyboard';

export type LabPart = 'compare' | 'cause' | 'bits' | 'browser' | 'leak' | 'spread';

export const LAB_PARTS: Record<LabPart, string> = {
  compare: 'Compare',
  cause: 'Find the cause',
  bits: 'First bit that differs',
  browser: 'Your own browser',
  leak: 'Identical and still wrong',
  spread: 'Spread'
};

type LabMap = 'then' | 'later' | 'difference';

const MAPS: Record<LabMap, RegExp> = {
  then: /^Decision map of the then run/,
  later: /^Decision map of the later run/,
  difference: /^Map of the difference/
};

/** A name, whatever characters it is made of. */
const literally = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The Lab by the names that people and assistive technology find things by. */
export class Lab {
  readonly setup: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly reset: Locator;
  readonly choose: Locator;
  readonly verdict: Locator;
  readonly ladder: Locator;
  /** What is said aloud of the comparison. */
  readonly news: Locator;
  readonly tolerance: Locator;
  readonly tolerancePanel: Locator;
  readonly mapsPanel: Locator;
  readonly flippedPanel: Locator;
  readonly flippedTable: Locator;
  /** The search, what it has found, and the retrainings that it took. */
  readonly search: Locator;
  readonly result: Locator;
  readonly probes: Locator;
  /** Which epoch the microscope looks at, and what it sees. */
  readonly epoch: Locator;
  readonly firstBit: Locator;
  readonly growth: Locator;
  readonly epochMaps: Locator;

  constructor(readonly page: Page) {
    this.setup = this.region('What the re-run met');
    this.undo = this.setup.getByRole('button', { name: 'Undo', exact: true });
    this.redo = this.setup.getByRole('button', { name: 'Redo', exact: true });
    this.reset = this.setup.getByRole('button', { name: 'Reset', exact: true });
    this.choose = page.getByRole('button', { name: /^(Choose what differs|Close the choice)$/ });
    this.verdict = this.region('Verdict');
    this.ladder = page.getByRole('list', { name: 'Match ladder' });
    this.news = page
      .getByRole('status')
      .filter({ hasText: /^(The re-run is|The bits|Same score, but|Mismatch:)/ });
    this.tolerance = page.getByRole('slider', { name: 'Accuracy within counts as a match' });
    this.tolerancePanel = this.region('Tolerance');
    this.mapsPanel = this.region('Decision maps');
    this.flippedPanel = this.region('Flipped penguins');
    this.flippedTable = page.getByRole('table', { name: 'Penguins that the two runs classify differently' });
    this.search = this.region('Find the cause');
    this.result = this.region('Result');
    this.probes = page.getByRole('table', { name: 'Probes, in the order in which they were made' });
    this.epoch = page.getByRole('slider', { name: 'Epoch', exact: true });
    this.firstBit = this.region('The first bit that differs');
    this.growth = this.region('How the difference grows');
    this.epochMaps = this.region('Both models, epoch by epoch');
  }

  region = (name: string): Locator => this.page.getByRole('region', { name, exact: true });
  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name });
  part = (part: LabPart): Locator => this.page.getByRole('link', { name: LAB_PARTS[part], exact: true });
  /** A drift by its name. Those of the lesson are shown at once, the others after `allDrifts`. */
  drift = (name: string): Locator => this.setup.getByRole('checkbox', { name, exact: true });
  allDrifts = (): Promise<void> => this.setup.getByRole('button', { name: /^\d+ more$/ }).click();
  field = (name: string): Locator => this.setup.locator('[data-field]').getByLabel(name, { exact: true });
  difference = (name: string): Locator => this.setup.getByRole('button', { name: `Put back ${name}` });
  map = (map: LabMap): Locator => this.page.getByRole('listbox', { name: MAPS[map] });
  /** The penguin that is looked at on a map. */
  looked = (map: LabMap): Locator => this.map(map).getByRole('option', { selected: true });
  /** One of the ready examples, by how its name begins. */
  example = (name: string): Locator =>
    this.page.getByRole('button', { name: new RegExp(`^${literally(name)}`) });
  criterion = (name: string): Locator => this.search.getByRole('radio', { name, exact: true });
  /** What starts the search, once both runs are trained. */
  find = (): Locator => this.search.getByRole('button', { name: 'Find the cause', exact: true });
  accuracies = (): Locator => this.epochMaps.locator('.figure [title]');
  /** Flipped penguins on the microscope's maps: marked on both. */
  flips = (): Locator => this.epochMaps.getByRole('listbox').locator('.flipped');

  async open(search = ''): Promise<void> {
    await this.page.goto(`/lab${search}`);
  }

  async show(part: LabPart): Promise<void> {
    await this.part(part).click();
    await expect(this.part(part)).toHaveAttribute('aria-current', 'page');
  }

  /** Sets up these drifts and nothing else. */
  async setUpOnly(...names: readonly string[]): Promise<void> {
    if (await this.reset.isEnabled()) await this.reset.click();
    if (await this.setup.getByRole('button', { name: /^\d+ more$/ }).isVisible()) await this.allDrifts();
    for (const name of names) await this.drift(name).check();
  }

  /** The address, as a person reads it. */
  address = (): string => decodeURIComponent(new URL(this.page.url()).search);

  async expectSearch(search: string): Promise<void> {
    await expect.poll(this.address).toBe(search);
  }

  /** Both runs are trained, and the verdict says so. */
  async expectVerdict(text: string | RegExp): Promise<void> {
    await expect(this.verdict).toContainText(text);
  }

  /** What the search has found: each cause by the things that it takes, with commas between them. */
  async expectCauses(...causes: readonly string[]): Promise<void> {
    await expect(this.result).toContainText(
      causes.length === 1 ? '1 cause found' : `${causes.length} causes found`
    );
    const found = this.result.getByRole('article');
    expect(await found.evaluateAll((cards) => cards.map((card) => card.dataset['cause']))).toEqual(causes);
  }

  /** Presses Tab until something has the focus. */
  tabTo = (target: Locator): Promise<void> => tabTo(this.page, target);
}
