import { fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { Work } from '../../../machine/work';
import type { Trace } from '../../../trainer/lab';
import { workView, type WorkView } from '../../work';

const { work: words } = labWords.bits;

/** The comparison before there is anything to show of it. It begins by itself; what is refused stays so. */
export function traceView(work: Work<Trace>): WorkView {
  const refused = work.at === 'failed' && work.kind === 'refused';
  return workView(
    work.at === 'idle' ? { at: 'running', progress: null } : work,
    {
      ...(!refused && { again: words.retry }),
      cancel: words.cancel,
      progress: words.progress,
      done: '',
      cancelled: words.cancelled,
      failed: `${refused ? words.refused : words.broken} {message}`
    },
    (progress) => (progress === null ? words.waiting : fill(words.tracing, { ...progress }))
  );
}
