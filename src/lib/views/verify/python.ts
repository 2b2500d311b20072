import { shortDigest } from '../../experiment';
import type { Receipt, Verdict } from '../../experiment/receipt';
import { fill } from '../../lesson';
import { pythonCheck } from '../../lesson/python-check';
import { verdicts } from '../../lesson/verdicts';

type Result = Receipt['result'];

/** What a re-run gave; null where it ended without a result. */
export type Rerun = Result | null;

export interface PythonCheckView {
  readonly said: string;
  /** Null where nothing is decided. */
  readonly holds: boolean | null;
  /** How both programs agree, and what is to know of that. */
  readonly notes: readonly string[];
  readonly rows: readonly {
    readonly part: keyof typeof pythonCheck.table.parts;
    readonly name: string;
    readonly claimed: string;
    readonly browser: string;
    readonly python: string;
  }[];
}

const { table } = pythonCheck;

const TEXTS = {
  accuracy: ({ accuracy: { correct, total } }: Result) => `${correct} / ${total}`,
  weights: ({ digest }: Result) => shortDigest(digest),
  predictions: ({ predictionsDigest }: Result) => shortDigest(predictionsDigest)
};

const isSame = (one: Rerun, other: Rerun): boolean =>
  one?.digest === other?.digest && one?.predictionsDigest === other?.predictionsDigest;

function notesOf({ manifest }: Receipt, browser: Rerun | undefined, python: Rerun): string[] {
  if (browser === undefined) return [pythonCheck.alone];
  if (isSame(browser, python)) return [pythonCheck.both];
  return [pythonCheck.differ, ...(manifest.environment.math === 'platform' ? [pythonCheck.platform] : [])];
}

/**
 * What a receipt's re-run in Python says, beside that of the browser's trainer.
 * @param browser undefined where it has not been run
 */
export const pythonCheckView = (
  receipt: Receipt,
  browser: Rerun | undefined,
  python: Rerun,
  { finding, outcome }: Verdict
): PythonCheckView => ({
  said: fill(pythonCheck.said, { title: verdicts[finding].title }),
  holds: outcome === 'undecided' ? null : outcome !== 'refuted',
  notes: notesOf(receipt, browser, python),
  rows: (['accuracy', 'weights', 'predictions'] as const).map((part) => ({
    part,
    name: table.parts[part],
    claimed: TEXTS[part](receipt.result),
    browser: browser === undefined ? table.unknown : browser ? TEXTS[part](browser) : table.none,
    python: python ? TEXTS[part](python) : table.none
  }))
});
