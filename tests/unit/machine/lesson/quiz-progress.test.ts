import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionId } from '$lib/experiment/quiz';
import { quizProgress } from '$lib/machine/lesson/quiz-machine';
import { freshAnswers, parseQuizProgress, type QuizProgress } from '$lib/machine/lesson/quiz-progress';
import { answerRight, answerWrong, quizAfter } from './quiz-driver';

const progress = quizProgress(
  quizAfter([...answerRight('accuracy'), ...answerWrong('loading'), { type: 'HINT', question: 'not-saved' }])
);

interface Stored {
  readonly answers: Record<QuestionId | 'extra', Record<string, unknown>>;
}

/** The progress above, as it is stored, with one place of it changed. */
function spoilt(change: (stored: Stored) => void): unknown {
  const stored = JSON.parse(JSON.stringify(progress));
  change(stored);
  return stored;
}

describe('reading stored progress', () => {
  it('gives back what was saved', () => {
    expect(parseQuizProgress(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
    const fresh: QuizProgress = { version: 2, round: 1, at: 'accuracy', answers: freshAnswers() };
    expect(parseQuizProgress(fresh)).toEqual(fresh);
  });

  it('reads what an earlier version of the page has kept, and goes on with what is left', () => {
    const { answers } = progress;
    expect(parseQuizProgress({ version: 1, answers })).toEqual({
      version: 2,
      round: 1,
      at: 'loading',
      answers
    });
    const right = quizProgress(
      quizAfter([...answerRight('accuracy'), ...answerRight('loading'), ...answerRight('not-saved')])
    );
    expect(parseQuizProgress({ version: 1, answers: right.answers })?.at).toBe('not-saved');
  });

  it.each([
    ['nothing', null],
    ['a missing value', undefined],
    ['a text', JSON.stringify(progress)],
    ['a list', []],
    ['an empty object', {}],
    ['another version', spoilt((stored) => Object.assign(stored, { version: 3 }))],
    [
      'an earlier version with what it did not have',
      spoilt((stored) => Object.assign(stored, { version: 1 }))
    ],
    ['an unknown question to show', spoilt((stored) => Object.assign(stored, { at: 'other' }))],
    ['a third round', spoilt((stored) => Object.assign(stored, { round: 3 }))],
    ['a field too many', spoilt((stored) => Object.assign(stored, { score: 3 }))],
    ['a question too few', spoilt(({ answers }) => Reflect.deleteProperty(answers, 'loading'))],
    ['an unknown question', spoilt(({ answers }) => (answers.extra = answers.loading))],
    ['an unknown option', spoilt(({ answers }) => (answers.accuracy.choice = 'e'))],
    ['an option of the wrong type', spoilt(({ answers }) => (answers.accuracy.choice = 1))],
    ['an unknown phase', spoilt(({ answers }) => (answers.accuracy.phase = 'right'))],
    ['a check of nothing', spoilt(({ answers }) => (answers.accuracy.choice = null))],
    ['a check of nothing, after a miss', spoilt(({ answers }) => (answers.loading.choice = null))],
    ['a check of an unknown option', spoilt(({ answers }) => (answers.loading.choice = 'e'))],
    ['a miss that left no trace', spoilt(({ answers }) => (answers.loading.missed = false))],
    ['more hints than there are', spoilt(({ answers }) => (answers['not-saved'].hints = 3))],
    ['fewer hints than none', spoilt(({ answers }) => (answers['not-saved'].hints = -1))],
    ['half a hint', spoilt(({ answers }) => (answers['not-saved'].hints = 0.5))],
    ['hints as a text', spoilt(({ answers }) => (answers['not-saved'].hints = '1'))],
    ['an answer with a field too many', spoilt(({ answers }) => (answers.loading.right = true))]
  ])('refuses %s', (_, stored) => {
    expect(parseQuizProgress(stored)).toBeNull();
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(parseQuizProgress(stored)).toBeNull();
      })
    );
  });

  it('begins afresh where there is nothing to go on from', () => {
    expect(quizAfter([], parseQuizProgress('corrupt')).context.answers).toEqual(freshAnswers());
  });
});
