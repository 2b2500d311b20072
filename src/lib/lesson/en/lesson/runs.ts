/** The two runs, their decision maps, and the verdict on them. */
export const runs = {
  title: 'Two runs',
  titleRest: ', really trained in this page',
  data: 'penguins · {training} train · {test} test',
  then: 'Then',
  later: 'Later',
  environment: 'env {name}',
  accuracy: 'Accuracy {percent}%',
  noAccuracy: '–',
  accuracyName: 'Accuracy',
  accuracyTip: '{correct} of {total} test penguins right',
  waiting: { then: 'Trained at step 1', later: 'Retrained at step 4' },
  epoch: 'epoch {epoch} of {epochs}',
  loss: 'loss {loss}',
  lossCurve: 'Loss curve',
  lossTold: 'Loss curve: from {first} after the first epoch to {last} after epoch {n}',
  mapFlips: { one: '{n} is answered differently than then', other: '{n} are answered differently than then' },
  progress: 'Training progress',
  cancel: 'Cancel training',
  takeHome: 'Take it home',
  maps: { then: 'Decision map of the then run', later: 'Decision map of the later run' },
  mapHelp: 'Bill length to the right, body mass upwards. Arrow keys move from penguin to penguin.',
  legend: {
    female: 'female',
    male: 'male',
    flipped: 'answered differently',
    axes: '→ bill length, ↑ body mass'
  },
  sex: { FEMALE: 'female', MALE: 'male' },
  penguin: 'Penguin {id}: {first}, {second}, {sex}',
  said: '{run}: {sex}',
  units: {
    bill_length_mm: 'bill {value} mm',
    bill_depth_mm: 'bill depth {value} mm',
    flipper_length_mm: 'flipper {value} mm',
    body_mass_g: '{value} g'
  },
  fingerprint: 'Fingerprint of the weights: {digest}',
  fingerprintDiffers: { one: '{n} of 32 bytes differs', other: '{n} of 32 bytes differ' },
  digest: 'SHA-256 of all weights',
  pending: 'The verdict comes at step 5, when both runs can be compared.',
  prediction: {
    question: 'Before you compare: match or mismatch?',
    match: 'Match',
    mismatch: 'Mismatch',
    skip: 'Skip',
    /** The same answers within a sentence. */
    answers: { match: 'match', mismatch: 'mismatch' },
    given: 'Your prediction: {answer}',
    change: 'Change',
    right: 'You predicted {answer}, and you were right.',
    wrong: 'You predicted {answer}. This is a surprise, and a good reason to investigate.'
  }
};
