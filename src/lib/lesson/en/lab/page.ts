/** The frame of the Lab: title, its parts, notices. */
export const page = {
  title: 'The Lab: why does this re-run differ?',
  description:
    'Make any re-run differ in any way, compare it bit for bit, and find the cause by real retrainings in your browser.',
  skip: 'Skip to the results',
  intro:
    'The first run was recorded, field by field. Choose the things that differ in the re-run. This page trains both runs each time you change something.',
  views: {
    label: 'Parts of the Lab',
    names: {
      compare: 'Compare',
      cause: 'Find the cause',
      bits: 'First bit that differs',
      browser: 'Your own browser',
      leak: 'Identical and still wrong',
      spread: 'Spread'
    }
  },
  noScript: 'The Lab trains models with JavaScript, which is off here. The lesson reads without it.',
  notices: {
    address: 'This link could not be read, so the Lab opens with nothing changed. {reason}',
    got: '“{name}” is “{got}”, but it takes {takes}.',
    takes: {
      view: 'one of {names}',
      drifts: 'names of drifts in the catalogue, with commas between them',
      within: 'a number of points from 0 to {most}',
      broken: 'one of {names}'
    },
    dismiss: 'Dismiss'
  },
  failure: {
    then: 'It happened in the first run.',
    later: 'It happened in the re-run.'
  },
  training: {
    then: 'Training the first run: epoch {epoch} of {epochs}',
    later: 'Training the re-run: epoch {epoch} of {epochs}',
    progress: 'Training progress',
    cancel: 'Cancel',
    stopped: 'Cancelled before it was done.',
    resume: 'Train'
  },
  news: {
    identical: 'The re-run is identical.',
    equivalent: 'The bits differ, every prediction is the same.',
    'same-score': 'Same score, but {flips} predictions differ.',
    mismatch: 'Mismatch: {then} and {later}, {flips} predictions differ.'
  }
};
