/** The verdict on the lesson's two runs. */
export const verdict = {
  figure: '{n} of {total}',
  differing: { one: 'penguin answered differently', other: 'penguins answered differently' },
  /** What became of the answers that changed. */
  tally: {
    wrong: { one: '{n} right answer became wrong', other: '{n} right answers became wrong' },
    right: { one: '{n} wrong answer became right', other: '{n} wrong answers became right' },
    same: '{n} stayed the same'
  },
  /** The same for a narrow screen. */
  tallyShort: { wrong: '{n} became wrong', right: '{n} became right' },
  identical: 'All {weights} weights are equal too, bit for bit.',
  /** How far the weights agree, computed from them. */
  agreement: {
    digits: {
      one: 'The weights agree in about their first digit.',
      other: 'The weights agree in about their first {n} digits.'
    },
    none: 'Some weights differ already in their first digit.',
    unknown: 'Some weights are not the same.'
  },
  noPromise: 'For other penguins the answers may differ.',
  oneTry: 'Here the execution stops. But one match is one try: what would break it?',
  /** What was put back, once the re-run matches again. */
  solved: 'You put back: {causes}.',
  /** Lead on from the verdict. */
  links: {
    lab: 'Take it apart in the Lab',
    bits: 'See where the weights differ',
    spread: 'A thousand re-runs',
    case: 'A case to solve',
    quiz: 'The quiz'
  },
  none: 'none'
};
