/** The page that checks a receipt. */
export const verify = {
  title: 'Verify: does this run hold?',
  description:
    'Open a receipt, see what it claims, and train its run again in your browser. The verdict compares both, bit for bit.',
  skip: 'Skip to the receipt',
  intro:
    'A receipt claims that one training gave one result. Do not believe it: train the same run again, in this page, and see whether every bit is the same.',
  noScript:
    'This page needs JavaScript to check a receipt, and it is off here. You can check a bundle without this page: its README says how.',

  open: {
    title: 'Open a receipt',
    drop: 'Drop a receipt.json or a bundle anywhere on this page.',
    dropping: 'Let go to open it.',
    choose: 'Choose a file',
    paste: 'Or paste a link, or the text of a receipt',
    submit: 'Open it',
    none: 'Do you have no receipt?',
    lesson: 'Take one home from the lesson.',
    samples: 'Or try one of these two. Somebody has changed one of them by hand: which one?',
    sample: ['One that claims 85%', 'One that claims 93%'],
    several: '{n} files came at once, and one receipt is checked at a time: choose one of them.',
    unreadable: 'This file could not be read: choose it again, and choose a file rather than a folder.'
  },
  refused: {
    title: 'Not opened.',
    stays: 'The receipt that was open before stays.',
    dismiss: 'Dismiss'
  },

  bundle: 'In this bundle:',

  claims: {
    title: 'What it claims',
    label: 'Claimed',
    close: 'Close this receipt',
    predictions: 'SHA-256 of all predictions',
    digest: 'SHA-256 of all weights',
    prediction: 'Its maker had predicted: {answer}.',
    platform:
      'This run uses the exp and tanh of its platform, and browsers and machines differ in them. So this page can confirm the result, but it may not be able to refute it.',
    engine: 'The engine that made it: {engine}.',
    unnamed: 'The receipt does not say which engine made it.'
  },
  run: {
    run: 'Run it again',
    again: 'Run it once more',
    cancel: 'Cancel',
    label: 'Training progress',
    starting: 'The training begins.',
    progress: 'Epoch {epoch} of {epochs}',
    cancelled: 'Cancelled before it was done. The claim is neither confirmed nor refuted.',
    failed: '{title}. {why} {message}'
  },

  manifest: {
    title: 'What it was trained from',
    same: 'Every field is as in the lesson’s first run.',
    differing: {
      one: '{n} field is not as in the lesson’s first run; it is marked. That is no fault.',
      other: '{n} fields are not as in the lesson’s first run; they are marked. That is no fault.'
    },
    lesson: 'lesson: {value}'
  },

  verdict: {
    title: 'Verdict',
    later: 'Re-run here',
    table: {
      caption: 'The claim and its re-run, part by part',
      part: 'Part',
      claimed: 'Claimed',
      rerun: 'Re-run here',
      verdict: 'Verdict',
      parts: { accuracy: 'Accuracy', weights: 'Weights', predictions: 'Predictions' },
      accuracy: '{correct} of {total}',
      same: 'the same',
      differs: 'differs'
    },
    information: 'For information',
    fromLesson: 'What differs from the lesson’s first run',
    nothing: 'nothing',
    change: '{field}: {before} → {after}',
    unchecked: { 'environment.name': 'name of the environment', prediction: 'prediction', engine: 'engine' },
    engine: 'Re-run by'
  },

  python: {
    title: 'Verify with Python too',
    what: 'The trainer of the bundle’s reproduce.py trains the same run in this page. It was written apart from the trainer of this site, so two programs that agree mean more than one. It loads about 0.25 MB.',
    run: 'Run it in Python'
  },

  news: {
    claims: 'The receipt is open. It claims {percent}. Nothing has been run yet.',
    refused: 'Not opened. {reason}'
  }
};
