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
  legend: {
    female: 'female',
    male: 'male',
    flipped: 'answer changed'
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
