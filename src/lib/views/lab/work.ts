import { fill } from '../../lesson';
import type { Progress } from '../../trainer/lab';

/** Work of a part of the Lab, from before it began to how it ended. */
export type Work<Result> =
  | { readonly at: 'idle' }
  /** Progress is null until the first step is done. */
  | { readonly at: 'running'; readonly progress: Progress | null }
  | { readonly at: 'done'; readonly result: Result }
  | { readonly at: 'cancelled' }
  | { readonly at: 'failed'; readonly message: string };

/** The words of one piece of work. */
export interface WorkWords {
  readonly run: string;
  readonly again: string;
  readonly cancel: string;
  readonly progress: string;
  readonly done: string;
  readonly cancelled: string;
  readonly failed: string;
}

/** One piece of work as its controls show it. */
export interface WorkView {
  readonly running: boolean;
  /** What starts it, and whether that is what there is to do now. */
  readonly run: string;
  readonly due: boolean;
  readonly cancel: string;
  /** Name of the progress bar. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** How far it has come, in words; null when it is not running. */
  readonly progress: string | null;
  /** Said once, aloud too, when it has ended; empty before. */
  readonly outcome: string;
  readonly failed: boolean;
}

/** What to say of a piece of work that has ended. */
function outcome<Result>(work: Work<Result>, words: WorkWords): string {
  switch (work.at) {
    case 'done':
      return words.done;
    case 'cancelled':
      return words.cancelled;
    case 'failed':
      return fill(words.failed, { message: work.message });
    default:
      return '';
  }
}

/** @param tell says how far it has come; given null before the first step is done. */
export function workView<Result>(
  work: Work<Result>,
  words: WorkWords,
  tell: (progress: Progress | null) => string
): WorkView {
  const progress = work.at === 'running' ? work.progress : null;
  return {
    running: work.at === 'running',
    run: work.at === 'idle' || work.at === 'running' ? words.run : words.again,
    due: work.at !== 'running' && work.at !== 'done',
    cancel: words.cancel,
    label: words.progress,
    done: progress?.done ?? 0,
    total: progress?.total ?? 1,
    progress: work.at === 'running' ? tell(progress) : null,
    outcome: outcome(work, words),
    failed: work.at === 'failed'
  };
}
