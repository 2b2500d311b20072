/** The frame of the page: title, navigation, control bar, notices. */
export const page = {
  title: 'Why reproducibility builds trust in ML',
  description:
    'Train a real model in your browser, save it, re-run it later and compare the two bit for bit. Then let the environment differ, and find out why the result differs too.',
  skip: 'Skip to the controls',
  nav: {
    label: 'Parts of the lesson',
    items: [
      { label: 'Visual', target: 'visual' },
      { label: 'Quiz', target: 'quiz' },
      { label: 'Ways', target: 'ways' }
    ],
    pages: 'Parts of Retrace',
    menu: 'Menu',
    lesson: 'Lesson',
    ways: 'Ways',
    lab: 'Lab',
    verify: 'Verify'
  },
  quiz: 'Quiz',
  later: {
    loading: 'On its way.',
    failed:
      'This part could not be loaded: the connection broke, or a newer version was published. Reload the page: what you made is kept.',
    retry: 'Load it again'
  },
  reload: 'Reload the page',
  footer: {
    data: 'Data: Palmer penguins, CC0 1.0 (Gorman, Williams and Fraser 2014).',
    promise: 'Everything runs in this page: no server, no cookies, nothing sent anywhere.'
  },
  notices: {
    address: 'This link could not be read, so the lesson opens at the start. {reason}',
    got: '“{name}” is “{got}”, but it takes {takes}.',
    takes: { step: 'a number from 0 to 6', drifts: 'any of {names}, with commas between them' },
    dismiss: 'Dismiss'
  },
  controls: {
    label: 'Lesson controls',
    reset: 'Reset',
    undoReset: 'Undo reset',
    back: 'Back, previous step',
    backShort: 'Back',
    primary: {
      next: {
        name: 'Next step',
        notes: {
          0: 'train the model',
          1: 'pack the case',
          2: 'months later: load it',
          3: 'train again',
          4: 'compare the two'
        }
      },
      break: { name: 'Now break it', note: 'let one thing differ' },
      cause: { name: 'Find the cause', note: 'saved against loaded' },
      rerun: {
        name: 'Run the training again',
        first: 'put the difference back first',
        firstShort: 'after putting back',
        note: 'does it match now?'
      },
      onward: { name: 'A thousand re-runs', note: 'is once enough?' }
    },
    /** What a press is answered with that leads nowhere yet. */
    missing: '{name}: {note}.',
    play: 'Play',
    pause: 'Pause',
    step: 'Step',
    stepValue: 'Step {step} of 6: {action}',
    start: 'start',
    speed: 'Speed',
    speeds: { '0.5': '½×', '1': '1×', '2': '2×' },
    differs: 'Environment differs',
    differsShort: 'Differs',
    choose: 'What differs',
    chooseNote: 'Months later, this is not as it was saved:',
    chooseClose: 'Done',
    nothingChosen: 'nothing chosen',
    severalChosen: '{first} + {n}',
    nothingDiffers: 'Nothing is chosen, so nothing differs.',
    keys: 'Keys'
  }
};
