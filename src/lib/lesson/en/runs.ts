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
  verdict: {
    pending: 'The verdict comes at step 5, when both runs can be compared.',
    identical: 'Identical, down to the last bit of all {weights} weights',
    equivalent: 'Every prediction is the same, but the bits are not',
    differing: {
      one: '{n} of {total} penguins is classified differently',
      other: '{n} of {total} penguins are classified differently'
    },
    /** How far the weights agree, computed from them. */
    agreement: {
      digits: {
        one: 'The two runs agree in about the first digit of every weight.',
        other: 'The two runs agree in about the first {n} digits of every weight.'
      },
      none: 'In some weights the two runs differ already in the first digit.',
      unknown: 'Some weights are not the same.'
    },
    noPromise: 'For these penguins that changes no answer. For others it may.',
    sameScoreDetail: 'Both runs score {percent}%: equal accuracy can hide different answers.',
    cause: '{drift}: {differences}',
    none: 'none',
    wentFrom: '{name} went from {before} to {after}',
    investigate: 'Find the cause',
    lab: 'Open this in the Lab',
    seeCauses: 'See what changed',
    differ: 'Now let something differ',
    spread: 'A thousand re-runs'
  },
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
