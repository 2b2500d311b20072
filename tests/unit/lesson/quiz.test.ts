import { describe, expect, it } from 'vitest';
import { OPTIONS, QUESTIONS } from '$lib/experiment/quiz';
import { COLUMNS } from '$lib/lesson';
import { quiz } from '$lib/lesson/quiz';

/** The lesson's facts, written out a second time: `*` marks the right option. */
const FACTS = [
  [
    'What accuracy does the model reach when it is retrained in step 4?',
    ['*85%', '90%', '80%', 'Not available']
  ],
  ['Which step loads the environment for the retraining?', ['Step 1', 'Step 5', '*Step 3', 'Step 6']],
  [
    'Suppose the environment had not been saved properly. What would probably happen?',
    [
      'accuracy would match the previous result',
      '*accuracy might differ, causing a mismatch',
      'no change in environment state',
      'training would not start'
    ]
  ]
];

/** The key and the words of each question together. */
const questions = QUESTIONS.map(({ id, right, hints }) => ({
  id,
  right,
  text: quiz.questions[id].text,
  options: OPTIONS.map((option) => ({ id: option, ...quiz.questions[id].options[option] })),
  hints: quiz.questions[id].hints.map((text, index) => ({ text, cell: hints[index] }))
}));

describe('the quiz of the lesson', () => {
  it('asks the three questions, with their options in order and the right one marked', () => {
    const asked = questions.map(({ text, options, right }) => [
      text,
      options.map((option) => (option.id === right ? '*' : '') + option.text)
    ]);
    expect(asked).toEqual(FACTS);
  });

  it('keeps the names that others rely on', () => {
    const { title, check, hint, restart, score } = quiz;
    expect({ title, check, hint, restart, score }).toEqual({
      title: 'Quiz',
      check: 'Check answer',
      hint: 'Show hint',
      restart: 'Start again',
      score: 'Score: {right} of {total}'
    });
  });

  it('has a closing sentence of its own for every score', () => {
    expect(quiz.closing).toHaveLength(questions.length + 1);
    expect(new Set([...quiz.closing, quiz.closingFirstTry]).size).toBe(questions.length + 2);
  });
});

describe('explanations', () => {
  it('are distinct, for all twelve options', () => {
    const whys = questions.flatMap(({ options }) => options.map(({ why }) => why));
    expect(new Set(whys).size).toBe(12);
  });

  it('never say just that an answer is wrong', () => {
    for (const { options } of questions) {
      for (const { why } of options) {
        expect(why.length).toBeGreaterThan(60);
        expect(why).not.toMatch(/\b(wrong|incorrect|fail(ed|ure)?)\b/i);
      }
    }
  });

  it('of wrong options send the learner to a step or a column', () => {
    for (const { options, right } of questions) {
      for (const { id, why } of options) if (id !== right) expect(why).toMatch(/\bstep \d|column/i);
    }
  });

  it('and hints do not give the right answer away', () => {
    for (const { options, right, hints } of questions) {
      const answer = options.find(({ id }) => id === right)!.text.toLowerCase();
      const clues = [
        ...hints.map(({ text }) => text),
        ...options.filter(({ id }) => id !== right).map(({ why }) => why)
      ];
      for (const clue of clues) expect(clue.toLowerCase()).not.toContain(answer);
    }
  });
});

describe('hints', () => {
  it.each([
    ['accuracy', /Model output/, { step: 4, column: 'output' }],
    ['loading', /Action column/, { step: 1, column: 'action' }],
    ['not-saved', /step 6/i, { step: 6, column: 'environment' }]
  ])('begin for %s where the lesson says', (id, words, cell) => {
    const [first] = questions.find((question) => question.id === id)!.hints;
    expect(first!.text).toMatch(words);
    expect(first!.cell).toEqual(cell);
  });

  it('come in two tiers, each at a cell of its own that the process table has', () => {
    for (const { hints } of questions) {
      expect(new Set(hints.map(({ cell }) => JSON.stringify(cell))).size).toBe(2);
      for (const { cell } of hints) expect(COLUMNS).toContain(cell!.column);
    }
  });

  it('point at the row of the answer in the end, where the question asks for a step', () => {
    const { hints } = questions.find(({ id }) => id === 'loading')!;
    expect(hints.at(-1)!.cell).toEqual({ step: 3, column: 'action' });
  });
});
