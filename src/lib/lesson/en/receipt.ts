/** Taking a run home: the dialog with its link, its bundle, and what to do with them. */
export const receipt = {
  title: 'Take this run home',
  what: 'A receipt names everything that a run depended on and the result that it gave, so that anyone can train it again and see whether every bit is the same.',
  run: '{correct} of {total} penguins right, weights {digest}.',
  prediction: 'It carries your prediction: {answer}.',
  answers: { match: 'match', mismatch: 'mismatch' },
  close: 'Close',
  link: {
    title: 'As a link',
    what: 'The whole receipt is in the link itself. No server keeps it.',
    label: 'Link to the receipt',
    copy: 'Copy link',
    share: 'Share',
    open: 'Verify it here',
    shared: 'A Retrace receipt: {percent}',
    outcomes: {
      none: '',
      copied: 'Copied',
      refused: 'This page may not use the clipboard. The link is selected, so that you can copy it yourself.'
    }
  },
  bundle: {
    title: 'As a bundle',
    what: 'A zip with the receipt, the data, and two programs that train the run again, without us and without a network.',
    download: 'Download bundle',
    outcomes: {
      none: '',
      making: 'Putting the bundle together.',
      saved: 'Handed to your downloads as {name}.',
      failed: 'The bundle could not be loaded. Check the connection, then try again.'
    }
  },
  commands: {
    title: 'How to run it',
    python: 'In the unpacked folder, with Python 3.8 or newer (on Windows, write py for python3):',
    node: 'Or there with Node 18 or newer:',
    verify: 'Or with the zip as it is, in a copy of this project:'
  }
};
