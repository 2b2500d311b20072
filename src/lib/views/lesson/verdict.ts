import { isMatch, type ComparisonKind, type RunRecord } from '../../experiment';
import { count, fill, lesson, listOf } from '../../lesson';
import { column } from '../../lesson/column';
import { verdict } from '../../lesson/verdict';
import type { LessonState, RunKey } from '../../machine/lesson';
import { addressOf } from './address';
import type { PenguinView } from '../penguins';
import { sharedDigits } from '../shared-digits';
import { SIGNS, type Sign } from '../sign';
import { weightCount } from '../weight-count';

/** Penguins whose answer changed in one way. */
export interface TallyRow {
  readonly penguins: readonly PenguinView[];
  readonly text: string;
  readonly short: string;
}

export type VerdictLink = 'lab' | 'bits' | 'spread' | 'case' | 'quiz';

export interface VerdictView {
  readonly kind: ComparisonKind;
  readonly matches: boolean;
  readonly sign: Sign;
  /** How many answers differ, and of what. */
  readonly figure: string;
  readonly caption: string;
  /** What became wrong, and what became right: empty where no answer changed. */
  readonly tally: readonly TallyRow[];
  readonly same: { readonly count: number; readonly text: string };
  readonly details: readonly string[];
  readonly links: readonly VerdictLink[];
  /** What the Lab's address carries to open with the same differences. */
  readonly lab: string;
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

function tally(then: RunRecord, flipped: readonly number[], penguins: readonly PenguinView[]): TallyRow[] {
  const answers = new Map(
    then.testIds.map((id, index) => [id, then.predictions[index] === 1 ? 'MALE' : 'FEMALE'])
  );
  const changed = penguins.filter(({ id }) => flipped.includes(id));
  return (['wrong', 'right'] as const)
    .map((became) => {
      const rows = changed.filter(({ id, sex }) => (answers.get(id) === sex) === (became === 'wrong'));
      return {
        penguins: [...rows].sort((a, b) => Number(a.sex === 'MALE') - Number(b.sex === 'MALE')),
        text: count(verdict.tally[became], rows.length),
        short: fill(verdict.tallyShort[became], { n: rows.length })
      };
    })
    .filter(({ penguins: row }) => row.length > 0);
}

function recalled({ prediction }: LessonState, matches: boolean): string[] {
  if (prediction?.kind !== 'recalled') return [];
  const { recalled: said, surprise } = column.prediction;
  const right = (prediction.answer === 'match') === matches;
  return [right ? said[prediction.answer] : `${said[prediction.answer]} ${surprise}`];
}

function details(state: LessonState, kind: ComparisonKind, weightsOf: WeightsOf): string[] {
  if (kind === 'equivalent') return [agreementText(state, weightsOf), verdict.noPromise];
  if (kind !== 'identical') return [];
  const equal = fill(verdict.identical, { weights: weightCount(state.saved) });
  if (state.investigation !== 'solved') return [equal, verdict.oneTry];
  const causes = listOf(state.investigated.map((id) => lesson.drifts[id].name));
  return [equal, fill(verdict.solved, { causes })];
}

function links({ investigation, at }: LessonState, kind: ComparisonKind): VerdictLink[] {
  if (kind === 'equivalent') return ['bits'];
  if (kind === 'identical') return investigation === 'solved' ? ['case', 'quiz'] : ['spread'];
  return at === 'investigating' ? [] : ['lab'];
}

/**
 * What the comparison came to, never why; null until the verdict has fallen.
 * @param weightsOf asked only where the bits differ and no answer does.
 */
export function verdictView(
  state: LessonState,
  penguins: readonly PenguinView[],
  weightsOf: WeightsOf
): VerdictView | null {
  const { comparison, then, later } = state;
  if (!comparison || !then || !later) return null;
  const { kind, flipped } = comparison;
  const matches = isMatch(comparison);
  const { total } = later.accuracy;
  return {
    kind,
    matches,
    sign: SIGNS[kind],
    figure: fill(verdict.figure, { n: flipped.length, total }),
    caption: count(verdict.differing, flipped.length),
    tally: tally(then, flipped, penguins),
    same: {
      count: total - flipped.length,
      text: fill(verdict.tally.same, { n: total - flipped.length })
    },
    details: [...details(state, kind, weightsOf), ...recalled(state, matches)],
    links: links(state, kind),
    lab: addressOf({ step: 0, drifts: state.loadedDrifts, found: [] })
  };
}
