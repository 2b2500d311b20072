/** Try: the lesson's training as Python, to be changed and run. */
export const tryWords = {
  title: 'Try: the same run in Python',
  description:
    'Edit and run the lesson’s training as Python in your browser, and see how little it takes to change its last bits.',
  skip: 'Skip to the program',
  intro:
    'This is the whole training, written a second time, in another language. Run it as it is: does another language give the same bits? Then change something small, and say first what will happen.',
  noScript: 'This page runs Python with JavaScript, which is off here. The program is told below.',
  plain: [
    'The program sets down everything that its result depends on: the code’s settings, the data, and the environment with its seed. Then it trains the model, tests it, and prints the accuracy and a fingerprint of the weights.',
    'It is the trainer of reproduce.py, which every receipt that is taken home as a bundle has beside it. You can run that with Python 3.8 or newer on your own computer. It was written apart from the trainer of this site, so equal fingerprints mean that two programs agree.',
    'Then change it: add numbers in another order, train for one epoch more, or count with 32 bits. Say first what will come of it: the same bits, other bits with the same answers, or other answers. Then run it and see.'
  ],

  changes: {
    title: 'Six small changes',
    intro: 'Each is a thing that somebody could change without much thought. Choose one and predict.',
    list: 'Changes',
    before: 'The lesson’s line',
    after: 'The changed line',
    where: { program: 'in the program', trainer: 'in the trainer' },
    ask: 'What will this run be, beside the lesson’s?',
    guesses: {
      identical: 'The same bits',
      equivalent: 'Other bits, same answers',
      flips: 'Other answers for some penguins'
    },
    run: 'Make this change and run it',
    again: 'Make it and run it again',
    tried: 'tried',
    outcome: 'It came out as: {outcome}.',
    right: 'You had said so.',
    wrong: 'You had said: {guess}.',
    none: 'You had made no prediction.',
    names: {
      sum: 'sum() in place of total()',
      order: 'Another order of additions',
      ddof: 'ddof 1',
      epochs: 'One epoch more',
      exp: 'The platform’s exp',
      float32: '32-bit numbers'
    },
    /** What is changed, before the run. */
    what: {
      sum: 'The trainer adds numbers with a loop of its own, called total(). Python has sum() for that. Here the mean of each measurement is taken with sum().',
      order: 'A hidden unit adds three numbers. a + b + c becomes a + (b + c): on paper that is the same.',
      ddof: 'When the measurements are scaled, the sum of squares is divided by one less. Two well-known libraries differ in this very setting.',
      epochs: 'The model goes through the training rows 101 times, not 100.',
      exp: 'The trainer has an exp of its own, made of additions and multiplications. Here the sigmoid takes the exp that comes with Python.',
      float32: 'Every number is rounded to 32 bits, as many graphics cards do. Half of the digits go.'
    },
    /** Why it came out so: how it works, said after the run and true however that came out. */
    why: {
      sum: 'Here sum() adds one number after the other, just as total() does. But that is a habit, and habits change: since version 3.12, the usual Python corrects the rounding inside sum(), and may give other last digits. Download the file and see what your Python says.',
      order:
        'Each addition is rounded to the 53 bits that a number has. In another order other things are rounded away. A compiler, a library or a faster chip may change the order without telling you.',
      ddof: 'The inputs become a little smaller, all by the same share. So every weight is learned from other numbers; whether an answer changes depends on how near the border a penguin is.',
      epochs:
        'Near the border, the last epochs still move the model. A number in a settings file is code too: write it down.',
      exp: 'Hardware agrees on + − × ÷, but not on exp: each system brings its own, with other last bits for some numbers. That is why the lesson’s trainer does not use it.',
      float32:
        'Weights that are rounded at each step end somewhere else, but near by. The border hardly moves, so only a penguin that lies right on it could be answered differently.'
    }
  },

  editor: {
    title: 'The program',
    program: 'Program',
    trainer: 'The trainer that it is written on: every function, {lines} lines.',
    differs: 'It differs from the lesson’s.',
    trainerLabel: 'Trainer',
    hint: 'Tab indents. To leave the field by keyboard, press Escape, then Tab.',
    line: 'Go to line {line}',
    run: 'Run',
    again: 'Run it again',
    stop: 'Stop',
    see: 'See what came out',
    undo: 'Undo',
    restore: 'Restore',
    copy: 'Copy',
    copyLink: 'Copy a link',
    download: 'Download as a file',
    file: 'retrace.py',
    about: 'Retrace: the whole training in one file, for Python 3.8 or newer. The program is at its end.',
    copied: 'Copied.',
    linkCopied:
      'The link is copied. People who open it see your code first, and it runs only when they press “Run”.',
    refused: 'The browser would not copy. Select the text and copy it yourself.',
    long: 'This code is too long for a link. It is kept on this device; download it as a file to hand it on.',
    saved: 'Saved as {name}. It runs with Python 3.8 or newer and gives the same fingerprint.'
  },

  strangers: {
    title: 'This code came with a link.',
    text: 'Somebody else wrote it. Nothing has been run. It can only compute and print here, but read it first.',
    mine: 'Back to my code',
    kept: 'Your own code from before is kept.'
  },
  damaged: 'This link holds no code that can be read: it was damaged or cut off. Copy it again, as a whole.',
  dismiss: 'Dismiss',

  result: {
    title: 'What came out',
    idle: 'Nothing has run yet.',
    printed: 'Printed by the program',
    left: { one: '{n} more line is not shown.', other: '{n} more lines are not shown.' },
    stale: 'The code has been changed since this run.',
    work: {
      cancel: 'Stop',
      progress: 'Progress of the program',
      done: 'The program has ended.',
      cancelled: 'Stopped. The code is as it was.',
      failed: '{message} Your code is kept.'
    },
    none: 'The program told of no run: only show(run, params) does that.',
    then: 'The lesson’s run, trained by this page',
    later: 'This run, in Python',
    verdict: 'Beside the lesson’s run',
    headline: {
      identical: 'The same bits, in another language.',
      equivalent: 'Other bits, but every penguin gets the same answer.',
      'same-score': 'The same score, but other answers.',
      mismatch: 'Another result: {then} then, {later} now.'
    },
    otherTest: 'It was not tested on the same penguins: {n} of {total} were tested by both.',
    flips: {
      one: '{n} of {total} penguins is answered differently.',
      other: '{n} of {total} penguins are answered differently.'
    },
    bits: {
      one: '{n} of the {total} bits of the weights differs.',
      other: '{n} of the {total} bits of the weights differ.'
    },
    otherShape: 'The model has another number of weights: {n} in place of {total}.',
    map: 'Decision map of this run',
    mapAnd: 'The lesson’s border is drawn into it.',
    axes: '→ {first}, ↑ {second}',
    help: 'To the right: {first}; upwards: {second}. Arrow keys move from penguin to penguin.',
    waiting: 'The lesson’s run is being trained for comparison.'
  },

  errors: {
    title: 'Python stopped',
    place: { 'program.py': 'in the program', 'trainer.py': 'in the trainer' },
    at: '{type}, line {line} {place}.',
    nowhere: '{type}.',
    words: 'In Python’s words',
    repeated: '{n} more like the one above',
    /** What an error means, in a sentence. */
    plain: {
      SyntaxError:
        'Python cannot read this line: look for a missing bracket, quote or colon, here or just above.',
      IndentationError:
        'The line begins too far left or right: lines that belong together begin in one column.',
      NameError: 'There is nothing of this name: it may be misspelt, or used before it is there.',
      TypeError: 'Something is used as what it is not, or a function gets too many or too few values.',
      ValueError: 'The value has the right type, but it makes no sense there.',
      KeyError: 'There is no such key: look at how it is written in params.',
      IndexError: 'A list is shorter than this position.',
      AttributeError: 'A thing has no such part: it may be misspelt.',
      ZeroDivisionError: 'Something is divided by zero.',
      ImportError: 'This Python lacks this module. It has the small ones, such as math, json and random.',
      OSError: 'There are no files here: a program can compute and print, and nothing else.',
      RuntimeError: 'If it speaks of recursion, a function has called itself too often.',
      MemoryError: 'It asked for more memory than there is.',
      OverflowError: 'A number has outgrown what it can hold.',
      EOFError: 'There is nobody to answer input() here: write the value into the program.',
      NoResult: 'The weights have outgrown what a number can hold: try a lower learningRate or l2.',
      other: 'The line says where it happened; Python’s own words say what.'
    }
  },

  news: {
    done: 'The program has ended. {headline}',
    raised: 'Python stopped: {where}'
  }
};
