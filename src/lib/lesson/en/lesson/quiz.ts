import type { OptionId, QuestionId } from '../../../experiment/quiz';

interface OptionWords {
  readonly text: string;
  /** What is said when this option was checked: support for the right one, a way on for the others. */
  readonly why: string;
}

interface QuestionWords {
  readonly text: string;
  readonly options: Record<OptionId, OptionWords>;
  /** From a nudge to nearly the answer; each press shows one more. */
  readonly hints: readonly [string, string];
}

const questions: Record<QuestionId, QuestionWords> = {
  accuracy: {
    text: 'What accuracy does the model reach when it is retrained in step 4?',
    options: {
      a: {
        text: '85%',
        why: 'Same code, same data, same environment: the retraining reached the accuracy of step 1 again. That is what “Matches previous” says beside it.'
      },
      b: {
        text: '90%',
        why: 'Training once more does not make a model better by itself. It learns the same again from the same code, data and environment. You find the number in the Model output of step 4.'
      },
      c: {
        text: '80%',
        why: 'Nothing gets lost between two runs when the saved setup is loaded. A lower number would mean that something changed, but step 4 says “Matches previous”. Look at the number in step 1.'
      },
      d: {
        text: 'Not available',
        why: 'Nothing is trained at steps 2 and 3, so they have no accuracy. But step 4 trains the model: read the accuracy in its Model output.'
      }
    },
    hints: [
      'Look at the Model output column, at step 4. No number there yet? Then take the lesson to step 4 first, with nothing changed.',
      'Step 4 repeats step 1 with the same code, data and environment. So what did step 1 reach?'
    ]
  },
  loading: {
    text: 'Which step loads the environment for the retraining?',
    options: {
      a: {
        text: 'Step 1',
        why: 'Step 1 is the first training: it records the environment, and there is nothing to load yet. Loading comes later, so read on down the Action column.'
      },
      b: {
        text: 'Step 5',
        why: 'Step 5 compares two results that are already there. The retraining came before it, and so did the loading. Look further up the Action column.'
      },
      c: {
        text: 'Step 3',
        why: 'First the saved environment is loaded, then step 4 trains in it. That order is what makes the second run a repetition of the first.'
      },
      d: {
        text: 'Step 6',
        why: 'Step 6 is for finding out why results differ, and a match never gets there. The retraining at step 4 already needs the environment. Look above it in the Action column.'
      }
    },
    hints: [
      'The Action column says what each step does. Read it from the top.',
      'It is the first thing that happens later, before any training.'
    ]
  },
  'not-saved': {
    text: 'Suppose the environment had not been saved properly. What would probably happen?',
    options: {
      a: {
        text: 'accuracy would match the previous result',
        why: 'A well saved environment gives a match. If versions or settings are missing, the re-run has to use others, and nothing keeps the number the same. Step 6 shows the possible result.'
      },
      b: {
        text: 'accuracy might differ, causing a mismatch',
        why: 'Other versions or settings can lead the training to another result. This does not happen every time, so it is easy to miss. So compare, and investigate when the results differ.'
      },
      c: {
        text: 'no change in environment state',
        why: 'The environment is the part that would change: settings that nobody wrote down cannot be loaded again. Read the Environment state at step 6.'
      },
      d: {
        text: 'training would not start',
        why: 'Training usually does start, with the versions that happen to be installed, and gives no warning. You notice it only in the result. Look at step 6.'
      }
    },
    hints: [
      'Step 6 is the row for the day when something has changed. Start with its Environment state.',
      'Stay at step 6, and read what its Model output says about the accuracy.'
    ]
  }
};

export const quiz = {
  title: 'Quiz',
  intro:
    'Three questions, in any order, with as many attempts as you like. Nothing changed between the two runs, except where a question says so.',
  questions,
  letters: { a: 'A', b: 'B', c: 'C', d: 'D' },
  check: 'Check answer',
  chooseFirst: 'Choose an answer, then check it.',
  nothingChosen: 'Nothing is chosen yet. Choose one of the answers first, then check it.',
  hint: 'Show hint',
  hintNumber: 'Hint {n} of {total}',
  hintCell: {
    place: '{column}, step {step}',
    /** For a cell that the lesson has not filled in, and that says something new in every lesson. */
    notYet: 'Empty until the lesson comes to step {step}.',
    /** Where the lesson at hand is not the one that the question is about. */
    changed: 'In your lesson something differs right now. The question is about a lesson without any change.',
    show: 'Show it in the table',
    back: 'Back to the question'
  },
  retry: 'Try again',
  restart: 'Start again',
  score: 'Score: {right} of {total}',
  steps: 'Questions',
  step: 'Question {n}',
  place: 'Question {n} of {total}',
  previous: 'Previous question',
  next: 'Next question',
  marks: { open: 'open', first: 'first try', later: 'later try', wrong: 'not yet' },
  rounds: {
    onward: 'Go on to the second round',
    second: 'Second round: marked by training',
    back: 'Back to the first round'
  },
  verdict: { right: 'Right', wrong: 'Not quite' },
  /** Said once every question is checked, by the number of right answers. */
  closing: [
    'All three are checked, and none is right yet. That is a good start for learning: each explanation says where to look. Then try again.',
    'One is right. The explanations of the other two say where to look, and then you can try again.',
    'Two are right, one is left. Its explanation says where to look.',
    'All three are right. You know what to save, when to load it, and what a difference means.'
  ],
  closingFirstTry:
    'All three are right at the first attempt. Answer them again in a few days: you remember longer what you recall twice.',
  news: {
    checked: '{verdict}. {why} {score}.',
    shown: '{place}.',
    hinted: '{number}: {text} {cell}: {says}',
    restarted: 'The quiz starts again. {score}.'
  }
};
