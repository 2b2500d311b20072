import { fill } from '../lesson';
import { reasonText } from '../lesson/reason';
import type { Work } from '../machine/work';
import type { Progress } from '../trainer/lab';

/** The words of one piece of work. */
export interface WorkWords {
  /** What starts it, now and once more; left out where it begins by itself, or elsewhere. */
  readonly run?: string;
  readonly again?: string;
  readonly cancel: string;
  /** Left out where it cannot be paused. */
  readonly pause?: { readonly pause: string; readonly resume: string; readonly paused: string };
  readonly progress: string;
  readonly done: string;
  readonly cancelled: string;
  readonly failed: string;
}

/** One piece of work as its controls show it. */
export interface WorkView {
  readonly running: boolean;
  /** What starts it, null where nothing does; and whether that is what there is to do now. */
  readonly run: string | null;
  readonly due: boolean;
  readonly cancel: string;
  /** What pauses it, or has it go on; null where neither is possible. */
  readonly pause: { readonly label: string; readonly paused: boolean } | null;
  /** Name of the progress bar. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** How far it has come, in words; null when it is not running. */
  readonly progress: string | null;
  /** Said once, aloud too, when it has ended or paused; empty before. */
  readonly outcome: string;
  readonly failed: boolean;
}

/** What to say of a piece of work that does not go on. */
function outcome<Result>(work: Work<Result>, words: WorkWords): string {
  switch (work.at) {
    case 'done':
      return words.done;
    case 'cancelled':
      return words.cancelled;
    case 'failed':
      return fill(words.failed, { message: reasonText(work.reason) });
    case 'running':
      return work.paused ? (words.pause?.paused ?? '') : '';
    case 'idle':
      return '';
  }
}

function pauseOf<Result>(work: Work<Result>, { pause }: WorkWords): WorkView['pause'] {
  if (!pause || work.at !== 'running') return null;
  return { label: work.paused ? pause.resume : pause.pause, paused: work.paused === true };
}

/** @param tell says how far it has come; given null before the first step is done. */
export function workView<Result>(
  work: Work<Result>,
  words: WorkWords,
  tell: (progress: Progress | null) => string
): WorkView {
  const progress = work.at === 'running' ? work.progress : null;
  const run = work.at === 'idle' || work.at === 'running' ? words.run : words.again;
  return {
    running: work.at === 'running',
    run: run ?? null,
    due: work.at !== 'running' && work.at !== 'done',
    cancel: words.cancel,
    pause: pauseOf(work, words),
    label: words.progress,
    done: progress?.done ?? 0,
    total: progress?.total ?? 1,
    progress: work.at === 'running' ? tell(progress) : null,
    outcome: outcome(work, words),
    failed: work.at === 'failed'
  };
}
