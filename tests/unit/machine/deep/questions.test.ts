import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ulpDistance } from '$lib/experiment/lab';
import {
  askedOf,
  flipsOf,
  isAnswer,
  PAIRS,
  QUESTION_IDS,
  QUESTIONS,
  sumsOf,
  truthOf,
  type Answers
} from '$lib/machine/deep/questions';
import { additionsOf, firstRounded, totalOf } from '$lib/machine/deep/sums';
import { traces } from './traces';

const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('the additions of a sum', () => {
  it('in one chunk are those in a row', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        expect(totalOf(additionsOf(numbers, 1))).toBe(numbers.reduce((sum, value) => sum + value, 0));
      })
    );
  });

  it('are what their two sides give, and use each number once', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 8 }), (numbers, chunks) => {
        const additions = additionsOf(numbers, chunks);
        for (const { left, right, result } of additions) expect(result).toBe(left + right);
        expect(additions.slice(0, numbers.length).map(({ right }) => right)).toEqual(numbers);
      })
    );
  });

  it('of whole numbers are the same in any chunks, and none is rounded', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 8 }), (numbers, chunks) => {
        const additions = additionsOf(numbers, chunks);
        expect(totalOf(additions)).toBe(totalOf(additionsOf(numbers, 1)));
        expect(firstRounded(additions)).toBeNull();
      })
    );
  });
});

describe('the questions', () => {
  it('are asked one after the other, whatever else is answered', () => {
    const anyAnswers = fc.record(
      Object.fromEntries(QUESTION_IDS.map((id) => [id, fc.constantFrom(...QUESTIONS[id])])),
      { requiredKeys: [] }
    ) as fc.Arbitrary<Answers>;
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const asked = askedOf(answers);
        expect(asked).toEqual(QUESTION_IDS.slice(0, asked.length));
        for (const id of asked.slice(0, -1)) expect(answers[id]).toBeDefined();
        if (asked.length < QUESTION_IDS.length) expect(answers[asked.at(-1)!]).toBeUndefined();
      })
    );
  });

  it('take their own answers only', () => {
    expect(isAnswer('sum', 'other')).toBe(true);
    expect(isAnswer('sum', 'inner')).toBe(false);
    expect(isAnswer('fast', 'constructor')).toBe(false);
  });

  it('have the answers that the trainings give', () => {
    expect(truthOf(traces)).toEqual({
      sum: 'other',
      round: expect.stringMatching(/^(inner|outer)$/),
      reach: 'more',
      slow: 'none',
      fast: 'many'
    });
    expect(flipsOf(traces.slow)).toBe(0);
  });

  it('have none where two runs never differ', () => {
    expect(truthOf({ ...traces, slow: { ...traces.slow, first: null } })).toBeNull();
  });
});

describe('the sums of the first batch that differs', () => {
  const sums = sumsOf(traces.slow)!;
  const { first } = traces.slow;

  it('are of the same numbers, a number a row, and differ', () => {
    expect(first!.sums.then).toEqual(first!.sums.later);
    expect(first!.sums.then).toHaveLength(PAIRS.slow.then.code.batchSize);
    expect(ulpDistance(sums.total.then, sums.total.later)).toBeGreaterThan(0);
  });

  it('move the weight to where each run has it', () => {
    const { batchSize, learningRate } = PAIRS.slow.then.code;
    const moved = (run: 'then' | 'later') => first![run] + learningRate * (sums.total[run] / batchSize);
    // Both came from one weight, up to the rounding of this very check.
    expect(Math.abs(moved('then') - moved('later'))).toBeLessThan(1e-15);
  });
});
