/** A receipt checked by a second program, in another language. */
export const pythonCheck = {
  work: {
    run: 'Run it in Python once more',
    again: 'Run it in Python once more',
    cancel: 'Stop',
    progress: 'Progress in Python',
    done: '',
    cancelled: 'Stopped before it was done. Python has neither confirmed nor refuted the claim.',
    failed: '{message}'
  },
  memory:
    'This training is too long for the Python of this page, which may use 1 GB of memory. The reproduce.py in the bundle has no such limit.',
  stopped: 'Python stopped without a result: {words}',
  said: 'Python says: {title}.',
  both: 'Two programs in two languages gave the same result, bit for bit.',
  differ: 'The browser’s trainer and Python gave different results.',
  platform:
    'This run uses the exp and tanh of its platform, and MicroPython has others than this browser. So the two may differ, and neither is wrong.',
  alone: 'The browser’s trainer has not run it yet.',
  table: {
    caption: 'The claim, and what two programs made of it',
    part: 'Part',
    claimed: 'Claimed',
    browser: 'This browser',
    python: 'Python',
    parts: { accuracy: 'Accuracy', weights: 'Weights', predictions: 'Predictions' },
    none: 'no result',
    unknown: 'not run'
  }
};
