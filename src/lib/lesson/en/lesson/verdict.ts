/** The verdict on the lesson's two runs. */
export const verdict = {
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
};
