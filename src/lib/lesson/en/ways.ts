/** The ways to work on the subject: what each is called, and what the reader does there. */
export const ways = {
  /** Name of the navigation, and what stands above it. */
  label: 'Ways',
  title: 'Ways to work on it',
  honest:
    'Choose by what you want to do. These are not “learning styles”: studies found no support for teaching each person in a style of their own (Pashler and others, 2008).',
  minutes: '{n} min',
  best: 'best evidence',
  bestWhy:
    'Marked are the ways that make you recall or solve something: of ten study techniques that were compared, testing yourself, and doing so again days later, were the two that helped most (Dunlosky and others, 2013).',
  notice: {
    unread: 'A part of this link could not be read, so it is left out: “{name}” is “{got}”.',
    dismiss: 'Dismiss'
  },
  /** After the quiz and after a solved case. */
  offer: {
    text: 'Will you still know it next week?',
    link: 'Recall it in Review: a few questions a day'
  },
  items: {
    visual: { name: 'Visual', does: 'Walk the lesson: train, pack, predict, compare, find the cause.' },
    why: { name: 'Why', does: 'Judge one case, and guess three published figures before you see them.' },
    terms: { name: 'Terms', does: 'Meet each word as something to push: seed, split, weight, bit and more.' },
    deep: { name: 'Deep', does: 'Follow one sum, digit by digit, into the weights and the predictions.' },
    cost: { name: 'Cost', does: 'Measure on your own machine what saving, re-running and searching cost.' },
    try: { name: 'Try', does: 'Edit and run the training as Python, here in the page.' },
    case: { name: 'Case', does: 'Find what broke a re-run, and show that it is so by real trainings.' },
    compare: {
      name: 'Project',
      does: 'Hold two environments of your own against each other, and find which difference did it.'
    },
    review: {
      name: 'Review',
      does: 'Recall it, days later: a few questions over runs that are trained on the spot.'
    }
  }
};
