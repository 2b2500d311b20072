import { count } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { BisectState } from '../../../machine/lab';
import type { Work } from '../../../machine/work';
import { workView, type WorkView } from '../../work';

const words = labWords.cause.controls;

/** The search as work: of all probes at worst, those that are done. What no longer fits has not begun. */
function searchWork(
  { at, probes, remaining, result, failure, busy }: BisectState,
  fits: boolean
): Work<object> {
  const done = probes.length;
  if (busy) return { at: 'running', progress: { done, total: done + remaining } };
  if (!fits) return { at: 'idle' };
  if (result) return { at: 'done', result };
  if (failure) return { at: 'failed', ...failure };
  return at === 'cancelled' ? { at } : { at: 'idle' };
}

/**
 * What starts a search or has it go on, ends it, and how far it has come.
 * @param fits whether the search is about what is set up now.
 */
export function searchControls(search: BisectState, fits: boolean): WorkView {
  const { at, probes, remaining, canRetry } = search;
  const number = probes.length + 1;
  return workView(
    searchWork(search, fits),
    {
      run: words.start,
      again: canRetry ? words.resume : words.again,
      cancel: words.cancel,
      progress: words.progress,
      done: '',
      cancelled: count(words.cancelled, probes.length),
      failed: words.failed
    },
    () => (at === 'measuring' ? words.measuring : count(words.left, remaining, { number }))
  );
}
