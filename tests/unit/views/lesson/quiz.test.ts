import { describe, expect, it } from 'vitest';
import { quiz } from '$lib/lesson/quiz';
import type { QuizEvent } from '$lib/machine/lesson/quiz-machine';
import { quizProgress } from '$lib/machine/lesson/quiz-machine';
import { OPTIONS, QUESTIONS, type OptionId, type QuestionId } from '$lib/experiment/quiz';
import { questionById } from '$lib/machine/lesson/quiz-progress';
import type { QuestionView } from '$lib/views/lesson/quiz';
import {
  answer,
  answerRight,
  answerWrong,
  quizAfter,
  shownBy,
  wrongOption
} from '../../machine/lesson/quiz-driver';
import { stateAt } from './real-lesson';

const IDS = QUESTIONS.map(({ id }) => id);

const viewAfter = (...events: QuizEvent[]) => shownBy(quizAfter(events));

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
      note: { text: 'Choose an answer, then check it.', urgent: false },
      feedback: null,
      hints: [],
      hasHintLeft: true,
      turn: { place: 'Question 2 of 3', previous: 'accuracy', next: 'not-saved' }
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
    expect(question).toMatchObject({
      verdict: 'open',
      feedback: null,
      note: { text: quiz.chooseFirst, urgent: false }
    });
  });

  it('says so where it is to be checked with nothing chosen, until something is', () => {
    const check: QuizEvent = { type: 'CHECK', question: 'loading' };
    expect(questionAfter('loading', check).note).toEqual({ text: quiz.nothingChosen, urgent: true });
    expect(questionAfter('accuracy', check).note).toEqual({ text: quiz.chooseFirst, urgent: false });
    expect(questionAfter('loading', check, ...answerRight('loading')).note).toBeNull();
  });

  it('numbers its hints, each with its cell', () => {
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
    expect(steps.map(({ hasHintLeft }) => hasHintLeft)).toEqual([true, true, false, false]);
    expect(steps[2]!.hints.map(({ text }) => text)).toEqual(quiz.questions.accuracy.hints);
    expect(steps[2]!.hints.map(({ cell }) => cell.ref)).toEqual(questionById('accuracy').hints);
  });

  it('has nothing left to hint at once it is right', () => {
    expect(questionAfter('accuracy', ...answerRight('accuracy')).hasHintLeft).toBe(false);
    expect(questionAfter('accuracy', ...answerWrong('accuracy')).hasHintLeft).toBe(true);
  });
});

describe('the cell in a hint', () => {
  const hints: QuizEvent[] = IDS.flatMap((question): QuizEvent[] => [
    { type: 'HINT', question },
    { type: 'HINT', question }
  ]);
  const cells = (...lesson: Parameters<typeof stateAt>) =>
    shownBy(quizAfter(hints), stateAt(...lesson))
      .questions.flatMap((question) => question.hints)
      .map(({ cell }) => [cell.place, cell.text, cell.known, cell.note]);

  it('says what the table will say in general, where the lesson has not come to it', () => {
    expect(cells(0)).toEqual([
      ['Model output, step 4', 'Empty until the lesson comes to step 4.', false, null],
      ['Model output, step 1', 'Empty until the lesson comes to step 1.', false, null],
      ['Action, step 1', 'Train model with initial data and params', true, null],
      ['Action, step 3', 'Later: load saved environment', true, null],
      ['Environment state, step 6', 'Env differs or code changed', false, null],
      ['Model output, step 6', 'Accuracy varies', false, null]
    ]);
  });

  it('says what the table says, once it says it', () => {
    expect(cells(5).map(([, text, known]) => [text, known])).toEqual([
      ['Accuracy 85%', true],
      ['Accuracy 85%', true],
      ['Train model with initial data and params', true],
      ['Later: load saved environment', true],
      ['Env differs or code changed', true],
      ['Accuracy varies', true]
    ]);
  });

  it('says so where the lesson at hand is not the one that is asked about', () => {
    const [atStep4, atStep1] = cells(4, 'library-default');
    expect(atStep4).toEqual(['Model output, step 4', 'Accuracy 71%', true, quiz.hintCell.changed]);
    expect(atStep1).toEqual(['Model output, step 1', 'Accuracy 85%', true, null]);
  });
});

describe('the row of questions', () => {
  it('says how each stands, in a word, and which one is shown', () => {
    const { steps, at } = viewAfter(
      ...answerRight(IDS[0]!),
      ...answerWrong(IDS[1]!),
      ...answerRight(IDS[1]!),
      ...answerWrong(IDS[2]!),
      { type: 'SHOW', question: IDS[2]! }
    );
    expect(at).toBe(IDS[2]);
    expect(steps.map(({ number, word, current }) => [number, word, current])).toEqual([
      [1, 'first try', false],
      [2, 'later try', false],
      [3, 'not yet', true]
    ]);
    expect(viewAfter().steps.map(({ word }) => word)).toEqual(['open', 'open', 'open']);
  });

  it('has a way on from each but the last, and back from each but the first', () => {
    expect(viewAfter().questions.map(({ turn }) => [turn.place, turn.previous, turn.next])).toEqual([
      ['Question 1 of 3', null, IDS[1]],
      ['Question 2 of 3', IDS[0], IDS[2]],
      ['Question 3 of 3', IDS[1], null]
    ]);
  });
});

describe('score and closing words', () => {
  it.each([
    [0, answerWrong, answerWrong, answerWrong],
    [1, answerWrong, answerRight, answerWrong],
    [2, answerRight, answerWrong, answerRight]
  ])('fit %i right answers', (right, first, second, third) => {
    const view = viewAfter(...first(IDS[0]!), ...second(IDS[1]!), ...third(IDS[2]!));
    expect(view.score).toBe(`Score: ${right} of 3`);
    expect(view.closing).toBe(quiz.closing[right]);
  });

  it('tell three right at the first attempt from three right in the end', () => {
    const all = IDS.flatMap(answerRight);
    expect(viewAfter(...all)).toMatchObject({ score: 'Score: 3 of 3', closing: quiz.closingFirstTry });
    expect(viewAfter(...answerWrong(IDS[1]!), ...all)).toMatchObject({
      score: 'Score: 3 of 3',
      closing: quiz.closing[3]
    });
  });

  it('close nothing while a question is open', () => {
    expect(viewAfter(...answerRight(IDS[0]!), ...answerRight(IDS[1]!)).closing).toBeNull();
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
      `Right. ${whyOf(IDS[2]!, questionById(IDS[2]!).right)} Score: 3 of 3. ${view.closing}`
    );
  });

  it('reads the newest hint', () => {
    const hint: QuizEvent = { type: 'HINT', question: 'not-saved' };
    const { hints } = quiz.questions['not-saved'];
    expect(viewAfter(hint).news).toBe(
      `Hint 1 of 2: ${hints[0]} Environment state, step 6: Env differs or code changed`
    );
    expect(viewAfter(hint, hint).news).toBe(`Hint 2 of 2: ${hints[1]} Model output, step 6: Accuracy varies`);
  });

  it('says which question is shown, and that nothing is chosen', () => {
    expect(viewAfter({ type: 'SHOW', question: 'loading' }).news).toBe('Question 2 of 3.');
    expect(viewAfter({ type: 'CHECK', question: 'loading' }).news).toBe(quiz.nothingChosen);
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
    expect(shownBy(quizAfter([], saved)).news).toBe('');
  });
});
