/** The process: flow, table, tracker, and the sentence that announces each position. */
export const process = {
  flow: {
    title: 'Process flow',
    then: 'then',
    later: 'later',
    loop: 'fix, then run again',
    chips: { code: 'code', data: 'data', environment: 'env' },
    chipDiffers: 'changed since it was saved',
    chipLists: { then: 'What the first run is made of', later: 'What the re-run is made of' },
    states: { done: 'done', skipped: 'skipped' },
    nodes: {
      start: {
        label: 'Start',
        note: 'ML project',
        tip: 'A machine learning project starts with code, with data, and with an environment to run them in.'
      },
      train: {
        label: 'Train',
        note: 'code + data',
        tip: 'Step 1. The model is trained on 233 penguins and tested on 100 others.'
      },
      save: {
        label: 'Save',
        note: 'write it all down',
        tip: 'Step 2. Code, data and environment are written down, so that the run can be repeated.'
      },
      rerun: {
        label: 'Re-run later',
        note: 'load, retrain',
        tip: 'Steps 3 and 4. Months later the saved environment is loaded and the model is trained again.'
      },
      compare: {
        label: 'Compare',
        note: 'results',
        tip: 'Step 5. The new result is compared with the old one, down to the last bit.'
      },
      match: {
        label: 'Match',
        note: 'same result',
        tip: 'Step 5. Both runs say the same about every penguin.'
      },
      trust: {
        label: 'Trust',
        note: '',
        tip: 'Step 5. The result can be repeated, so there is a reason to rely on it.'
      },
      mismatch: {
        label: 'Mismatch',
        note: 'result differs',
        tip: 'Step 5, the other way. The re-run gave another result, so something has changed.'
      },
      investigate: {
        label: 'Investigate',
        note: 'find the cause',
        tip: 'Step 6. Compare the saved setup with the loaded one, fix the difference, run again.'
      }
    }
  },

  table: {
    title: 'Process table',
    columns: {
      step: 'Step',
      action: 'Action',
      environment: 'Environment state',
      output: 'Model output',
      comparison: 'Result comparison'
    },
    actions: {
      1: 'Train model with initial data and params',
      2: 'Save environment and code versions',
      3: 'Later: load saved environment',
      4: 'Retrain model with same data and params',
      5: 'Compare new results with old',
      6: 'If mismatch occurs'
    },
    notApplicable: 'N/A',
    unknown: 'not known yet',
    pending: 'working…',
    saved: 'Env {env} saved',
    loaded: 'Env {env} loaded',
    changed: '{state}, {parts} changed',
    accuracy: 'Accuracy {percent}%',
    matches: 'Matches previous',
    differs: 'Differs from previous',
    trust: 'Trust established',
    mismatch: 'Mismatch found',
    road: {
      environment: 'Env differs or code changed',
      output: 'Accuracy varies',
      comparison: 'Investigate cause'
    },
    madeBy: 'Made by step {step}',
    notTaken: 'not taken: the results matched',
    noteLabel: 'Why “saved” at step 1?',
    savedNote:
      'Already “saved” at step 1? A run records its environment as it starts. Step 2 writes that record, with the versions of code and data, to a place where you will find it later.'
  },

  tracker: {
    title: 'Status tracker',
    columns: {
      variable: 'Variable',
      start: 'Start',
      1: 'After step 1',
      3: 'After step 3',
      4: 'After step 4',
      final: 'Final'
    },
    rows: {
      environment: 'Environment',
      accuracy: 'Model accuracy',
      comparison: 'Result comparison'
    },
    notSet: 'Not set',
    percent: '{percent}%'
  },

  /** One sentence for each position: beside the flow, and announced to screen readers. */
  news: {
    idle: 'Ready · a model, 344 penguins and a question: can this be repeated?',
    reset: 'Reset · Undo brings back where you were.',
    training: 'Step 1 · training the model…',
    trained: 'Step 1 · trained: {then}% of 100 test penguins are right',
    saved: 'Step 2 · code, data and environment are written down',
    loaded: 'Step 3 · later: the saved environment is loaded again',
    loadedDiffers: 'Step 3 · later: not everything loads as it was saved',
    loadedFixed: 'Step 3 · the cause is undone: run it again',
    loadedKnown: 'Step 3 · the cause is undone: the re-run is known to match',
    retraining: 'Step 4 · training again…',
    retrained: 'Step 4 · retrained: {later}%, after {then}% before',
    retrainedKnown: 'Step 4 · retrained: {later}%, after {then}% before: known to match',
    compared: 'Step 5 · comparing the results…',
    trusted: 'Step 5 · same result, bit for bit: trust established',
    trustedEquivalent: 'Step 5 · same predictions, though not the same bits: trust established',
    mismatched: 'Step 5 · the re-run reached {later}%, not {then}%: mismatch found',
    mismatchedSameScore: 'Step 5 · the same {then}%, but other predictions: mismatch found',
    investigating: 'Step 6 · the re-run reached {later}%, not {then}%: something changed',
    investigatingSameScore: 'Step 6 · the same {then}%, but other predictions: something changed',
    failed: 'The training did not finish. Nothing is lost: try again.'
  }
};
