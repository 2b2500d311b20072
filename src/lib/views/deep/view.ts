import { entryAt } from '../../experiment/entry-at';
import { differingBits, exactSum } from '../../experiment/lab';
import { count, fill } from '../../lesson';
import { deep as words } from '../../lesson/deep';
import {
  askedOf,
  flipsOf,
  PAIRS,
  QUESTIONS,
  RATES,
  sumsOf,
  truthOf,
  type Answers,
  type QuestionId,
  type Rate,
  type Traces
} from '../../machine/deep/questions';
import type { Trace } from '../../trainer/lab';
import { groupsOf, type BitGroup } from '../lab/bits/place';
import { ulpText } from '../lab/bits/text';
import { decimalOf } from '../lab/number-text';

/** A float64 as its sign, its exponent and the digits behind its point. */
export interface FloatView {
  readonly label: string;
  readonly decimal: string;
  readonly parts: readonly { readonly id: keyof typeof words.round.parts; readonly bits: string }[];
}

/** One addition before it is rounded. */
export interface AdditionView {
  readonly operands: readonly [FloatView, FloatView];
  readonly kept: string;
  readonly dropped: string;
  readonly keptText: string;
  readonly droppedText: string;
  readonly neighbours: readonly { readonly id: 'inner' | 'outer'; readonly text: string }[];
}

/** How far a difference has come after some batches: a cell for each weight. */
export interface ReachView {
  readonly batches: number;
  readonly after: string;
  readonly text: string;
  readonly cells: readonly boolean[];
}

/** What there is to see beside a question, before it is answered or after. */
interface Shown {
  readonly addition?: AdditionView;
  readonly numbers?: { readonly title: string; readonly values: readonly string[] };
  readonly bits?: { readonly rows: readonly { run: 'then' | 'later'; label: string; decimal: string }[] } & {
    readonly groups: readonly BitGroup[];
  };
  readonly reached?: readonly ReachView[];
}

export interface QuestionView extends Shown {
  readonly id: QuestionId;
  readonly title: string;
  readonly ask: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** Null before it is answered. */
  readonly chosen: string | null;
  /** What was computed, in sentences; null before it is answered. */
  readonly told: {
    readonly isRight: boolean;
    readonly verdict: string;
    readonly sentences: readonly string[];
  } | null;
}

export interface DeepView {
  readonly questions: readonly QuestionView[];
  /** What it all says; null before the last question is answered. */
  readonly end: string | null;
}

type Told = Shown & { readonly sentences: readonly string[] };

/** What a question asks about, and what it shows then and later. */
interface Stage {
  readonly ask: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly before?: Shown;
  readonly told: () => Told;
}

/** Binary digits of a float64. */
const DIGITS = 53;

const floatView = (label: string, value: number): FloatView => ({
  label,
  decimal: decimalOf(value),
  parts: groupsOf(value, value).map(({ name, bunches }) => ({
    id: name,
    bits: bunches
      .flat()
      .map(({ then }) => then)
      .join('')
  }))
});

function sumStage({ slow }: Traces): Stage {
  const { sum } = words;
  const sums = sumsOf(slow)!;
  const { epoch, batch, sums: numbers } = slow.first!;
  const { batchSize: rows } = PAIRS.slow.then.code;
  const { then, later } = sums.total;
  const bits = differingBits(then, later).length;
  return {
    ask: fill(sum.ask, { rows, chunks: PAIRS.slow.later.environment.gradientChunks }),
    answers: sum.answers,
    told: () => ({
      sentences: [bits === 0 ? sum.told.same : count(sum.told.other, bits)],
      bits: {
        rows: (['then', 'later'] as const).map((run) => ({
          run,
          label: sum.runs[run],
          decimal: decimalOf(sums.total[run])
        })),
        groups: groupsOf(then, later)
      },
      numbers: {
        title: fill(sum.numbers, { rows, epoch, batch: batch ?? 0 }),
        values: numbers.then.map(decimalOf)
      }
    })
  };
}

/** Whether what is dropped is half of a last digit, more, or less. */
const restOf = (dropped: string): keyof typeof words.round.told =>
  dropped === '1' ? 'half' : dropped.startsWith('1') ? 'more' : 'less';

