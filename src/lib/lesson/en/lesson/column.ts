/** What stands between the two maps: what to do there, and what was found. Loaded after the first page. */
export const column = {
  training:
    'A model is a set of numbers, its weights. Training changes all {weights} of them, a little at a time, until the border fits.',
  trained: {
    title: 'One model, one fingerprint',
    text: 'The bars stand for a code that is computed from all {weights} weights. Change one bit (one 0 or 1) of one weight, and it is another code.'
  },
  pack: {
    title: 'Pack the case',
    question: 'What goes into the case?',
    parts: {
      code: { name: 'Code', holds: '{hiddenUnits} units, {epochs} epochs, rate {learningRate}' },
      data: { name: 'Data', holds: 'the penguins and their checksum' },
      environment: { name: 'Environment', holds: 'seed, random numbers, versions' }
    },
    help: 'Untick one to leave it behind, and see what that costs you later.'
  },
  prediction: {
    question: 'Match or mismatch?',
    means: 'A match: all {total} penguins get the same answer as before.',
    answers: { match: 'Match', mismatch: 'Mismatch' },
    skip: 'Skip',
    given: 'Noted. Train again to see.',
    waits: 'Play waits for your answer.',
    known: 'This training was seen before. Going on shows it again.',
    skipped: 'Skipped. Train again to see.',
    recalled: { match: 'You predicted a match.', mismatch: 'You predicted a mismatch.' },
    surprise: 'A surprise, then: a good reason to look closer.'
  },
  retraining: 'Same lines of code, and what was loaded. Nothing is copied: every epoch is trained again.',
  retrained: 'Both results are there. Compare the two.',
  compared: 'Comparing…'
};
