/** Terms: each word as something to push. */
export const terms = {
  title: 'Terms: words you can try',
  description:
    'Seed, split, weight, epoch, bit, fingerprint, environment, and the words that begin with R: each one is a small thing to operate.',
  skip: 'Skip to the terms',
  intro: 'Each word here is one small thing to push. Push it first, and read the sentence after.',
  noScript: 'The small machines on this page need JavaScript, which is off here. The sentences are below.',
  plain: [
    'Seed: a number from which a computer’s “random” numbers start. The same seed deals the same shuffle, every time. Split: which penguins teach the model and which test it; another split asks another question. Weight: one of the 33 numbers that the model is. Training moves them until the border between the answers fits. Epoch: one pass through all the penguins that teach.',
    'Bit: a 0 or 1; a number here has 64 of them. Computers round after each sum, so 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 end in different bits. Fingerprint: a SHA-256 of all weights. One bit that changes in one weight changes the whole fingerprint. Environment: everything around the code that can change a result: seed, generator, precision, order of sums, and the math library.',
    'The words with R, as The Turing Way uses them: reproducible means the same data and the same analysis give the same result; replicable, other data and the same analysis; robust, the same data and another analysis; generalisable, both of them others. ACM (version 1.1, 2020) asks who does it: a result is reproduced when another team gets it with the authors’ own artifacts, and replicated when another team gets it without them.'
  ],
  list: 'All terms',
  names: {
    seed: 'Seed',
    split: 'Split',
    weight: 'Weight',
    epoch: 'Epoch',
    bit: 'Bit',
    fingerprint: 'Fingerprint',
    environment: 'Environment',
    reproducible: 'Reproducible, replicable, robust, generalisable'
  },
  /** Words in other texts that lead to a term, each with the term. */
  inText: [
    ['seed', 'seed'],
    ['test penguins', 'split'],
    ['weights', 'weight'],
    ['epochs', 'epoch'],
    ['epoch', 'epoch'],
    ['bits', 'bit'],
    ['bit', 'bit'],
    ['fingerprints', 'fingerprint'],
    ['fingerprint', 'fingerprint'],
    ['environment', 'environment'],
    ['reproducible', 'reproducible'],
    ['reproducibility', 'reproducible']
  ],
  see: {
    seed: 'A number from which a computer’s random numbers start. The same seed deals the same shuffle, however often.',
    split:
      'Which penguins teach the model, and which test it. The seed of the split decides; another split asks other penguins.',
    weight:
      'One of the numbers that a model is. This one has 33, and training moves them all, a little with each batch.',
    epoch: 'One pass through all the penguins that teach. The lesson’s run makes 100 of them.',
    bit: 'A 0 or a 1. A number here has 64 of them, and each sum is rounded to fit, so the order of a sum can change its last bits.',
    fingerprint:
      'A SHA-256 of all weights, drawn as 32 bars. Change the smallest bit of one weight, and all of it changes.',
    environment:
      'Everything around the code and the data that can change a result. The lesson calls its own “v1”; this is all that is in it.',
    reproducible: 'Four words that people mix up. Each square is a real pair of runs.'
  },
  failed: 'The training stopped. {message}',
  retry: 'Try again',
  loading: 'The penguins are on their way.',

  seed: {
    label: 'Seed',
    deals: ['First deal', 'Second deal'],
    again: 'Deal both again',
    same: 'Both deals are the same.',
    dealt: { one: 'Dealt {n} time from this seed.', other: 'Dealt {n} times from this seed.' }
  },
  split: {
    label: 'Seed of the split',
    shared: 'Of the {total} test penguins, {n} also test the lesson’s run. The lesson’s split has seed 42.'
  },
  weight: {
    where: 'Where the border crosses',
    mass: '{mass} g',
    tilt: 'How much it tilts',
    slope: '{slope} g/mm',
    score: 'Your border is right for {correct} of {total} penguins.',
    train: 'Now train',
    trained: 'The training is right for {correct}: it has a border that bends.',
    ahead: 'You are ahead: it is right for {correct}. A straight border is a model too.',
    map: 'Test penguins by bill length (to the right) and body mass (upwards), with your border. Above it your answer is “male”.'
  },
  epoch: {
    label: 'Epochs',
    result: 'After {n} epochs this model is right for {correct} of {total} penguins.',
    first: 'Move the slider: each place is a training of its own.'
  },
  bit: {
    order: 'Order of the sum',
    orders: ['0.1 + 0.2 + 0.3', '0.3 + 0.2 + 0.1', '0.2 + 0.1 + 0.3'],
    sums: '{first} gives {a}, and {second} gives {b}.',
    one: 'First sum',
    other: 'Second sum',
    same: 'All 64 bits are the same.',
    differ: { one: '{n} of 64 bits differs.', other: '{n} of 64 bits differ.' }
  },
  fingerprint: {
    train: 'Train, to have weights',
    weight: 'Weight',
    bit: 'Bit to flip',
    none: 'Nothing is flipped',
    value: 'Weight {index} goes from {before} to {after}.',
    result: '{n} of the 32 bytes of the fingerprint differ.'
  },
  environment: { open: 'Open “{name}”' },
  square: {
    data: { same: 'Same data', other: 'Other data' },
    analysis: { same: 'Same analysis', other: 'Other analysis' },
    run: 'Run it',
    quadrants: {
      reproducible: { name: 'Reproducible', what: 'The lesson’s run, trained again with nothing changed.' },
      replicable: { name: 'Replicable', what: 'The same training on another split of the penguins.' },
      robust: { name: 'Robust', what: 'The same penguins, with half as many hidden units.' },
      generalisable: { name: 'Generalisable', what: 'Another split, and half as many hidden units.' }
    },
    result: {
      identical: 'First {then}, now {later}: identical, every bit.',
      equivalent: 'First {then}, now {later}: bits differ, every answer is the same.',
      'same-score': 'First {then}, now {later}: the same score.',
      mismatch:
        'First {then}, now {later}: {n} points apart. Whether that is near enough has to be said before looking.'
    },
    turing: 'The four words are those of The Turing Way (a handbook of The Alan Turing Institute).',
    acm: 'ACM (version 1.1, 2020) asks instead who does it, and with what: repeated by the same team with the same setup; reproduced by another team with the authors’ own artifacts; replicated by another team without them. So when you check a receipt on this site, you reproduce, in both languages.'
  }
};
