import { manifestKey } from '../../../experiment';
import { alternatives, type Causes, type Change } from '../../../experiment/lab';
import { count, fill, numberText } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { BisectQuestion, BisectState, LabState } from '../../../machine/lab';
import { repairedManifest } from '../../../machine/lab/cause/repair';
import { causeCards, type CauseCardView } from './card';
import { changeNames, changeView, type ChangeView } from './change';

export interface CauseListView {
  readonly text: string;
  readonly changes: readonly ChangeView[];
}

export interface CauseResultView {
  readonly title: string;
  /** What counted as broken. */
  readonly measure: string;
  /** Said when it is not about what is set up now. */
  readonly notice: { readonly kind: 'put-back' | 'earlier'; readonly text: string } | null;
  /** What a result without causes means; empty otherwise. */
  readonly none: string;
  readonly cards: readonly CauseCardView[];
  readonly repair: CauseListView | null;
  readonly harmless: CauseListView | null;
  readonly effort: string;
  readonly action: { readonly label: string; readonly does: 'put-back' | 'return' } | null;
}

const words = labWords.cause.found;

/** What a result without causes means: broken with nothing changed is a result that differs from run to run. */
function noneText({ kind }: Causes<Change>): string {
  if (kind === 'found') return '';
  return kind === 'unbroken'
    ? words.unbroken.text
    : `${words['always-broken'].text} ${labWords.runToRun.todo}`;
}

const repairText = (repair: readonly Change[]): string =>
  count(words.repair, repair.length, { names: changeNames(repair) });

/** The repair, and what the probes tell of other ones. */
function repairTexts(result: Causes<Change>, probes: BisectState['probes']): string {
  if (result.kind !== 'found') return '';
  const tried = probes.map(({ putBack, finding }) => ({ putBack, broken: finding.broken }));
  const all = alternatives(result, tried);
  const [only] = result.repair;
  if (result.repair.length === 1 && all.length > 0 && all.every(({ shown }) => shown === 'as-is')) {
    return fill(words.repair.either, { names: changeNames([only!, ...all.map(({ other }) => other)]) });
  }
  const instead = all.map(({ item, other, shown }) =>
    fill(words.repair.instead[shown], { item: changeNames([item]), other: changeNames([other]) })
  );
  return [repairText(result.repair), ...instead].join(' ');
}

/** A result in one sentence, and what repairs it. */
export function resultTexts(result: Causes<Change>): { readonly title: string; readonly repair: string } {
  return result.kind === 'found'
    ? { title: count(words.causes, result.groups.length), repair: repairText(result.repair) }
    : { title: words[result.kind].title, repair: '' };
}

function measureText({ criterion, tolerance }: BisectQuestion): string {
  const name = labWords.cause.criterion.names[criterion];
  const withPoints =
    criterion === 'score' && tolerance > 0 ? fill(words.tolerance, { name, points: tolerance }) : name;
  return fill(words.measure, { criterion: withPoints });
}

function noticeOf(search: BisectState, fits: boolean, { pair }: Pick<LabState, 'pair'>) {
  if (fits) return null;
  const repaired = repairedManifest(search);
  const isPutBack =
    repaired !== null &&
    manifestKey(repaired) === manifestKey(pair.later) &&
    manifestKey(search.question?.then ?? repaired) === manifestKey(pair.then);
  return isPutBack && search.result?.kind === 'found'
    ? { kind: 'put-back' as const, text: fill(words.isPutBack, { names: changeNames(search.result.repair) }) }
    : { kind: 'earlier' as const, text: words.isEarlier };
}

const action = (notice: CauseResultView['notice'], found: boolean): CauseResultView['action'] => {
  if (notice) return { label: notice.kind === 'put-back' ? words.undo : words.return, does: 'return' };
  return found ? { label: words.putBack, does: 'put-back' } : null;
};

/**
 * What a search has found; null before its end.
 * @param drifts ids of those that were in force in the search.
 * @param fits whether it is about what is set up now.
 */
export function causeResult(
  search: BisectState,
  drifts: readonly string[],
  fits: boolean,
  lab: Pick<LabState, 'pair'>
): CauseResultView | null {
  const { question, result, changes, probes } = search;
  if (!question || !result) return null;
  const notice = noticeOf(search, fits, lab);
  const found = result.kind === 'found' ? result : null;
  const harmless = found?.harmless ?? [];
  return {
    title: resultTexts(result).title,
    measure: measureText(question),
    notice,
    none: noneText(result),
    cards: found ? causeCards(found.groups, question.then, drifts) : [],
    repair: found && { text: repairTexts(found, probes), changes: found.repair.map(changeView) },
    harmless: found && {
      text: harmless.length > 0 ? count(words.harmless.some, harmless.length) : words.harmless.none,
      changes: harmless.map(changeView)
    },
    effort: count(words.effort, result.probes, { subsets: numberText(2 ** changes.length) }),
    action: action(notice, found !== null)
  };
}
