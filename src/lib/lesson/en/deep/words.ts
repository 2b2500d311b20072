/** Deep: one rounded bit, followed from a sum into the predictions. */
export const deep = {
  title: 'Deep: one sum, two orders',
  description:
    'Follow one rounding from a sum of 16 numbers into the weights of a model and on to its predictions, and say before each step what will happen.',
  skip: 'Skip to the questions',
  intro:
    'A model learns by adding numbers up. Two libraries may add the same numbers in two orders. Does that matter? Say what you expect; then the page shows what this browser computed.',
  noScript: 'This page trains models with JavaScript, which is off here. The idea is written below.',
  plain: [
    'A float64, the usual number of a computer, keeps 53 binary digits. The sum of two such numbers often has more. Then it is rounded: to the nearer of its two neighbours, and exactly halfway to the one that ends in 0. The digits behind are lost.',
    'So the order of a sum matters. One order loses other digits than another, and the two sums of the very same numbers can differ in their last bit. Libraries choose the order: graphics cards add in groups, other versions add in a row.',
    'In training such a sum moves a weight, and each weight has a part in all that follows. With scripts on, this page trains two runs that differ in the order of their sums only. It takes the first differing sum apart, digit by digit, counts the weights that the difference has reached after 1, 10 and 100 batches, and tells whether it has reached a prediction, at a low learning rate and at a high one.'
  ],

  work: {
    again: 'Train both again',
    cancel: 'Cancel',
    progress: 'Training progress',
    done: '',
    cancelled: 'Cancelled before both were trained.',
    failed: 'The training stopped. {message}'
  },
  starting: 'Two runs are trained side by side, and then the same two at a higher learning rate.',
  step: 'Epoch {done} of {total}, both pairs together',
  nothing: 'In this browser the two runs never differ, so there is nothing to follow here.',

  right: 'As you said.',
  wrong: 'It came out differently.',

  sum: {
    title: '1 The sum',
    ask: 'In each batch of {rows} penguins, every penguin adds one number to the gradient of a weight. One run adds the {rows} numbers in a row. The other adds them in {chunks} groups, and then the groups. All {rows} numbers are the same in both. Are the two sums?',
    answers: { same: 'Yes: the same numbers', other: 'No: not to the last bit' },
    numbers: 'The {rows} numbers of epoch {epoch}, batch {batch}',
    told: {
      same: 'Both sums are the same, bit for bit.',
      other: {
        one: 'The sums differ in {n} of 64 bits. It is the first batch of the training in which that happens.',
        other:
          'The sums differ in {n} of 64 bits. It is the first batch of the training in which that happens.'
      }
    },
    runs: { then: 'in a row', later: 'in groups' }
  },

  round: {
    title: '2 One addition',
    ask: 'Here is the first addition that had to be rounded. The exact sum has more binary digits than the {digits} that a float64 keeps. Rule: the nearer neighbour, and exactly halfway the one that ends in 0. Which of the two neighbours becomes the sum?',
    answers: { inner: 'The one nearer to zero', outer: 'The one further from zero' },
    parts: { sign: 'sign', exponent: 'exponent', fraction: '52 digits behind the point' },
    left: 'first number',
    right: 'second number',
    exact: 'exact sum, from its first 1 on',
    kept: '{digits} kept',
    dropped: { one: '{n} behind: no room', other: '{n} behind: no room' },
    neighbours: { inner: 'nearer to zero', outer: 'further from zero' },
    told: {
      half: 'The digits behind stand exactly halfway, so the neighbour whose last digit is 0 is taken.',
      more: 'The digits behind are more than half, so the neighbour further from zero is taken.',
      less: 'The digits behind are less than half, so the neighbour nearer to zero is taken.'
    },
    sum: 'The computer goes on with {value}. The digits behind are gone, and in another order other digits would be gone.'
  },

  reach: {
    title: '3 The weights',
    ask: {
      one: 'The sums move the weights. After that first batch {n} of {weights} weights differs. How many will it be {batches} batches later?',
      other:
        'The sums move the weights. After that first batch {n} of {weights} weights differ. How many will it be after {batches} batches?'
    },
    answers: { same: 'As many, or fewer', more: 'More, but not all', all: 'All of them' },
    after: { one: 'after {n} batch', other: 'after {n} batches' },
    count: '{n} of {weights} weights',
    told: 'Every weight has a part in the answers of the model, and so in every later sum.'
  },

  slow: {
    title: '4 The predictions',
    ask: 'After {epochs} epochs at learning rate {rate}, how many of the {total} test penguins do the two models answer differently?'
  },
  fast: {
    title: '5 The same, faster',
    ask: 'And at learning rate {rate}, with everything else as it was?'
  },
  flips: {
    answers: { none: 'None', few: '1 to 5', many: 'More than 5' },
    told: {
      one: '{n} of {total} is answered differently. {right}',
      other: '{n} of {total} are answered differently. {right}'
    },
    right: 'The run in a row is right {then} times, the run in groups {later} times.',
    apart: 'Half of the weights are at most {median} float64 steps apart, and none is more than {largest}.'
  },

  end: {
    title: 'One bit',
    same: 'At both learning rates the difference stayed below every answer. It was in the weights all the same.',
    told: 'The same difference in order: {slow} of {total} answers changed at learning rate {slowRate}, {fast} at {fastRate}. A last bit can stay a last bit, or become another model. Which of the two, nobody sees beforehand. So the order of a sum belongs to what a run writes down.',
    lab: 'See every epoch in the Lab',
    term: 'Try sums of your own in Terms'
  }
};
