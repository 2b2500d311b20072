import { entryAt } from '../../experiment/entry-at';
import { applyDrifts, BASELINE, type Manifest } from '../../experiment';
import { exactSum } from '../../experiment/lab';
import type { Both, Trace } from '../../trainer/lab';
import { additionsOf, firstRounded, totalOf, type Addition } from './sums';

/** The learning rates at which the same difference is followed: the lesson's, and one at which it grows. */
const RATES = { slow: BASELINE.code.learningRate, fast: 5 } as const;
export type Rate = keyof typeof RATES;

const at = (learningRate: number): Both<Manifest> => {
  const then = { ...BASELINE, code: { ...BASELINE.code, learningRate } };
  return { then, later: applyDrifts(['gradient-chunks'], then) };
};

/** Two runs that differ in the order of their sums only. */
export const PAIRS: Readonly<Record<Rate, Both<Manifest>>> = { slow: at(RATES.slow), fast: at(RATES.fast) };

/** Both pairs, traced. */
export type Traces = Readonly<Record<Rate, Trace>>;

/** The questions, in the order in which they are asked, each with what can be answered. */
export const QUESTIONS = {
  sum: ['same', 'other'],
  round: ['inner', 'outer'],
  reach: ['same', 'more', 'all'],
  slow: ['none', 'few', 'many'],
  fast: ['none', 'few', 'many']
} as const;
export type QuestionId = keyof typeof QUESTIONS;
export type AnswerTo<Id extends QuestionId> = (typeof QUESTIONS)[Id][number];
export type Answers = { readonly [Id in QuestionId]?: AnswerTo<Id> };

export const QUESTION_IDS = Object.keys(QUESTIONS) as QuestionId[];

export const isAnswer = (id: QuestionId, value: string): boolean =>
  (QUESTIONS[id] as readonly string[]).includes(value);

/** The questions that were answered one after the other, and the one that is asked next. */
export function askedOf(answers: Answers): QuestionId[] {
  const open = QUESTION_IDS.findIndex((id) => answers[id] === undefined);
  return open < 0 ? QUESTION_IDS : QUESTION_IDS.slice(0, open + 1);
}

/** What the two sums of the first batch that differs are made of. */
export interface Sums extends Both<readonly Addition[]> {
  readonly total: Both<number>;
  /** The first addition of the run in a row that had to be rounded; null where none had to. */
  readonly rounded: Addition | null;
}

/** @returns null where the runs never differ after a batch. */
export function sumsOf({ first }: Trace): Sums | null {
  if (first === null || first.batch === null) return null;
  const { then, later } = PAIRS.slow;
  const additions = {
    then: additionsOf(first.sums.then, then.environment.gradientChunks),
    later: additionsOf(first.sums.later, later.environment.gradientChunks)
  };
  return {
    ...additions,
    total: { then: totalOf(additions.then), later: totalOf(additions.later) },
    rounded: firstRounded(additions.then)
  };
}

/** How many penguins are answered otherwise at the end still counts as few. */
const FEW = 5;

const flipsOf = ({ epochs }: Trace): number => entryAt(epochs, epochs.length - 1).flipped.length;

const amount = (flips: number): AnswerTo<'slow'> => (flips === 0 ? 'none' : flips <= FEW ? 'few' : 'many');

function reachOf({ first, reached, epochs }: Trace): AnswerTo<'reach'> {
  const weights = reached[reached.length - 1]?.weights.length ?? 0;
  if (weights === entryAt(epochs, 0).weights.then.length) return 'all';
  return weights > (first?.differing ?? 0) ? 'more' : 'same';
}

/** What each question's answer turned out to be; null where two runs never differed, so that there is nothing to ask. */
export function truthOf(traces: Traces): Required<Answers> | null {
  const sums = sumsOf(traces.slow);
  if (sums === null || sums.rounded === null) return null;
  const { left, right } = sums.rounded;
  const exact = exactSum(left, right);
  return {
    sum: Object.is(sums.total.then, sums.total.later) ? 'same' : 'other',
    round: exact.rounded === exact.inner ? 'inner' : 'outer',
    reach: reachOf(traces.slow),
    slow: amount(flipsOf(traces.slow)),
    fast: amount(flipsOf(traces.fast))
  };
}

export { flipsOf, RATES };
