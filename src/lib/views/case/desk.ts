import { compare, sameTestSet, shortDigest } from '../../experiment';
import { count, fill, numberText } from '../../lesson';
import { caseWords } from '../../lesson/case';
import type { CaseState } from '../../machine/case';
import { percentText } from '../percent';
import { TRAINING, tryAnswer, tryCells, type TriesView, type TryRow } from '../tries';
import { caseColumns } from './names';

/** Which rows are no tries: what the case came with. */
export const FIRST = 'first';
export const RERUN = 'rerun';

const words = caseWords.desk;

/** Where the case comes from: its level and number. */
export const pickedText = ({ source }: Pick<CaseState, 'source'>): string =>
  source.kind === 'drawn' ? fill(caseWords.picked.drawn, { ...source }) : caseWords.picked.chosen;

/** What has happened, and what is asked. */
export function storyText({ then, later, criterion, isWhole, differences }: CaseState): string {
  const { story } = caseWords;
  if (!then || !later) return story.training;
  if (isWhole || criterion === null) return story.whole;
  const scores = { then: percentText(then), later: percentText(later) };
  const what = {
    score: fill(story.score, scores),
    predictions: sameTestSet(then, later)
      ? count(story.predictions, compare(then, later).flipped.length, scores)
      : fill(story.otherRows, scores),
    bits: fill(story.bits, scores)
  };
  return [what[criterion], count(story.differences, differences.length), story.ask[criterion]].join(' ');
}

/** The row that shows a step of the log, by the number of the try; what a case came with by its name. */
export const tryNumber = (log: CaseState['log'], index: number): number =>
  log.slice(0, index + 1).filter(({ does }) => does === 'try').length;

/** Everything tried so far, with the runs that the case came with before it. */
export function deskView(state: CaseState): TriesView {
  const { then, later, log, busy } = state;
  const columns = caseColumns(state);
  const keys = columns.map(({ key }) => key);
  const row = (id: string, name: string, putBack: readonly string[]) => ({
    id,
    name,
    note: '',
    cells: tryCells(keys, putBack)
  });
  const first: TryRow = {
    ...row(FIRST, words.first, keys),
    ...TRAINING,
    ...(then && {
      accuracy: percentText(then),
      digest: shortDigest(then.digest),
      state: 'repaired',
      outcome: words.goal
    })
  };
  const rerun: TryRow = {
    ...row(RERUN, words.rerun, []),
    ...(then && later
      ? tryAnswer(
          {
            kind: 'trained',
            accuracy: later.accuracy,
            digest: later.digest,
            flips: compare(then, later).flipped.length,
            broken: state.criterion !== null
          },
          then
        )
      : TRAINING)
  };
  const tries = log.flatMap((done, index): TryRow[] =>
    done.does === 'try'
      ? [
          {
            ...row(`try-${tryNumber(log, index)}`, numberText(tryNumber(log, index)), done.keys),
            ...tryAnswer(done.finding, then)
          }
        ]
      : []
  );
  const next = state.steps[log.length];
  const running: TryRow[] =
    busy && then && later && next?.does === 'try'
      ? [{ ...row('running', numberText(tries.length + 1), next.keys), ...TRAINING }]
      : [];
  return { columns, rows: [first, rerun, ...tries, ...running] };
}

/** What the next try would do, or why it would be none. */
export function selectionText({ selection, differences, isNew }: CaseState): string {
  const left = differences.length - selection.length;
  if (selection.length === 0) return words.nothing;
  if (left === 0) return words.all;
  return isNew ? count(words.selected, selection.length, { left }) : words.tried;
}

/** How many tries were made. */
export function triesText({ tries, wrong }: Pick<CaseState, 'tries' | 'wrong'>): string {
  const all = count(caseWords.count.tries, tries);
  return wrong > 0 ? `${all} (${count(caseWords.count.wrong, wrong)})` : all;
}
