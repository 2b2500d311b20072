export const OPTIONS = ['a', 'b', 'c', 'd'] as const;
export type OptionId = (typeof OPTIONS)[number];

/**
 * The key of the lesson's quiz: which option of each question is right, and the cells of the process table that its two hints
 * talk about.
 */
export const QUESTIONS = [
  {
    id: 'accuracy',
    right: 'a',
    hints: [
      { step: 4, column: 'output' },
      { step: 1, column: 'output' }
    ]
  },
  {
    id: 'loading',
    right: 'c',
    hints: [
      { step: 1, column: 'action' },
      { step: 3, column: 'action' }
    ]
  },
  {
    id: 'not-saved',
    right: 'b',
    hints: [
      { step: 6, column: 'environment' },
      { step: 6, column: 'output' }
    ]
  }
] as const;

export type QuizQuestion = (typeof QUESTIONS)[number];
export type QuestionId = QuizQuestion['id'];
