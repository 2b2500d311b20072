import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { BisectState } from '../../../machine/lab';
import { changeNames } from './change';
import { searchControls } from './controls';
import { resultTexts } from './result';

const { news } = labWords.cause;

/** What is worth saying aloud of a search: its start, every cause, its end. Not every probe. */
export function causeNews(search: BisectState, fits: boolean): string {
  const { busy, changes, current, result } = search;
  if (!fits) return '';
  if (result) return fill(news.done, resultTexts(result)).trim();
  const found = current?.found ?? [];
  const newest = found.at(-1);
  if (!busy) return searchControls(search, fits).outcome;
  return newest
    ? count(news.found, newest.length, {
        number: found.length,
        names: changeNames(newest)
      })
    : count(news.started, changes.length);
}
