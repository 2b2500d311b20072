/** A thousand re-runs: how far results scatter when something is left to chance. */
export const spread = {
  title: 'A thousand re-runs',
  lead: 'One match says little. Train the recorded run again and again, let something differ each time, and look at all the results together. This part does not use the setup of the Lab.',
  experiments: {
    title: 'Three experiments, ready to run',
    pinned: {
      name: 'Everything pinned',
      about: '{n} runs of one and the same manifest. How many different models come out?'
    },
    seed: {
      name: 'Only the seed forgotten',
      about: '{n} runs, each with a seed of its own. How much can luck do?'
    },
    lucky: {
      name: 'Lucky seed',
      about: 'The best of {n} seeds, then {m} fresh splits of the penguins. Does its luck last?'
    }
  },
  own: {
    title: 'Or choose for yourself',
    varies: 'What varies from run to run',
    choices: { seed: 'The seed', split: 'The split', nothing: 'Nothing' },
    drift: 'One drift',
    noDrift: 'none',
    both: { on: 'on in every run', off: 'off in one half, on in the other' },
    bothLabel: 'The drift is',
    runs: 'How many runs',
    problem: 'Choose a whole number of runs, from {least} to {most}.',
    run: 'Run'
  },
  controls: {
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Cancel',
    progress: 'Progress of the runs',
    done: '{done} of {total} runs'
  },
  outcome: {
    paused: 'Paused.',
    done: 'Done: {runs}.',
    cancelled: 'Cancelled after {runs}. The runs up to then stay below.',
    failed: 'The runs stopped. {message}'
  },
  refused: {
    one: '{n} run gave no model: its numbers grew without bound.',
    other: '{n} runs gave no model: their numbers grew without bound.'
  },
  runs: { one: '{n} run', other: '{n} runs' },
  digests: { one: '{n} digest', other: '{n} different digests' },
  results: {
    title: 'Accuracies',
    empty: 'Nothing has been run yet. Choose an experiment, or press Run.',
    series: {
      all: 'All runs',
      off: 'Without {drift}',
      on: 'With {drift}',
      seeds: '1. One split, {n} seeds',
      lucky: '2. The luckiest seed, {seed}, on fresh splits',
      honest: '3. The next seed in line, {seed}, on the same splits'
    },
    key: 'One dot is one run. Those with the same accuracy are piled up.',
    marks: {
      lesson: 'this lesson {percent}',
      claim: 'claimed {percent}',
      median: 'median {median}',
      band: '5–95%: {low} to {high}'
    },
    drawing: '{name}: {runs}, {digests}, median {median}, nine in ten from {low} to {high}',
    numbers: {
      runs: 'Runs',
      digests: 'Different digests',
      median: 'Median',
      band: '5–95%',
      rate: 'Runs a second',
      left: 'Time left'
    },
    range: '{low} to {high}',
    of: '{done} of {total}',
    none: '–'
  },
  left: {
    seconds: { one: '{n} second', other: '{n} seconds' },
    minutes: { one: '{n} minute', other: '{n} minutes' }
  },
  dots: {
    label: 'Runs as dots: {name}',
    help: 'Left and right go from accuracy to accuracy, up and down from run to run. Enter opens a run in the Lab.',
    dot: '{percent}, seed {seed}, split {split}, digest {digest}',
    place: 'dot {place} of {pile} at {percent}',
    same: 'The same digest as this lesson’s run.',
    open: 'Open this run in the Lab',
    openNote: 'It becomes the re-run, to be compared with the first run.',
    none: 'Point at a dot, or go to it with the arrow keys, to see its run.'
  },
  tables: {
    piles: 'The drawing as a table',
    pilesCaption: 'Runs by accuracy: {name}',
    accuracy: 'Accuracy',
    count: 'Runs',
    share: 'Share',
    upTo: 'Up to here',
    runs: 'Every run in a table',
    runsCaption: 'Every run: {name}',
    run: 'Run',
    seed: 'Seed',
    split: 'Split',
    digest: 'Digest',
    open: 'Open',
    openRun: 'Open run {n}',
    shown: 'Runs {from} to {to} of {total}',
    earlier: 'Earlier runs',
    later: 'Later runs'
  },
  csv: { button: 'Download as CSV', file: 'retrace-spread.csv' },
  sentences: {
    pinned:
      '{runs} of one manifest gave {digests}: {percent} every time, down to the last bit. With everything pinned (fixed), a re-run is no gamble.',
    pinnedBroken:
      '{runs} of one manifest gave {digests}. So the results differ from run to run, although the manifest does not change. {todo}',
    seed: 'With only the seed forgotten, {runs} gave {digests} and anything from {least} to {most}: a difference of {points} by luck alone.',
    luckyLost:
      'The luckiest of {n} seeds scored {best} here, but its median on {m} fresh splits is {median}, beside {honest} for a seed that nobody picked: the luck did not last.',
    luckyKept:
      'The luckiest of {n} seeds scored {best} here, and its median on {m} fresh splits is {median}, beside {honest} for a seed that nobody picked: this time the luck lasted.',
    own: '{name}: {runs} gave {digests}, from {least} to {most}. Half of them reach {median} or more.',
    points: { one: '{n} point', other: '{n} points' }
  },
  note: {
    title: 'How this lesson’s own run was picked',
    honest:
      'We picked the features, the learning rate and the seed of this lesson after we had seen the test accuracy. So its {percent} is probably a little higher than for new penguins.',
    unknown: 'The experiments above show how typical it is.',
    seeds: 'On its own split, {runs} with one seed after the other have a median of {median}.',
    splits:
      'On fresh splits, {runs} with seed {seed} have a median of {median}, and nine in ten lie from {low} to {high}.',
    todo: 'Report the spread, not the best run. And make your choices with penguins that are not in the exam.'
  }
};
