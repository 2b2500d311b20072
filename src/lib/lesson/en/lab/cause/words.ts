/** The search for the cause: delta debugging by real retrainings. */
export const cause = {
  title: 'Find the cause',
  differences: {
    one: 'The two runs differ in {n} thing. Does it matter?',
    other: 'The two runs differ in {n} things. Most may be harmless: which of them matter?'
  },
  nothing:
    'Nothing differs, so there is no cause to find. Switch on a drift in the panel “What the re-run met”, or take a ready example.',

  criterion: {
    title: 'What counts as still broken?',
    names: {
      bits: 'Any bit differs',
      predictions: 'Any prediction differs',
      score: 'The score differs'
    },
    tolerance: 'by more than',
    points: 'points',
    refused: 'Enter a number of points from 0 to {most}, such as 2.5.',
    now: {
      unknown: 'not trained yet',
      refused: 'the trainer refuses the re-run',
      bits: { broken: 'the digests differ', whole: 'every bit is equal' },
      predictions: {
        one: '{n} prediction differs',
        other: '{n} predictions differ',
        none: 'every prediction is equal',
        otherRows: 'they are tested on other penguins'
      },
      score: '{then} then, {later} later'
    },
    state: { broken: 'broken', whole: 'not broken' }
  },

  whole: {
    nothing: 'By this measure nothing is broken, so there is nothing to look for.',
    but: 'By another measure something is:',
    reason: '{name}: {reason}',
    reasons: {
      bits: 'some bits do differ, but not enough to change the result that you measure.',
      predictions: 'some predictions do differ. A score only counts how many are right, not which.',
      score: 'the scores do differ. A score depends on the test set too, not only on the model.'
    },
    choose: 'Choose that measure above to find out why.',
    never: 'No other measure finds anything broken either. So by these measures the differences do no harm.'
  },
  waiting: {
    training: 'Both runs are being trained. After that you can search.',
    stopped: 'Both runs have to be trained before you can search. Start the training above.'
  },

  controls: {
    start: 'Find the cause',
    again: 'Search again',
    resume: 'Go on',
    over: 'Start over',
    cancel: 'Cancel the search',
    progress: 'Progress of the search',
    left: {
      one: 'Probe {number}: the last one.',
      other: 'Probe {number}. At most {n} probes left, this one included.'
    },
    measuring: 'Training the first run, to compare with.',
    cancelled: { one: 'Cancelled after {n} probe.', other: 'Cancelled after {n} probes.' },
    failed: 'The search stopped: {message}'
  },

  examples: {
    title: 'Ready examples',
    shown: 'shown now',
    one: {
      name: 'One cause',
      text: 'A library default moved, among differences that any two machines have.'
    },
    several: {
      name: 'Several causes',
      text: 'One change in the code, one in the data and one in the environment. Each of them breaks the run by itself.'
    },
    pair: {
      name: 'Two that matter only together',
      text: 'Neither change alone changes an answer of the model. A test of one change at a time finds nothing.'
    }
  },

  how: {
    title: 'How it works',
    steps: [
      'The search leaves half of the differences in, puts the others back, and trains again. Is the re-run still broken? Then there is a cause in that half, and the search goes on there.',
      'If no half breaks the re-run by itself, the search tries smaller pieces, and then everything except one piece. This way it also finds causes that matter only together.',
      'A cause is complete when leaving out any single part of it repairs the re-run. The search puts this cause back, and looks for another one in the rest.',
      'At the end the search leaves out one put-back after the other, to see which of them are really needed. It trains no combination twice.'
    ],
    source: 'The method is delta debugging (ddmin):',
    citation:
      'A. Zeller and R. Hildebrandt, “Simplifying and Isolating Failure-Inducing Input”, IEEE Transactions on Software Engineering 28(2), 2002',
    url: 'https://doi.org/10.1109/32.988498'
  },

  change: {
    editMade: 'made',
    editNotMade: 'not made',
    order: 'order of the edits'
  },

  probes: {
    title: 'Probes',
    intro: 'Each probe is one real retraining, compared with the first run: {accuracy}, {digest}.',
    scroll: 'List of probes',
    caption: 'Probes, in the order in which they were made',
    number: 'No.',
    phases: {
      all: 'Nothing put back: is it broken?',
      none: 'All put back: is it repaired?',
      group: 'Narrowing down',
      repair: 'Is less enough?'
    }
  },

  found: {
    title: 'Found so far',
    none: 'No cause yet.',
    measure: 'Counted as broken: “{criterion}”.',
    tolerance: '{name} by more than {points} points',
    causes: { one: '{n} cause found', other: '{n} causes found' },
    resultTitle: 'Result',
    card: 'Cause {number}',
    alone: 'breaks by itself',
    together: 'only together',
    why: {
      alone: 'With everything else put back, this change alone breaks the re-run.',
      pair: 'Neither of the two breaks the re-run by itself. The two together do.',
      more: 'With everything else put back, these {n} changes together break the re-run. When any one of them is put back too, the others do no harm.'
    },
    drift: 'From the drift “{name}”.',
    repair: {
      title: 'What repairs it',
      one: 'Put back {names}, and what is left does no harm.',
      other:
        'Put back {names}, and what is left does no harm. Leave out any one of these {n}, and it is still broken.',
      /** Parts of one cause, of which each is enough: probes have shown it. */
      either: 'Put back either one of {names}: each of them is enough, and what is left does no harm.',
      /** Another part of the same cause. */
      instead: {
        'as-is': 'Putting back {other} instead of {item} repairs it too.',
        'rest-put-back':
          'Putting back {other} instead of {item} repairs it too: that was tried with everything outside this cause put back as well.'
      }
    },
    harmless: {
      title: 'Harmless',
      some: {
        one: '{n} difference may stay. When the causes are put back, it breaks nothing by this measure.',
        other: '{n} differences may stay. When the causes are put back, they break nothing by this measure.'
      },
      none: 'None: every difference is part of a cause.'
    },
    effort: {
      one: 'Found with {n} real retraining. There are {subsets} ways to put differences back.',
      other: 'Found with {n} real retrainings. There are {subsets} ways to put differences back.'
    },
    unbroken: {
      title: 'No cause',
      text: 'The search trained the re-run once more, and nothing was broken.'
    },
    'always-broken': {
      title: 'None of these differences is the cause',
      text: 'The re-run is broken even with everything put back: two runs of one manifest gave two results. So the cause is none of these differences, and results differ from run to run on this machine.'
    },
    putBack: 'Put these back',
    undo: 'Undo putting back',
    return: 'Back to that setup',
    compare: 'Compare the runs',
    isPutBack: 'Put back: {names}.',
    isEarlier: 'This result belongs to an earlier setup or measure. The present one has not been searched.'
  },

  news: {
    started: { one: 'The search begins: {n} difference.', other: 'The search begins: {n} differences.' },
    found: { one: 'Cause {number} found: {names}.', other: 'Cause {number} found, only together: {names}.' },
    done: 'The search is done. {title}. {repair}'
  }
};
