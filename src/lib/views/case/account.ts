import { parOf } from '../../experiment/case';
import { count, numberText } from '../../lesson';
import { caseWords } from '../../lesson/case';
import type { BisectOfCase, CaseState } from '../../machine/case';
import type { Work } from '../../machine/work';
import { probesView } from '../lab/cause/probes';
import type { TriesView } from '../tries';
import { workView, type WorkView } from '../work';

/** One count of tries, drawn as long as it is beside the others. */
export interface AccountBar {
  readonly id: 'you' | 'floor' | 'par';
  readonly name: string;
  readonly about: string;
  readonly value: string;
  /** Of the longest, 0 to 1. */
  readonly share: number;
}

export interface AccountView {
  readonly headline: string;
  readonly verdict: string;
  readonly bars: readonly AccountBar[];
  /** The search that par is taken from. */
  readonly search: WorkView;
}

const words = caseWords.account;

function verdictText(tries: number, floor: number, par: number | null): string {
  if (par === null) return '';
  if (tries <= floor) return words.verdict.floor;
  if (tries === par) return words.verdict.par;
  return tries < par ? count(words.verdict.under, par - tries) : count(words.verdict.over, tries - par);
}

function searchWork(search: BisectOfCase): Work<object> {
  if (!search) return { at: 'idle' };
  const { at, probes, remaining, result, failure, busy } = search;
  if (busy) return { at: 'running', progress: { done: probes.length, total: probes.length + remaining } };
  if (result) return { at: 'done', result };
  if (failure) return { at: 'failed', ...failure };
  return at === 'cancelled' ? { at } : { at: 'idle' };
}

/** What the search has tried beyond the two runs that every case begins with; null before it began. */
export function searchTries(search: BisectOfCase): TriesView | null {
  const view = search && probesView(search);
  if (!view) return null;
  const given = view.rows.length - parOf(view.rows.length);
  const rows = view.rows.slice(given).map((row, index) => ({ ...row, name: numberText(index + 1) }));
  return { columns: view.columns, rows };
}

/** How many trainings the search took beyond the two that every case begins with; null before its end. */
export const parIn = (search: BisectOfCase): number | null =>
  search?.result ? parOf(search.result.probes) : null;

/** What the case took: you, whoever guesses right, and delta debugging. Null before the causes are shown. */
export function accountView(state: CaseState, search: BisectOfCase): AccountView | null {
  const { tries, wrong, floor, isSolved } = state;
  if (floor === null) return null;
  const par = parIn(search);
  const most = Math.max(tries, floor, par ?? 0, 1);
  return {
    headline: isSolved ? words.solved : words.open,
    verdict: verdictText(tries, floor, par),
    bars: [
      {
        id: 'you',
        name: words.you,
        about: wrong > 0 ? count(caseWords.count.wrong, wrong) : '',
        value: numberText(tries),
        share: tries / most
      },
      {
        id: 'floor',
        name: words.floor,
        about: words.floorAbout,
        value: numberText(floor),
        share: floor / most
      },
      {
        id: 'par',
        name: words.par,
        about: words.parAbout,
        value: par === null ? words.counting : numberText(par),
        share: (par ?? 0) / most
      }
    ],
    search: workView(
      searchWork(search),
      {
        run: words.replay,
        again: words.replay,
        cancel: words.cancel,
        progress: words.progress,
        done: words.ended,
        cancelled: words.stopped,
        failed: words.failed
      },
      () => count(words.going, search?.remaining ?? 1, { number: (search?.probes.length ?? 0) + 1 })
    )
  };
}
