/** The process: flow, table, and the sentence that announces each position. */
export const process = {
  flow: {
    title: 'Process flow',
    then: 'then',
    later: 'later',
    loop: 'fix, then run again',
    /** Before the name of a node, for those who hear it: what a press does. */
    goTo: 'Go to',
    chips: { code: 'code', data: 'data', environment: 'env' },
    /** What a chip says to those who cannot see its colour. */
    chipStates: { leftOut: 'left out', differs: 'changed since it was saved' },
    chipLists: { then: 'What the first run is made of', later: 'What the re-run is made of' },
    states: { done: 'done', skipped: 'skipped' },
    nodes: {
      start: 'Start',
      train: 'Train',
      save: 'Save',
      rerun: 'Re-run later',
      compare: 'Compare',
      match: 'Match',
      trust: 'Trust',
      mismatch: 'Mismatch',
      investigate: 'Investigate'
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
    notSet: 'Not set',
    notApplicable: 'N/A',
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

  /** Where the narration stands, before its sentence. */
  newsLabel: { start: 'Start.', step: 'Step {step}.' },
  /** One sentence for each position: the narration of the stage, and announced to screen readers. */
  news: {
    idle: 'A colleague says: “My model tells a penguin’s sex with 85% accuracy.” Would you sign for it?',
    reset: 'All is as at the beginning. Undo reset brings back where you were.',
    training: 'The model learns. In each epoch it sees all its penguins once, and its border bends.',
    trained: 'Trained: it is right about {then} of {total} penguins that it had never seen.',
    saved: 'A result alone cannot be repeated. Pack what you would need to get it again.',
    savedWithout:
      'A part that you leave out is not saved. Months later, something else will stand in its place.',
    loaded: 'Months later we open the case and load what we saved. What will a second training give?',
    loadedDiffers: 'Months later not everything loads as it was saved. What will a second training give?',
    loadedKnown: 'The case is open again. You have seen what this training gives: go on to see it once more.',
    retraining: 'The same training again, with what was loaded. Does its border bend the same way?',
    retrained:
      'Trained again: it is right about {later} of {total} penguins. Lay it over the first one to see more.',
    retrainedOpen: 'Trained again: it is right about {later} of {total} penguins. But is it the same model?',
    compared: 'The later border is laid over the first one, and each answer beside its twin.',
    trusted:
      'The two models are the same, down to the last bit. Others can check the {percent}: that is why it earns trust.',
    trustedEquivalent:
      'The weights are not the same, yet every penguin is answered alike. In this lesson that counts as a match.',
    trustedSolved:
      'Put back, trained again, and the same to the last bit. The cause is found, and trust is back.',
    mismatched: {
      one: 'The second model is not the first. It answers {n} penguin differently and is right {later} times, not {then}.',
      other:
        'The second model is not the first. It answers {n} penguins differently and is right {later} times, not {then}.'
    },
    mismatchedSameScore: {
      one: 'Both are right {then} times, and still they are two models: {n} penguin is answered differently.',
      other:
        'Both are right {then} times, and still they are two models: {n} penguins are answered differently.'
    },
    investigating: 'Something that was loaded is not what was saved. Open the three parts and find it.',
    investigatingPartly:
      'Not everything is put back. Put back the rest too, or train again to see whether it matters.',
    investigatingFixed: 'All is as it was saved again. Was that the cause? Train again to see.',
    unexplained:
      'Nothing was changed, and still the result differs: on that machine it differs from run to run.',
    failed: 'The training did not finish. Nothing is lost: try again.'
  }
};
