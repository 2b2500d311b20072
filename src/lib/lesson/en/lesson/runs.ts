/** The two runs: what stands at their heads, on their maps and below them. */
export const runs = {
  title: 'Two runs',
  then: 'Then',
  later: 'Later',
  both: 'Both',
  /** The choice of what a narrow screen shows. */
  choice: 'Which map',
  none: '–',
  accuracyName: 'Accuracy',
  accuracyTip: '{correct} of {total} answers right',
  absent: { then: 'no model yet', later: 'not yet' },
  loaded: 'env {name} loaded, not trained yet',
  later0: 'The same again, months later',
  epoch: 'epoch {epoch} of {epochs}',
  mapFlips: { one: '{n} is answered differently than then', other: '{n} are answered differently than then' },
  progress: 'Training progress',
  cancel: 'Cancel training',
  takeHome: 'Take it home',
  maps: { then: 'Decision map of the then run', later: 'Decision map of the later run' },
  mapHelp: 'Bill length to the right, body mass upwards. Arrow keys move from penguin to penguin.',
  legend: {
    female: 'female',
    male: 'male',
    flipped: 'answer changed',
    axes: '↑ body mass → bill length'
  },
  axes: { across: '→ bill length, {low}–{high} mm', up: '↑ body mass, {low}–{high} kg' },
  says: { MALE: 'says “male”', FEMALE: 'says “female”' },
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
  fingerprintLabel: 'fingerprint of the {weights} weights',
  fingerprintShort: 'fingerprint',
  digest: 'SHA-256 of all weights',
  ledger: {
    before: 'Before step 1',
    step: 'Step {step}',
    all: 'All six steps',
    short: { environment: 'Environment', output: 'Output', comparison: 'Comparison' }
  },
  /** The stake, before anything is trained. */
  stake: {
    figure: 'over 70%',
    text: 'of 1,576 researchers had failed to repeat another scientist’s experiment.',
    source: 'Baker, Nature 2016',
    what: 'Here a real model is trained in your browser, saved, and trained again. Of 344 penguins, 233 teach it and 100 test it. The other 11 lack a measurement or a recorded sex.'
  }
};
