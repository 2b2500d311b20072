/** How far two runs agree, wherever two are held against each other. */
export const pair = {
  weights: 'All {weights} weights are equal, down to the last bit.',
  bytes: {
    one: '{n} of the 32 bytes of the fingerprint differs.',
    other: '{n} of the 32 bytes of the fingerprint differ.'
  },
  allBytes: 'All 32 bytes of the fingerprint differ.',
  accuracy: '{correct} of {total} right',
  ladder: {
    title: 'Match ladder',
    here: 'this pair',
    match: 'match',
    noMatch: 'no match',
    undecided: 'undecided',
    rungs: {
      identical: { name: 'Identical', asks: 'Every bit of every weight is equal.' },
      equivalent: { name: 'Equivalent', asks: 'Some bits differ, but every penguin gets the same answer.' },
      'same-score': { name: 'Same score', asks: 'Answers differ, but the accuracy is equal.' },
      mismatch: { name: 'Mismatch', asks: 'Not even the accuracy is equal.' }
    }
  }
};
