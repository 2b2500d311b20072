/** The search for the cause: delta debugging by real retrainings. */
export const cause = {
  title: 'Find the cause',
  differences: {
    one: 'The two runs differ in {n} thing. Does it matter?',
    other: 'The two runs differ in {n} things. Most may be harmless: which of them matter?'
  },
  nothing:
    'Nothing differs, so there is no cause to find. Switch drifts on in the panel “What the re-run met”, or take a ready example.',

  criterion: {
    title: 'What counts as still broken?',
    names: {
      bits: 'Any bit differs',
      predictions: 'Any prediction differs',
      score: 'The score differs'
    },
    tolerance: 'by more than',
    points: 'points',
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
      bits: 'some bits do differ, but not enough to change what you measure.',
      predictions: 'some predictions do differ. A score only counts how many are right, not which.',
      score: 'the scores do differ. A model is not all there is to a score: it depends on the test set too.'
    },
    choose: 'Choose that measure above to find out why.',
    never: 'Nor is it by any other measure. Whatever differs here is harmless.'
  },
  waiting: {
    training: 'Both runs are being trained. After that you can search.',
    stopped: 'Before you can search, both runs have to be trained. Start that above.'
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
      text: 'Something in the code, something in the data and something in the environment. Each breaks the run by itself.'
    },
    pair: {
      name: 'Two that matter only together',
      text: 'Neither change breaks anything alone. Who puts back one thing at a time is easily misled.'
    }
  },

  how: {
    title: 'How it works',
    steps: [
      'Leave only half of the differences in, put the others back, and really train again. Still broken? Then there is a cause in that half, and the search goes on there.',
      'If no half breaks by itself, try smaller pieces, and all but one piece. So causes that matter only together are found too.',
      'A cause is down to its core when leaving out any single part of it repairs the run. It is put back for good, and the rest is searched for another one.',
      'At last the put-backs are left out one by one, to see which of them are really needed. No combination is trained twice.'
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
    intro: 'Each one is a real retraining, held against the first run: {accuracy}, {digest}.',
    scroll: 'List of probes',
    caption: 'Probes, in the order in which they were made',
    columns: {
      number: 'No.',
      fields: 'Fields',
      phase: 'What for',
      accuracy: 'Accuracy',
      digest: 'Digest',
      outcome: 'Outcome'
    },
    signs: { back: 'put back, as in the first run', kept: 'left as in the re-run' },
    heard: { back: 'Put back: {names}.', kept: 'Left as in the re-run: {names}.', none: 'nothing' },
    phases: {
      all: 'Nothing put back: is it broken?',
      none: 'All put back: is it repaired?',
      group: 'Narrowing down',
      repair: 'Is less enough?'
    },
    flips: { one: '{n} flip', other: '{n} flips', none: 'no flips' },
    sameDigest: 'same bits',
    noResult: '–',
    refused: 'The trainer refused it: {message}',
    outcome: { broken: 'still broken', repaired: 'repaired', running: 'training …' }
  },

  found: {
    title: 'Found so far',
    none: 'No cause yet.',
    measure: 'What counted as broken: “{criterion}”.',
    tolerance: '{name} by more than {points} points',
    causes: { one: '{n} cause found', other: '{n} causes found' },
    resultTitle: 'Result',
    card: 'Cause {number}',
    alone: 'breaks by itself',
    together: 'only together',
    why: {
      alone: 'Left in alone, with all else put back, it breaks the re-run.',
      pair: 'Neither of the two breaks the re-run by itself. Together they do.',
      more: 'Together these {n} break the re-run. With any one of them put back, the others do no harm.'
    },
    drift: 'From the drift “{name}”.',
    repair: {
      title: 'The smallest repair',
      one: 'Put back {names}, and what is left does no harm. Without that it stays broken.',
      other:
        'Put back {names}, and what is left does no harm. All {n} are needed: leaving any one of them out does not repair it.'
    },
    harmless: {
      title: 'Harmless',
      some: {
        one: '{n} difference may stay. With the causes put back, it breaks nothing by this measure.',
        other: '{n} differences may stay. With the causes put back, they break nothing by this measure.'
      },
      none: 'None: every difference is part of a cause.'
    },
    effort: {
      one: 'Found with {n} real retraining. There are {subsets} ways to put differences back.',
      other: 'Found with {n} real retrainings. There are {subsets} ways to put differences back.'
    },
    unbroken: {
      title: 'No cause',
      text: 'Trained again with everything as in the re-run, nothing was broken.'
    },
    'always-broken': {
      title: 'The cause lies elsewhere',
      text: 'It is broken even with everything put back. So the cause is none of these differences.'
    },
    putBack: 'Put these back',
    undo: 'Undo putting back',
    return: 'Back to that setup',
    compare: 'Compare the runs',
    isPutBack: 'Put back: {names}.',
    isEarlier: 'This belongs to an earlier setup or measure. What is set up now has not been searched.'
  },

  news: {
    started: { one: 'The search begins: {n} difference.', other: 'The search begins: {n} differences.' },
    found: { one: 'Cause {number} found: {names}.', other: 'Cause {number} found, only together: {names}.' },
    done: 'The search is done. {title}. {repair}'
  }
};
