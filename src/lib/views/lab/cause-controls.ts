import { count, fill } from '../../lesson';
import { labWords } from '../../lesson/lab';
import type { BisectState } from '../../machine/lab';

/** What starts a search, ends it, and how far it has come. */
export interface SearchControlsView {
  readonly running: boolean;
  /** What the first button says and does. */
  readonly start: { readonly label: string; readonly does: 'start' | 'resume' };
  /** Whether it is the next thing to do, rather than something done before. */
  readonly isNext: boolean;
  /** Whether a search that was stopped can be begun anew instead. */
  readonly canStartOver: boolean;
  /** How far it has come: of all probes at worst, those that are done. */
  readonly progress: { readonly done: number; readonly total: number; readonly text: string } | null;
  /** How it stopped, if it did; empty otherwise. */
  readonly stopped: string;
  readonly failed: boolean;
}

const words = labWords.cause.controls;

function stoppedText({ at, probes, failure }: BisectState): string {
  if (at === 'cancelled') return count(words.cancelled, probes.length);
  return at === 'failed' && failure ? fill(words.failed, { message: failure.message }) : '';
}

/** @param fits whether the search is about what is set up now. */
export function searchControls(search: BisectState, fits: boolean): SearchControlsView {
  const { at, busy, probes, remaining, canRetry } = search;
  const resumable = fits && canRetry;
  const isDone = fits && at === 'done';
  const text =
    at === 'measuring' ? words.measuring : count(words.left, remaining, { number: probes.length + 1 });
  return {
    running: busy,
    start: resumable
      ? { label: words.resume, does: 'resume' }
      : { label: isDone ? words.again : words.start, does: 'start' },
    isNext: !busy && !isDone,
    canStartOver: resumable,
    progress: busy ? { done: probes.length, total: probes.length + remaining, text } : null,
    stopped: fits ? stoppedText(search) : '',
    failed: fits && at === 'failed'
  };
}
