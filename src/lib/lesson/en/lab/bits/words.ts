/** The divergence microscope. In these words `10^6` stands for a power and is drawn as one. */
export const bits = {
  runs: { then: 'First run', later: 'Re-run' },

  examples: {
    title: 'Two ready examples',
    intro:
      'In both examples the re-run adds up its gradients in four chunks. A floating-point sum depends on the order in which it is added, so the last bits differ. “Undo” takes an example back.',
    slow: { name: 'Float noise at learning rate {rate}', promise: 'See how far the last bits travel.' },
    fast: {
      name: 'The same at learning rate {rate}',
      promise: 'See what faster learning does to the same bits.'
    },
    shown: 'shown now',
    seen: {
      none: 'Not one bit differs here.',
      some: 'Seen here: after epoch {epoch} the largest distance is {largest} ULP.'
    },
    flips: {
      never: 'No prediction flips in any epoch.',
      some: {
        one: 'Predictions flip in {n} epoch.',
        other: 'Predictions flip in {n} epochs.'
      }
    }
  },

  work: {
    waiting: 'Both runs are about to be trained side by side.',
    tracing: 'Training both runs side by side: epoch {done} of {total}',
    progress: 'Progress of the comparison',
    cancel: 'Cancel comparing',
    cancelled: 'Comparing the bits was cancelled.',
    retry: 'Compare bit by bit',
    refused: 'These two runs cannot be compared bit by bit.',
    broken: 'The comparison stopped.'
  },

  first: {
    title: 'The first bit that differs',
    batch: 'Epoch {epoch}, batch {batch} of {batches}, weight {weight}',
    start: 'Before training, weight {weight}',
    startWhy: 'The runs already start from different numbers.',
    layers: {
      W1: 'That is the weight from {input} to hidden unit {unit} of {units}.',
      b1: 'That is the bias of hidden unit {unit} of {units}.',
      W2: 'That is the weight from hidden unit {unit} of {units} to the output.',
      b2: 'That is the bias of the output.'
    },
    fromZero: 'The code counts units from 0.',
    inputs: '{then} (in the re-run: {later})',
    until: 'Before that, every bit of all {weights} weights is the same.',
    differing: {
      one: 'It is the only one of {weights} weights that differs here.',
      other: '{n} of {weights} weights differ here; this is the first of them.'
    },
    caption: 'The two values of weight {weight}',
    columns: { run: 'Run', decimal: 'Decimal', hex: 'Hexadecimal', bits: 'Differing bits' },
    bits: '{n} of 64',
    apart: {
      one: 'The two are neighbours: {n} ULP apart, so float64 has no number between them.',
      other: 'The two are {n} ULP apart.'
    },
    groups: { sign: 'sign', exponent: 'exponent', fraction: 'mantissa' },
    drawing:
      'All 64 bits: the first run above, the re-run below. Differing bits are underlined, with a mark between them.'
  },

  identical: {
    title: 'Identical from the first to the last bit',
    all: 'After every batch of {epochs} epochs all {weights} weights were compared: not one bit differs.',
    longer: {
      then: 'The first run goes on for longer, {epochs} epochs. Its last epochs have nothing to be compared with.',
      later:
        'The re-run goes on for longer, {epochs} epochs. Its last epochs have nothing to be compared with.'
    },
    checkpoint:
      'But the two runs do not keep the weights of the same epoch: one keeps those that do best on the test set. So their results can differ.',
    score: 'But they do not score the same. The weights are equal, so the test rows must differ.'
  },

  growth: {
    title: 'How the difference grows',
    ulp: 'A ULP, or unit in the last place, is one step from a number to the next one that float64 can hold. Doubling a number takes 2^52 of these steps, about {octave}.',
    legend: {
      largest: 'largest distance of any weight',
      median: 'median (middle one) of all weights',
      flips: 'predictions flip'
    },
    chart: 'Distance of the weights in ULP after each epoch, on a log scale. {summary}',
    equal: '0 = equal',
    one: '1',
    power: '10^{n}',
    octave: '2^52: a factor of two',
    firstFlip: 'epoch {epoch}: first flip',
    flipRow: 'flips',
    summary: {
      end: 'After epoch {epoch} the largest distance is {largest} ULP and the median {median}.',
      digits: {
        one: 'Even there the two values agree in about the first {n} digit.',
        other: 'Even there the two values agree in about the first {n} digits.'
      },
      octave: 'This is more than noise: such values lie a factor of two or more apart.',
      signs: {
        one: 'One weight even has the opposite sign.',
        other: '{n} weights even have the opposite sign.'
      },
      never: 'No prediction flips in any epoch.',
      flips: {
        one: 'Predictions flip in one epoch, epoch {first}.',
        other: 'Predictions start to flip in epoch {first}; they differ in {n} of {epochs} epochs.'
      },
      flipsAtOnce: 'Predictions differ already before training, and after {n} of {epochs} epochs.'
    },
    table: {
      open: 'The same as a table',
      caption: 'Distance of the weights after each epoch',
      columns: {
        epoch: 'Epoch',
        largest: 'Largest (ULP)',
        median: 'Median (ULP)',
        flips: 'Flips',
        accuracy: 'Accuracy, first run → re-run'
      },
      accuracy: '{then} → {later}'
    }
  },

  epochs: {
    title: 'Both models, epoch by epoch',
    slider: 'Epoch',
    at: 'Epoch {epoch} of {last}',
    start: 'Before training',
    distance: 'largest {largest}, median {median} ULP',
    equal: 'not a bit differs',
    flips: { one: '{n} prediction flips', other: '{n} predictions flip' },
    noFlips: 'no prediction flips',
    toFirst: 'Go to the first flip, epoch {epoch}',
    accuracy: '{correct} of {total} test penguins right',
    flipped: 'the runs disagree',
    maps: { then: 'Decision map of the first run', later: 'Decision map of the later run' }
  }
};
