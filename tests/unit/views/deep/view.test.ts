import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from '$lib/experiment/lab';
import { deep as words } from '$lib/lesson/deep';
import {
  QUESTION_IDS,
  QUESTIONS,
  sumsOf,
  truthOf,
  type Answers,
  type QuestionId
} from '$lib/machine/deep/questions';
import { deepView } from '$lib/views/deep/view';
import { traces } from '../../machine/deep/traces';

const truth = truthOf(traces)!;
const view = (answers: Answers) => deepView(traces, answers)!;
const last = (answers: Answers) => view(answers).questions.at(-1)!;

/** The right answers to all questions before one. */
const upTo = (id: QuestionId): Answers =>
  Object.fromEntries(QUESTION_IDS.slice(0, QUESTION_IDS.indexOf(id)).map((id) => [id, truth[id]]));

describe('the questions of Deep', () => {
  it('tell nothing of what they ask before it is answered, whatever was answered before', () => {
    const anyTruth = fc.constantFrom(...QUESTION_IDS).chain((id) =>
      fc.record({
        id: fc.constant(id),
        answers: fc.record(
          Object.fromEntries(
            QUESTION_IDS.slice(0, QUESTION_IDS.indexOf(id)).map((id) => [
              id,
              fc.constantFrom(...QUESTIONS[id])
            ])
          )
        ) as fc.Arbitrary<Answers>
      })
    );
    fc.assert(
      fc.property(anyTruth, ({ id, answers }) => {
        const { questions, end } = view(answers);
        expect(questions.map(({ id }) => id)).toEqual(QUESTION_IDS.slice(0, QUESTION_IDS.indexOf(id) + 1));
        expect(end).toBeNull();
        const open = questions.at(-1)!;
        expect([open.told, open.chosen, open.bits, open.numbers, open.reached]).toEqual([
          null,
          null,
          undefined,
          undefined,
          undefined
        ]);
      })
    );
  });

  it.each(QUESTION_IDS)('say of each answer to “%s” whether it is what was computed', (id) => {
    for (const answer of QUESTIONS[id]) {
      const { questions } = view({ ...upTo(id), [id]: answer });
      const told = questions.find((question) => question.id === id)!.told!;
      expect(told.isRight).toBe(answer === truth[id]);
      expect(told.verdict).toBe(answer === truth[id] ? words.right : words.wrong);
      expect(told.sentences.length).toBeGreaterThan(0);
    }
  });

  it('show both sums with exactly the bits that differ', () => {
    const { bits, numbers } = view({ sum: 'same' }).questions[0]!;
    const { then, later } = sumsOf(traces.slow)!.total;
    expect(bits!.rows.map(({ decimal }) => Number(decimal))).toEqual([then, later]);
    expect(numbers!.values).toHaveLength(16);
  });

  it('show an addition whose digits are those of the exact sum', () => {
    const { addition } = last(upTo('round'));
    const { left, right } = sumsOf(traces.slow)!.rounded!;
    const { kept, dropped } = exactSum(left, right);
    expect(addition).toMatchObject({ kept, dropped });
    expect(addition!.operands.map(({ decimal }) => Number(decimal))).toEqual([left, right]);
    for (const { parts } of addition!.operands)
      expect(parts.map(({ bits }) => bits.length)).toEqual([1, 11, 52]);
  });

  it('count the weights that are reached as the cells show it', () => {
    const { reached } = view({ ...upTo('reach'), reach: 'all' }).questions[2]!;
    expect(reached!.map(({ batches }) => batches)).toEqual([1, 10, 100]);
    for (const { text, cells } of reached!) {
      expect(cells).toHaveLength(33);
      expect(text).toBe(`${cells.filter(Boolean).length} of 33 weights`);
    }
  });

  it('end with what both learning rates gave', () => {
    const { end, questions } = view({ ...upTo('fast'), fast: 'none' });
    expect(questions).toHaveLength(5);
    expect(end).toContain('0 of 100 answers changed at learning rate 0.3, 10 at 5');
  });

  it('are none where two runs never differ', () => {
    expect(deepView({ ...traces, slow: { ...traces.slow, first: null } }, {})).toBeNull();
  });
});
