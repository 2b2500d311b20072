import { fill } from '../../lesson';
import { reasonText } from '../../lesson/reason';
import { tryWords } from '../../lesson/try';
import type { Work } from '../../machine/work';
import type { TrainedRun } from '../../trainer';
import type { PythonResult } from '../../trainer/python';
import { errorView } from './error';
import { tryVerdict } from './verdict';

const { news, result: words } = tryWords;

/** What is said aloud when a program has ended; empty before. */
export function tryNews(work: Work<PythonResult>, lesson: TrainedRun | null): string {
  if (work.at === 'cancelled') return words.work.cancelled;
  if (work.at === 'failed') return reasonText(work.reason);
  if (work.at !== 'done') return '';
  const { ending, run } = work.result;
  const error = errorView(ending);
  if (error) return fill(news.raised, { where: `${error.where} ${error.plain}` });
  const headline = run && lesson ? tryVerdict({ lesson, python: run }).headline : '';
  return fill(news.done, { headline }).trim();
}
