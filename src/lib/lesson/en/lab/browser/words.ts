/** Your own browser: its own exp and tanh against the portable ones. */
export const browser = {
  title: 'Your own browser',
  lead: 'Training calls two functions that the JavaScript standard does not fix to the last bit: exp and tanh. This app has portable versions of its own. Your browser has others. Try both on the same inputs and see whether every bit agrees.',
  where: 'It all happens in this page, in the background. Nothing leaves your browser.',
  work: {
    run: 'Test this browser',
    again: 'Test again',
    cancel: 'Cancel test',
    progress: 'Progress of the test',
    done: 'Done. The results are below.',
    cancelled: 'Cancelled before it was done.',
    failed: 'The test stopped. {message}'
  },
  progress: {
    inputs: '{tried} of {total} inputs tried',
    training: 'All {total} inputs tried, now training with both'
  },
  functions: {
    title: 'Bit for bit',
    caption: '{name}: portable and this browser’s own',
    all: 'All {tried} results are equal, to the last bit.',
    some: '{differing} of {tried} results differ.',
    rows: {
      tried: 'Inputs tried',
      range: 'Spread over',
      differing: 'Results that differ',
      share: 'Share',
      input: 'Worst input',
      portable: 'Portable',
      native: 'This browser',
      distance: 'Distance'
    },
    range: '{from} to {to}',
    hexadecimal: 'in hexadecimal {hex}',
    bits: '{digits}, {bits}',
    differingBits: { one: '{n} of 64 bits differs', other: '{n} of 64 bits differ' },
    ulps: { one: '{count} ULP', other: '{count} ULP' },
    key: 'Each digit is hexadecimal, with its four bits below. Bits that differ are coloured and underlined. ULP means units in the last place: the number of steps from one float64 to the other.',
    precise:
      'Portable does not mean more precise. It means the same everywhere. Near 0 the portable tanh is the coarser one: it subtracts two numbers that are almost equal there, 1 and 2 ÷ (exp(2x) + 1), so their leading digits cancel and few are left.'
  },
  runs: {
    title: 'What it does to a training',
    lead: 'The first run of the lesson, trained with the portable functions and with this browser’s own.',
    caption: 'Learning rate {rate}',
    columns: { portable: 'Portable', native: 'This browser' },
    accuracy: 'Accuracy',
    digest: 'Digest',
    verdict: {
      identical: 'The digest is the same: identical, down to the last bit.',
      equivalent: 'The digest differs. Every prediction is the same.',
      'same-score': 'The digest differs. The score is the same, and {flips}.',
      mismatch: 'The digest differs, the score differs, and {flips}.'
    },
    flips: {
      one: '{n} of {total} penguins is classified differently',
      other: '{n} of {total} penguins are classified differently'
    },
    setUp: 'Set this up in the Lab',
    setUpLong: 'Set this up in the Lab: platform math at learning rate {rate}'
  },
  why: {
    title: 'Why pinning matters',
    paragraphs: [
      'The JavaScript standard rounds + − × ÷ in one fixed way, so every engine gives the same bits. Since ECMAScript 2025 this is true of the square root too. For exp, tanh and most of Math the standard asks each engine only for an approximation. Two engines may both be right and still differ in the last bit.',
      'Training feeds every result into the next step, thousands of times. At a low learning rate such a difference stays in the last digits. At a high one it grows until the model gives other answers.'
    ],
    source: 'ECMA-262, the Math object',
    url: 'https://tc39.es/ecma262/#sec-math-object'
  },
  engines: {
    title: 'What other engines gave',
    how: 'Measured for this project on a million inputs in Node 20, Chromium 156, Firefox 153 and WebKitGTK 2.50; pow apart from these, in two releases of Node.',
    caption: 'What other engines gave',
    columns: { what: 'Measured', result: 'Found' },
    rows: [
      { what: 'exp of Node and of Firefox', result: 'equals the portable one on every input' },
      {
        what: 'exp of Chromium and of WebKitGTK',
        result: 'differs from the portable one on 9.6% of inputs, by one ULP at most'
      },
      {
        what: 'tanh of all four',
        result: 'differs from the portable one on 11% of inputs, most of all near 0'
      },
      { what: 'pow of Node 20 and of Node 24', result: 'one engine, two releases: they disagree' },
      {
        what: 'training at learning rate 0.3',
        result: 'two digests, one for Node and Firefox, one for the others; no prediction flips'
      },
      {
        what: 'training at learning rate 5',
        result: '75% test accuracy in Node and Firefox, 83% in the others, where portable functions give 79%'
      },
      {
        what: 'training with the portable functions',
        result: 'the same digest in all four, for each of 20 manifests'
      }
    ]
  },
  todo: {
    title: 'What to do',
    items: [
      { what: 'Pin', text: 'the versions of everything that computes for you: library, runtime, image.' },
      {
        what: 'Ship your own',
        text: 'version of a function where every bit has to agree, as this app does.'
      },
      { what: 'Record the engine', text: 'that made a result, so that a difference can be explained later.' }
    ]
  }
};
