import type { CellRef } from '../ids';

interface Option {
  readonly id: 'a' | 'b' | 'c' | 'd';
  readonly text: string;
  /** What is said when this option was checked: support for the right one, a way on for the others. */
  readonly why: string;
}

interface Hint {
  readonly text: string;
  /** The cell of the process table that the text talks about. */
  readonly cell: CellRef;
}

interface Question {
  readonly id: 'accuracy' | 'loading' | 'not-saved';
  readonly text: string;
  readonly options: readonly Option[];
  readonly right: Option['id'];
  /** From a nudge to nearly the answer; each press shows one more. */
  readonly hints: readonly Hint[];
}

const questions: readonly Question[] = [
  {
    id: 'accuracy',
    text: 'What is the model accuracy after retraining in step 4?',
    right: 'a',
    options: [
      {
        id: 'a',
        text: '85%',
        why: 'Same code, same data, same environment: the retraining reached the accuracy of step 1 again. That is what “Matches previous” says beside it.'
      },
      {
        id: 'b',
        text: '90%',
        why: 'Training once more does not make a model better by itself. From the same code, data and environment it learns the same again. The number stands in the Model output of step 4.'
      },
      {
        id: 'c',
        text: '80%',
        why: 'Nothing gets lost between two runs when what was saved is loaded. A lower number would mean that something changed, but step 4 says “Matches previous”. Look at what step 1 reached.'
      },
      {
        id: 'd',
        text: 'Not available',
        why: 'That is so at steps 2 and 3, where nothing is trained. Step 4 trains the model, so there is an accuracy to read: in its Model output.'
      }
    ],
    hints: [
      {
        text: 'Look at the Model output column, at step 4. No number there yet? Then take the lesson to step 4 first, with nothing changed.',
        cell: { step: 4, column: 'output' }
      },
      {
        text: 'Step 4 repeats step 1 with the same code, data and environment. So what did step 1 reach?',
        cell: { step: 1, column: 'output' }
      }
    ]
  },
  {
    id: 'loading',
    text: 'At which step is the environment loaded for retraining?',
    right: 'c',
    options: [
      {
        id: 'a',
        text: 'Step 1',
        why: 'Step 1 is the first training: it records the environment, and there is nothing to load yet. Loading comes later, so read on down the Action column.'
      },
      {
        id: 'b',
        text: 'Step 5',
        why: 'Step 5 compares two results that are already there. The retraining is behind it, and so is the loading. Look further up the Action column.'
      },
      {
        id: 'c',
        text: 'Step 3',
        why: 'First the saved environment is loaded, then step 4 trains in it. That order is what makes the second run a repetition of the first.'
      },
      {
        id: 'd',
        text: 'Step 6',
        why: 'Step 6 is for finding out why results differ, and a match never gets there. The retraining at step 4 already needs the environment. Look above it in the Action column.'
      }
    ],
    hints: [
      {
        text: 'The Action column says what each step does. Read it from the top.',
        cell: { step: 1, column: 'action' }
      },
      {
        text: 'It is the first thing that happens later, before any training.',
        cell: { step: 3, column: 'action' }
      }
    ]
  },
  {
    id: 'not-saved',
    text: 'If the environment was not saved properly, what would likely happen?',
    right: 'b',
    options: [
      {
        id: 'a',
        text: 'accuracy would match the previous result',
        why: 'A match is what a well saved environment gives. If versions or settings are missing, the re-run has to make do with others, and nothing keeps the number the same. Step 6 shows what can follow.'
      },
      {
        id: 'b',
        text: 'accuracy might differ, causing a mismatch',
        why: 'Other versions or settings can lead the training elsewhere. It need not happen every time, and that makes it easy to miss: so compare, and investigate when the results differ.'
      },
      {
        id: 'c',
        text: 'no change in environment state',
        why: 'The environment is the very thing that would change: what was not written down cannot be loaded again. Read the Environment state at step 6.'
      },
      {
        id: 'd',
        text: 'training would not start',
        why: 'Training mostly does start, with whatever happens to be installed, and says nothing about it. Only the result gives it away. Look at step 6.'
      }
    ],
    hints: [
      {
        text: 'Step 6 is the row for the day when things have changed. Start with its Environment state.',
        cell: { step: 6, column: 'environment' }
      },
      {
        text: 'Stay at step 6, and read what its Model output says about the accuracy.',
        cell: { step: 6, column: 'output' }
      }
    ]
  }
];

export const quiz = {
  title: 'Quiz',
  intro:
    'Three questions, in any order, with as many attempts as you like. Unless a question says otherwise, nothing changed between the two runs.',
  questions,
  check: 'Check answer',
  chooseFirst: 'Choose an answer, then check it.',
  hint: 'Show hint',
  hintNumber: 'Hint {n} of {total}',
  retry: 'Try again',
  restart: 'Start again',
  score: 'Score: {right} of {total}',
  verdict: { right: 'Right', wrong: 'Not quite' },
  /** Said once every question is checked, by the number of right answers. */
  closing: [
    'All three are checked, and none is right yet. That is a fine place to learn from: each explanation says where to look. Then try again.',
    'One is right. The explanations of the other two say where to look, and then you can try again.',
    'Two are right, one is left. Its explanation says where to look.',
    'All three are right. You know what to save, when to load it, and what a difference means.'
  ],
  closingFirstTry:
    'All three right at the first attempt. Answer them again in a few days: what is recalled twice stays longer.',
  news: {
    checked: '{verdict}. {why} {score}.',
    hinted: '{number}: {text}',
    restarted: 'The quiz starts again. {score}.'
  }
};
