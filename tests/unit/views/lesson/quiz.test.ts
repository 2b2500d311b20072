import { describe, expect, it } from 'vitest';
import { quiz } from '$lib/lesson/quiz';
import type { QuizEvent } from '$lib/machine/lesson/quiz-machine';
import { quizProgress } from '$lib/machine/lesson/quiz-machine';
import { OPTIONS, QUESTIONS, type OptionId, type QuestionId } from '$lib/experiment/quiz';
import { questionById } from '$lib/machine/lesson/quiz-progress';
import { quizView, type QuestionView } from '$lib/views/lesson/quiz';
import { answer, answerRight, answerWrong, quizAfter, wrongOption } from '../../machine/lesson/quiz-driver';

const IDS = QUESTIONS.map(({ id }) => id);

const viewAfter = (...events: QuizEvent[]) => quizView(quizAfter(events));

const questionAfter = (id: QuestionId, ...events: QuizEvent[]): QuestionView =>
  viewAfter(...events).questions.find((question) => question.id === id)!;

const whyOf = (id: QuestionId, option: OptionId) => quiz.questions[id].options[option].why;

describe('a question', () => {
  it('begins with nothing chosen and a sentence on what to do', () => {
    expect(questionAfter('loading')).toEqual({
      id: 'loading',
      text: 'Which step loads the environment for the retraining?',
      verdict: 'open',
      options: [
        { id: 'a', letter: 'A', text: 'Step 1', chosen: false },
        { id: 'b', letter: 'B', text: 'Step 5', chosen: false },
        { id: 'c', letter: 'C', text: 'Step 3', chosen: false },
        { id: 'd', letter: 'D', text: 'Step 6', chosen: false }
      ],
      note: 'Choose an answer, then check it.',
      feedback: null,
      hints: [],
      hintCell: { step: 1, column: 'action' }
    });
  });

  it('marks what is chosen, gives nothing away, and drops the sentence', () => {
    const question = questionAfter('loading', { type: 'CHOOSE', question: 'loading', option: 'b' });
    expect(question.options.filter(({ chosen }) => chosen).map(({ id }) => id)).toEqual(['b']);
    expect(question).toMatchObject({ verdict: 'open', feedback: null, note: null });
  });

  it.each(IDS)('%s explains each of its options when it is checked', (id) => {
    for (const option of OPTIONS) {
      const right = option === questionById(id).right;
      expect(questionAfter(id, ...answer(id, option))).toMatchObject({
        verdict: right ? 'right' : 'wrong',
        feedback: { verdict: right ? 'Right' : 'Not quite', why: whyOf(id, option) }
      });
    }
  });

  it('drops the explanation when it is tried again', () => {
    const question = questionAfter('accuracy', ...answerWrong('accuracy'), {
      type: 'RETRY',
      question: 'accuracy'
    });
    expect(question).toMatchObject({ verdict: 'open', feedback: null, note: quiz.chooseFirst });
  });

  it('numbers its hints, and names the cell of the next one, or of the last one again', () => {
    const hint: QuizEvent = { type: 'HINT', question: 'accuracy' };
    const steps = [[], [hint], [hint, hint], [hint, hint, hint]].map((events) =>
      questionAfter('accuracy', ...events)
    );
    expect(steps.map(({ hints }) => hints.map(({ number }) => number))).toEqual([
      [],
      ['Hint 1 of 2'],
      ['Hint 1 of 2', 'Hint 2 of 2'],
      ['Hint 1 of 2', 'Hint 2 of 2']
    ]);
    const [first, second] = questionById('accuracy').hints;
    expect(steps.map(({ hintCell }) => hintCell)).toEqual([first, second, second, second]);
    expect(steps[2].hints.map(({ text }) => text)).toEqual(quiz.questions.accuracy.hints);
  });

  it('has nothing left to hint at once it is right', () => {
    expect(questionAfter('accuracy', ...answerRight('accuracy')).hintCell).toBeNull();
    expect(questionAfter('accuracy', ...answerWrong('accuracy')).hintCell).not.toBeNull();
  });
});

describe('score and closing words', () => {
  it.each([
    [0, answerWrong, answerWrong, answerWrong],
    [1, answerWrong, answerRight, answerWrong],
    [2, answerRight, answerWrong, answerRight]
  ])('fit %i right answers', (right, first, second, third) => {
    const view = viewAfter(...first(IDS[0]), ...second(IDS[1]), ...third(IDS[2]));
    expect(view.score).toBe(`Score: ${right} of 3`);
    expect(view.closing).toBe(quiz.closing[right]);
  });

  it('tell three right at the first attempt from three right in the end', () => {
    const all = IDS.flatMap(answerRight);
    expect(viewAfter(...all)).toMatchObject({ score: 'Score: 3 of 3', closing: quiz.closingFirstTry });
    expect(viewAfter(...answerWrong(IDS[1]), ...all)).toMatchObject({
      score: 'Score: 3 of 3',
      closing: quiz.closing[3]
    });
  });

  it('close nothing while a question is open', () => {
    expect(viewAfter(...answerRight(IDS[0]), ...answerRight(IDS[1])).closing).toBeNull();
  });
});

describe('starting again', () => {
  it('is offered as soon as there is something to start again from', () => {
    expect(viewAfter().started).toBe(false);
    for (const event of [
      { type: 'CHOOSE', question: 'accuracy', option: 'a' },
      { type: 'HINT', question: 'accuracy' }
    ] as const) {
      expect(viewAfter(event).started).toBe(true);
      expect(viewAfter(event, { type: 'RESTART' }).started).toBe(false);
    }
    const missed = viewAfter(...answerWrong('accuracy'), { type: 'RETRY', question: 'accuracy' });
    expect(missed.started).toBe(true);
  });
});

describe('news', () => {
  it('says how a check went, why, and the score', () => {
    expect(viewAfter(...answerRight('loading')).news).toBe(`Right. ${whyOf('loading', 'c')} Score: 1 of 3.`);
    expect(viewAfter(...answerWrong('loading')).news).toBe(
      `Not quite. ${whyOf('loading', wrongOption('loading'))} Score: 0 of 3.`
    );
  });

  it('ends with the closing words after the last check', () => {
    const view = viewAfter(...IDS.flatMap(answerRight));
    expect(view.news).toBe(
      `Right. ${whyOf(IDS[2], questionById(IDS[2]).right)} Score: 3 of 3. ${view.closing}`
    );
  });

  it('reads the newest hint', () => {
    const hint: QuizEvent = { type: 'HINT', question: 'not-saved' };
    const { hints } = quiz.questions['not-saved'];
    expect(viewAfter(hint).news).toBe(`Hint 1 of 2: ${hints[0]}`);
    expect(viewAfter(hint, hint).news).toBe(`Hint 2 of 2: ${hints[1]}`);
  });

  it('says that the quiz starts again', () => {
    expect(viewAfter(...answerRight('loading'), { type: 'RESTART' }).news).toBe(
      'The quiz starts again. Score: 0 of 3.'
    );
  });

  it('is silent at the start, about a choice, and about what an earlier visit did', () => {
    expect(viewAfter().news).toBe('');
    expect(
      viewAfter(...answerWrong('loading'), { type: 'CHOOSE', question: 'loading', option: 'd' }).news
    ).toBe('');
    const saved = quizProgress(quizAfter(answerRight('loading')));
    expect(quizView(quizAfter([], saved)).news).toBe('');
  });
});
