/** Two runs held against each other: how far they agree, and what a tolerance would hide. */
export const compare = {
  runs: { then: 'Then', later: 'Later' },
  pending: {
    title: 'Comparison',
    idle: 'Both runs are about to be trained. Then they are compared here.',
    then: 'The first run is being trained. The comparison follows when both results are there.',
    later: 'The re-run is being trained. The comparison follows when it is done.',
    stopped: 'Nothing to compare yet: the training was cancelled. It can be started again above.',
    failed: 'Nothing to compare: a training failed. See above for the reason, and for a way to try again.',
    stale: 'These are still the previous runs: the new ones are being trained.'
  },

  verdict: {
    title: 'Verdict',
    headline: {
      identical: 'Identical: {then} then, {later} later, and every bit is the same',
      equivalent: 'Equivalent: {then} then, {later} later, and every answer is the same',
      'same-score': 'Same score: {then} then, {later} later, but not the same answers',
      mismatch: 'Mismatch: {then} then, {later} later'
    },
    otherExam: {
      identical: 'Identical model, other exam: {then} then, {later} later',
      equivalent: 'Equivalent model, other exam: {then} then, {later} later'
    },
    otherPenguins: 'Same score on other penguins: {then} then, {later} later',
    flips: {
      one: '{n} of {total} penguins is classified differently.',
      other: '{n} of {total} penguins are classified differently.'
    },
    tested: {
      one: 'Tested on other penguins: only {n} in common, of {then} then and {later} later.',
      other: 'Tested on other penguins: {n} in common, of {then} then and {later} later.'
    },
    testedNone: 'Tested on other penguins: none in common, of {then} then and {later} later.',
    relabelled: {
      one: '{n} test penguin has another label now.',
      other: '{n} test penguins have another label now.'
    },
    sameModel: 'The model gives the same answers as before; the yardstick changed, not the model.',
    otherYardstick: 'So the two scores were not measured with the same yardstick.'
  },

  tolerance: {
    title: 'Tolerance',
    before: 'Accuracy within',
    after: 'counts as a match',
    points: { one: '{n} point', other: '{n} points' },
    hardly: 'less than 0.1 points',
    equal: 'Counts as a match: the scores are equal.',
    within: 'Counts as a match: the scores are {apart} apart.',
    beyond: 'No match: the scores are {apart} apart.',
    never: 'No tolerance up to {most} would make this pair a match.',
    hides: {
      nothing: 'It hides nothing here: the two runs are the same, bit for bit.',
      now: 'Within {tolerance}, yet',
      from: 'From {tolerance} on it would be a match, yet',
      flips: {
        one: '{n} of {total} penguins is classified differently',
        other: '{n} of {total} penguins are classified differently'
      },
      bits: {
        one: 'bits differ in {n} of the 32 bytes of the fingerprint',
        other: 'bits differ in {n} of the 32 bytes of the fingerprint'
      },
      allBits: 'bits differ in all 32 bytes of the fingerprint',
      tested: 'the runs were tested on other penguins, {n} in common',
      relabelled: {
        one: '{n} test penguin has another label, so the yardstick changed',
        other: '{n} test penguins have another label, so the yardstick changed'
      }
    }
  },

  maps: {
    title: 'Decision maps',
    waiting: 'The maps appear when the trainer has told which penguins the runs were tested on.',
    names: {
      then: 'Decision map of the then run',
      later: 'Decision map of the later run',
      difference: 'Map of the difference'
    },
    heads: { then: 'Then', later: 'Later', difference: 'Difference' },
    help: '{first} to the right, {second} upwards. Arrow keys move from penguin to penguin.',
    axes: '→ {first}, ↑ {second}',
    share: 'The two models would answer differently on {share} of this map.',
    little: 'less than 1%',
    nowhere: 'Nowhere on this map would the two models answer differently.',
    otherFeatures:
      'There is no map of the difference: the first model looked at {then}, the later one at {later}. So the two maps have different axes.',
    and: '{first} and {second}',
    legend: {
      female: 'female',
      male: 'male',
      flipped: 'answered differently',
      hatches: {
        disputed: 'the models disagree',
        male: 'then female, later male',
        female: 'then male, later female'
      },
      borderThen: 'border then',
      borderLater: 'border later'
    },
    table: {
      one: 'Table: what both runs said of {n} test penguin',
      other: 'Table: what both runs said of {n} test penguins'
    },
    caption: 'What both runs said of each test penguin'
  },

  flipped: {
    title: 'Flipped penguins',
    none: 'No penguin is classified differently.',
    noneInCommon: 'No penguin was tested by both runs, so none can have flipped.',
    summary: {
      one: '{n} of {total} penguins is classified differently. The first run was right about {then} of them, the later one about {later}.',
      other:
        '{n} of {total} penguins are classified differently. The first run was right about {then} of them, the later one about {later}.'
    },
    caption: 'Penguins that the two runs classify differently',
    show: 'Penguin {id}, show on the maps'
  },

  penguins: {
    columns: {
      id: 'Penguin',
      species: 'Species',
      island: 'Island',
      sex: 'True sex',
      then: 'Then said',
      later: 'Later said',
      right: 'Right'
    },
    sex: { FEMALE: 'female', MALE: 'male' },
    labels: '{then}, later {later}',
    notTested: 'not tested',
    right: { then: 'then', later: 'later', both: 'both', neither: 'neither' },
    measurement: '{feature}, {unit}',
    units: { bill_length_mm: 'mm', bill_depth_mm: 'mm', flipper_length_mm: 'mm', body_mass_g: 'g' }
  },

  loss: {
    title: 'Loss curves',
    chart: 'Loss of both runs, epoch by epoch. {summary}',
    epoch: 'Epoch',
    axis: 'Mean cross-entropy on the training rows, nats',
    equal: 'Both curves are equal in every epoch.',
    differs: 'The curves first differ in epoch {epoch}. They end at {then} and {later}.',
    lengths: 'Then ran for {then}, later for {later}.',
    epochs: { one: '{n} epoch', other: '{n} epochs' },
    table: 'Table: losses by epoch',
    caption: 'Loss of both runs, in nats',
    difference: 'Difference',
    same: 'equal',
    none: '–',
    notANumber: 'not a number'
  }
};
