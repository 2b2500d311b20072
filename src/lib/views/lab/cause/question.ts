import { sameTestSet } from '../../../experiment';
import { changesBetween, CRITERIA, isBroken, type Criterion } from '../../../experiment/lab';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { WIDEST_TOLERANCE, type LabState } from '../../../machine/lab';
import { percentText } from '../../percent';

/** One answer to what counts as still broken, with how the two runs fare by it. */
export interface CriterionView {
  readonly criterion: Criterion;
  readonly name: string;
  readonly chosen: boolean;
  /** Null until both runs are known. */
  readonly broken: boolean | null;
  /** “broken” or “not broken”; empty until both runs are known. */
  readonly state: string;
  /** What was measured. */
  readonly now: string;
}

/** Why there is nothing to search, with reasons and advice where there are any. */
export interface Obstacle {
  readonly text: string;
  readonly reasons: readonly string[];
  readonly advice: string;
}

export interface QuestionView {
  readonly differences: string;
  readonly criteria: readonly CriterionView[];
  /** How far apart two scores may be, where that is asked for. */
  readonly tolerance: { readonly points: number; readonly most: number } | null;
  /** Why there is nothing to search; null when there is. */
  readonly obstacle: Obstacle | null;
}

const words = labWords.cause;

const said = (text: string): Obstacle => ({ text, reasons: [], advice: '' });

type Known = Pick<LabState, 'then' | 'later' | 'comparison'>;

/** A re-run that the trainer refuses has no result, and so none that matches. */
const isRefused = ({ failure }: LabState): boolean => failure?.kind === 'refused' && failure.run === 'later';

function measured(criterion: Criterion, { then, later, comparison }: Known, broken: boolean): string {
  if (!then || !later || !comparison) return words.criterion.now.unknown;
  const { now } = words.criterion;
  const flips = comparison.flipped.length;
  switch (criterion) {
    case 'bits':
      return broken ? now.bits.broken : now.bits.whole;
    case 'predictions':
      if (!sameTestSet(then, later)) return now.predictions.otherRows;
      return flips === 0 ? now.predictions.none : count(now.predictions, flips);
    case 'score':
      return fill(now.score, { then: percentText(then), later: percentText(later) });
  }
}

function criterionView(criterion: Criterion, state: LabState): CriterionView {
  const { then, later } = state;
  const shared = {
    criterion,
    name: words.criterion.names[criterion],
    chosen: state.criterion === criterion
  };
  if (then && isRefused(state)) {
    return { ...shared, broken: true, state: words.criterion.state.broken, now: words.criterion.now.refused };
  }
  const broken = then && later && isBroken(criterion, then, later, state.tolerance);
  return {
    ...shared,
    broken,
    state: broken === null ? '' : words.criterion.state[broken ? 'broken' : 'whole'],
    now: measured(criterion, state, broken === true)
  };
}

/** Why there is nothing to search for, by this measure, and by which there would be. */
function whole(criteria: readonly CriterionView[]): Obstacle {
  const others = criteria.filter(({ broken }) => broken === true);
  if (others.length === 0) return said([words.whole.nothing, words.whole.never].join(' '));
  return {
    text: [words.whole.nothing, words.whole.but].join(' '),
    reasons: others.map(({ criterion, name }) =>
      fill(words.whole.reason, { name, reason: words.whole.reasons[criterion] })
    ),
    advice: words.whole.choose
  };
}

function obstacleTo(
  state: LabState,
  differences: number,
  criteria: readonly CriterionView[]
): Obstacle | null {
  if (differences === 0) return said(words.nothing);
  const broken = criteria.find(({ chosen }) => chosen)?.broken ?? null;
  if (broken !== null) return broken ? null : whole(criteria);
  const stopped = state.at === 'stopped' || state.at === 'failed';
  return said(stopped ? words.waiting.stopped : words.waiting.training);
}

/** What is to be searched: how much differs, and what counts as still broken. */
export function questionView(state: LabState): QuestionView {
  const { pair, tolerance, criterion } = state;
  const differences = changesBetween(pair.then, pair.later).length;
  const criteria = CRITERIA.map((each) => criterionView(each, state));
  return {
    differences: differences === 0 ? '' : count(words.differences, differences),
    criteria,
    tolerance: criterion === 'score' ? { points: tolerance, most: WIDEST_TOLERANCE } : null,
    obstacle: obstacleTo(state, differences, criteria)
  };
}