function roundStage({ slow }: Traces): Stage {
  const { round } = words;
  const { left, right } = sumsOf(slow)!.rounded!;
  const { kept, dropped, inner, outer, rounded } = exactSum(left, right);
  return {
    ask: fill(round.ask, { digits: DIGITS }),
    answers: round.answers,
    before: {
      addition: {
        operands: [floatView(round.left, left), floatView(round.right, right)],
        kept,
        dropped,
        keptText: fill(round.kept, { digits: DIGITS }),
        droppedText: count(round.dropped, dropped.length),
        neighbours: [
          { id: 'inner', text: `${round.neighbours.inner}: ${decimalOf(inner)}` },
          { id: 'outer', text: `${round.neighbours.outer}: ${decimalOf(outer)}` }
        ]
      }
    },
    told: () => ({
      sentences: [round.told[restOf(dropped)], fill(round.sum, { value: decimalOf(rounded) })]
    })
  };
}

function reachStage({ slow }: Traces): Stage {
  const { reach } = words;
  const weights = entryAt(slow.epochs, 0).weights.then.length;
  const { reached, first } = slow;
  return {
    ask: count(reach.ask, first!.differing, { weights, batches: reached[reached.length - 1]?.batches ?? 0 }),
    answers: reach.answers,
    told: () => ({
      sentences: [reach.told],
      reached: reached.map(({ batches, weights: places }) => ({
        batches,
        after: count(reach.after, batches),
        text: fill(reach.count, { n: places.length, weights }),
        cells: Array.from({ length: weights }, (_, place) => places.includes(place))
      }))
    })
  };
}

const lastOf = ({ epochs }: Trace) => entryAt(epochs, epochs.length - 1);

function flipStage(rate: Rate, traces: Traces): Stage {
  const { flips } = words;
  const trace = traces[rate];
  const { accuracy, ulps, epoch } = lastOf(trace);
  const { total } = accuracy.then;
  return {
    ask: fill(words[rate].ask, { epochs: epoch, rate: RATES[rate], total }),
    answers: flips.answers,
    told: () => ({
      sentences: [
        count(flips.told, flipsOf(trace), {
          total,
          right: fill(flips.right, { then: accuracy.then.correct, later: accuracy.later.correct })
        }),
        fill(flips.apart, { median: ulpText(ulps.median), largest: ulpText(ulps.largest) })
      ]
    })
  };
}

const STAGES: Readonly<Record<QuestionId, (traces: Traces) => Stage>> = {
  sum: sumStage,
  round: roundStage,
  reach: reachStage,
  slow: (traces) => flipStage('slow', traces),
  fast: (traces) => flipStage('fast', traces)
};

function endText(traces: Traces): string {
  const [slow, fast] = [flipsOf(traces.slow), flipsOf(traces.fast)];
  if (slow === 0 && fast === 0) return words.end.same;
  return fill(words.end.told, {
    slow,
    fast,
    total: lastOf(traces.slow).accuracy.then.total,
    slowRate: RATES.slow,
    fastRate: RATES.fast
  });
}

/**
 * The questions so far. What answers one is not in it before it is answered.
 * @returns null where the two runs never differ here, so that there is nothing to follow.
 */
export function deepView(traces: Traces, answers: Answers): DeepView | null {
  const truth = truthOf(traces);
  if (truth === null) return null;
  const asked = askedOf(answers);
  const questions = asked.map((id): QuestionView => {
    const { ask, answers: texts, before, told } = STAGES[id](traces);
    const chosen = answers[id] ?? null;
    const { sentences, ...shown } = chosen === null ? { sentences: [] } : told();
    const isRight = chosen === truth[id];
    return {
      id,
      title: words[id].title,
      ask,
      options: QUESTIONS[id].map((option) => ({ id: option, text: texts[option]! })),
      chosen,
      told: chosen === null ? null : { isRight, verdict: isRight ? words.right : words.wrong, sentences },
      ...before,
      ...shown
    };
  });
  return { questions, end: questions.every(({ told }) => told !== null) ? endText(traces) : null };
}
