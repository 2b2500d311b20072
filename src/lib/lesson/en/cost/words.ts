/** Cost: what reproducing takes, measured on the reader's machine. */
export const cost = {
  title: 'Cost: what does it take?',
  description:
    'Measure on your own machine what saving, re-running and searching for a cause cost, and see what that means for a training of your length.',
  skip: 'Skip to the measuring',
  intro:
    'People say that reproducing is too expensive. Expensive compared with what? Measure it here, on your own machine.',
  noScript: 'This page measures with JavaScript, which is off here. The idea of it is written below.',
  plain: [
    'Two things have a price. The first is to write down what a run depends on: its code, its data, its environment. That is one small file, and its price is the same for a training of six milliseconds and for one of six days.',
    'The second is to search for what differed, when nobody wrote it down. Each try of that search is a whole training. With delta debugging, which halves the suspects as long as it can (Zeller and Hildebrandt, 2002), a search among 3, 6 or 8 differences takes a handful to a few dozen tries; trying every combination would take 8, 64 or 256. So its price is the length of your training, many times.',
    'With scripts on, this page times all of it on your machine: one training, the file, its hash, a re-run, real searches among differences that are drawn, a thousand re-runs in all workers and, if you like, the same training in Python. Then a slider turns the result into the cost for a training of your own length, from six milliseconds to six days.'
  ],

  measure: {
    title: 'On your machine',
    before:
      'Before you start: which is dearer, to write a run down or to look for what nobody wrote down? How many times?',
    work: {
      run: 'Measure',
      again: 'Measure again',
      cancel: 'Cancel',
      progress: 'Measuring',
      done: 'Measured here, just now.',
      cancelled: 'Cancelled before everything was measured.',
      failed: 'The measuring stopped. {message}'
    },
    starting: 'The trainer is loaded.',
    step: 'Part {done} of {total}',
    caption: 'What each thing took here',
    columns: {
      what: 'What',
      took: 'Took',
      bar: 'On a logarithmic scale, from a microsecond to ten minutes'
    },
    rows: {
      save: 'Write the run down ({bytes} bytes)',
      hash: 'Hash that file with SHA-256',
      train: 'Train once, or once more to compare',
      bisect: 'Search for the cause among {n} differences ({tries} tries)',
      many: '{n} re-runs, in all workers together',
      python: 'Train once in Python'
    },
    notYet: 'not run yet',
    middle: 'Of several measurements the middle one is told.',
    result: 'Here a search among {n} differences took {times} times as long as writing the run down.'
  },

  python: {
    title: 'The same run in Python',
    what: 'A second program, written apart from the trainer of this site, trains the same run in this page: the reproduce.py of a bundle, in {python}. It loads about 0.25 MB.',
    run: 'Run it in Python',
    work: {
      run: 'Run it in Python',
      again: 'Run it in Python again',
      cancel: 'Cancel',
      progress: 'Progress in Python',
      done: '',
      cancelled: 'Cancelled before Python was done.',
      failed: '{message}'
    },
    same: 'Python took {time}, {times} times as long as the trainer of this site, and gave the same bits.',
    other: 'Python took {time}, {times} times as long as the trainer of this site, and gave other bits.',
    small:
      'This Python is made to be small, not fast. On your own computer reproduce.py runs in the usual one.'
  },

  yours: {
    title: 'Your training',
    slider: 'Your training takes',
    search: 'Searching among {n} differences',
    line: 'Writing it down',
    lineText: '{time}, and {bytes} bytes',
    same: 'The first grows with your training. The second does not.'
  },

  growth: {
    title: 'How it grows',
    what: 'Tries that a search takes, by the number of differences. Both scales are logarithmic: from line to line it is ten times as much.',
    across: 'differences →',
    up: '↑ tries',
    label: 'Tries by the number of differences, on logarithmic scales. The table below has the figures.',
    caption: 'Tries that a search takes',
    columns: { n: 'Differences', measured: 'Measured here', worst: 'At worst', all: 'Every combination' },
    none: '–'
  }
};
