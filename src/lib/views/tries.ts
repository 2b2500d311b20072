import { shortDigest, type RunRecord } from '../experiment';
import { count, fill } from '../lesson';
import { reasonText } from '../lesson/reason';
import { tries as words } from '../lesson/tries';
import type { FinishedProbe } from '../machine/lab';
import { percentText } from './percent';

/** One thing that differs, and can be put back. */
export interface TryColumn {
  readonly key: string;
  readonly name: string;
  /** What it was in the first run and is in the re-run; empty where that is not told. */
  readonly before: string;
  readonly after: string;
}

export interface TryCell {
  readonly key: string;
  readonly putBack: boolean;
}

/** One training with some of the differences put back. */
export interface TryRow {
  readonly id: string;
  /** Such as its number. */
  readonly name: string;
  /** What it was for; empty where that is not told. */
  readonly note: string;
  /** One for every column, in the same order in every row, so that patterns show. */
  readonly cells: readonly TryCell[];
  readonly accuracy: string;
  readonly flips: string;
  readonly digest: string;
  readonly sameDigest: boolean;
  readonly state: 'broken' | 'repaired' | 'running';
  readonly outcome: string;
  /** What the trainer said, when it refused the manifest; empty otherwise. */
  readonly refusal: string;
}

/** Tries, row by row, and what differs, column by column. */
export interface TriesView {
  readonly columns: readonly TryColumn[];
  readonly rows: readonly TryRow[];
}

export type TryAnswer = Omit<TryRow, 'id' | 'name' | 'note' | 'cells'>;

/** Which of the columns are put back. */
export const tryCells = (keys: readonly string[], putBack: readonly string[]): TryCell[] =>
  keys.map((key) => ({ key, putBack: putBack.includes(key) }));

const NO_RESULT = { accuracy: words.noResult, flips: '', digest: '', sameDigest: false, refusal: '' };

/** A try that is being trained. */
export const TRAINING: TryAnswer = { ...NO_RESULT, state: 'running', outcome: words.outcome.running };

/** What a try gave, beside the first run. */
export function tryAnswer(
  finding: FinishedProbe['finding'],
  reference: Pick<RunRecord, 'digest'> | null
): TryAnswer {
  const state = finding.broken ? 'broken' : 'repaired';
  const outcome = words.outcome[state];
  if (finding.kind === 'refused') {
    return {
      ...NO_RESULT,
      state,
      outcome,
      refusal: fill(words.refused, { message: reasonText(finding.reason) })
    };
  }
  return {
    accuracy: percentText(finding),
    flips: finding.flips === 0 ? words.flips.none : count(words.flips, finding.flips),
    digest: shortDigest(finding.digest),
    sameDigest: finding.digest === reference?.digest,
    state,
    outcome,
    refusal: ''
  };
}
