import { isMatch, percent } from '../../experiment';
import { count, fill, lesson } from '../../lesson';
import { verdict } from '../../lesson/verdict';
import type { Answer, LessonState, RunKey } from '../../machine/lesson';
import { addressOf } from './address';
import { driftText } from './difference-text';
import { sharedDigits } from '../shared-digits';
import { SIGNS, type Sign } from '../sign';
import { weightCount } from '../weight-count';

export interface VerdictView {
  readonly matches: boolean;
  /** The sign that stands for the comparison, and its shape. */
  readonly sign: Sign;
  readonly headline: string;
  readonly details: readonly string[];
  /** What to do next, if anything. */
  readonly next: 'investigate' | 'see-causes' | 'differ' | null;
  /** What the Lab's address carries to open with the same differences; null when nothing differs. */
  readonly lab: string | null;
}

const { prediction } = lesson.runs;

function recalled({ prediction: given }: LessonState, outcome: Answer): string[] {
  if (given?.kind !== 'recalled') return [];
  const answer = prediction.answers[given.answer];
  return [fill(given.answer === outcome ? prediction.right : prediction.wrong, { answer })];
}

function next({ at, drifts }: LessonState, matches: boolean): VerdictView['next'] {
  if (matches) return drifts.length > 0 ? null : 'differ';
  return at === 'mismatched' ? 'investigate' : 'see-causes';
}

/** The weights that a run ended with; null where they are not at hand. */
type WeightsOf = (run: RunKey) => Float64Array | null;

/** How far the weights of two runs agree, of which only the bits are known to differ. */
function agreementText({ rerun }: LessonState, weightsOf: WeightsOf): string {
  const [then, later] = [weightsOf('then'), weightsOf(rerun)];
  if (!then || !later) return verdict.agreement.unknown;
  const digits = sharedDigits(then, later);
  return digits === 0 ? verdict.agreement.none : count(verdict.agreement.digits, digits);
}

/**
 * The sentence on both runs; null until the verdict has fallen.
 * @param weightsOf asked only where the bits differ and no answer does. @default they are not at hand
 */
export function verdictView(state: LessonState, weightsOf: WeightsOf = () => null): VerdictView | null {
  const { comparison, later } = state;
  if (!comparison || !later) return null;
  const matches = isMatch(comparison);
  const { total } = later.accuracy;
  const differing = count(verdict.differing, comparison.flipped.length, { total });
  const causes = state.drifts.map(driftText);
  const words = {
    identical: () => [fill(verdict.identical, { weights: weightCount(state.saved) }), differing],
    equivalent: () => [
      verdict.equivalent,
      `${agreementText(state, weightsOf)} ${verdict.noPromise}`,
      ...causes
    ],
    'same-score': () => [
      differing,
      fill(verdict.sameScoreDetail, { percent: percent(later.accuracy) }),
      ...causes
    ],
    mismatch: () => [differing, ...causes]
  }[comparison.kind]();
  return {
    matches,
    sign: SIGNS[comparison.kind],
    headline: words[0],
    details: [...words.slice(1), ...recalled(state, matches ? 'match' : 'mismatch')],
    next: next(state, matches),
    lab: addressOf({ goal: 0, drifts: state.drifts }) || null
  };
}
