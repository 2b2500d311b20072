/** A broken re-run to be solved: put back what you suspect, and train. */
export const caseWords = {
  title: 'A case: what broke this re-run?',
  description:
    'A re-run does not match, and several things differ. Put back what you suspect and really train a model in your browser, until you can show what broke it.',
  skip: 'Skip to the case',
  intro:
    'A model was trained and saved, and months later somebody trained it again. Now several things differ, most of them harmless. Put back what you suspect: each try is a real training. There is no clock.',
  noScript: 'Cases are solved by training models with JavaScript, which is off here.',
  plain: [
    'How such a case is solved: the first run gave 85%, and the re-run gives 71%. Three things differ: the name of the computer, a setting of the library (l2), and the number of parts in which a sum is made.',
    'First try: the setting l2 is put back, and all else is left as it is in the re-run. The training gives 85% again. So with l2 put back, the rest does no harm.',
    'Second try: only l2 is left, and all else is put back. The training gives 71%. So l2 alone is enough to break the re-run. Two tries have shown the cause.',
    'Then comes the question that matters at work: what would have kept this from happening? Here it is to lock the exact version of the library, because an update had changed the setting, and not one line of the code.',
    'Two causes can hide each other: each one alone changes the score, and with both of them it is 85% again, with other answers. And two changes can do harm only together, so that a test of one at a time finds nothing.'
  ],

  levels: {
    label: 'Level',
    names: {
      1: { name: '1', about: 'One cause, three differences' },
      2: { name: '2', about: 'One cause, six differences' },
      3: { name: '3', about: 'Two causes' },
      4: { name: '4', about: 'Two that matter only together' },
      5: { name: '5', about: 'Same score, same run?' },
      6: { name: '6', about: 'Differences without names' }
    }
  },
  picked: {
    drawn: 'Level {level}, case {number}',
    chosen: 'A case that somebody broke for you'
  },
  actions: {
    fresh: 'Another case of this level',
    restart: 'Start this case over',
    undo: 'Undo'
  },

  story: {
    training: 'Both runs are being trained.',
    score: 'The first run gave {then}. The re-run gives {later}.',
    predictions: {
      one: 'Both runs give {then}. But is it the same run? {n} penguin is answered differently.',
      other: 'Both runs give {then}. But is it the same run? {n} penguins are answered differently.'
    },
    otherRows: 'Both runs give {then}, but they were tested on other penguins.',
    bits: 'Both runs give {then} and the same answers. But the fingerprints differ.',
    differences: { one: '{n} thing differs.', other: '{n} things differ.' },
    ask: {
      score: 'Which of them changed the score?',
      predictions: 'Which of them changed the answers?',
      bits: 'Which of them changed the bits?'
    },
    whole:
      'Nothing is broken here: the re-run gives the same bits as the first run. There is no cause to find. Take another case.'
  },

  desk: {
    title: 'The desk',
    caption: 'Tries, with what was put back in each, and what it gave',
    scroll: 'Tries',
    number: 'Try',
    first: 'First run',
    goal: 'the goal',
    rerun: 'Re-run',
    next: 'Next try',
    toggle: 'Put back {name}',
    look: 'Show try {name} on the map',
    lookRerun: 'Show the re-run on the map',
    try: 'Put back and train',
    name: 'Name as the cause',
    clear: 'Put back nothing',
    nothing: 'Tick what the next try puts back.',
    all: 'With everything put back it is the first run. Leave something.',
    tried: 'You have tried just that already.',
    selected: {
      one: '{n} put back, {left} left as in the re-run.',
      other: '{n} put back, {left} left as in the re-run.'
    },
    naming: 'Naming is checked by tries. A wrong naming counts as one more.'
  },

  count: {
    tries: { one: '{n} try', other: '{n} tries' },
    wrong: { one: '{n} of them a wrong naming', other: '{n} of them wrong namings' }
  },

  answer: {
    title: 'The answer',
    byTry: 'Try {number} shows it.',
    byRerun: 'The re-run itself shows it.',
    rest: 'No. With {names} put back it is still broken: something among the rest breaks it too.',
    alone: {
      one: 'Not yet. With all else put back, {others} alone breaks nothing. Either it is harmless, or it needs something else to do harm.',
      other:
        'Not yet. With all else put back, {others} alone break nothing. Either they are harmless, or they need something else to do harm.'
    },
    together: 'No. {others} break nothing, neither one by one nor together.',
    spare: 'Not quite. The others break it without {others}.',
    shown: {
      one: 'Shown: {causes} is the cause. With it put back the re-run matches, and by itself it breaks the re-run.',
      other:
        'Shown: {causes} are the causes. With all of them put back the re-run matches, and each of them breaks it by itself.',
      together:
        'Shown: {causes} break the re-run, but only together. Neither does it alone: with all else put back, putting back either one repairs it.',
      mixed: 'Shown: {causes}. With all of them put back the re-run matches.'
    },
    group: '{names} (together)'
  },

  hints: {
    title: 'Hints',
    ask: {
      0: 'Where should I look?',
      1: 'What is it about?',
      2: 'What would a search try next?',
      3: 'And next?'
    },
    wait: 'Looking for a hint by real trainings.',
    section: {
      one: 'The cause lies in this section: {sections}.',
      other: 'The causes lie in these sections: {sections}.'
    },
    card: 'One of the causes is of this kind:',
    source: 'Source:',
    next: 'Delta debugging, a search that halves what is left again and again, would now try what is ticked at the desk. Train it.',
    found: 'Delta debugging would be done: what is ticked at the desk is what it has found. Name it.'
  },

  advice: {
    title: 'What would have prevented it?',
    intro: 'The case is closed once this is answered for each cause.',
    of: '{name}: what would have kept it from happening?',
    kinds: {
      pin: { name: 'Pin', about: 'set the value in your own code' },
      lock: { name: 'Lock', about: 'fix what is installed or read, by version or checksum' },
      record: { name: 'Record', about: 'write it down with the result' },
      test: { name: 'Test', about: 'let a check fail as soon as it changes' }
    },
    wrong: 'That may help too, but another one meets it at its root.',
    right: '{lead}: {text}'
  },

  account: {
    title: 'The account',
    solved: 'Case closed.',
    open: 'The cause is shown. The case is closed with the answer above.',
    you: 'Your tries',
    floor: 'The floor',
    par: 'Par: delta debugging',
    floorAbout: 'The fewest tries that prove it, for a person who guesses right at once.',
    parAbout:
      'The tries that delta debugging took on this very case, beyond the two runs that you were given too.',
    counting: 'still searching',
    verdict: {
      floor: 'You needed no try more than the proof takes.',
      under: { one: 'You were {n} try under par.', other: 'You were {n} tries under par.' },
      par: 'You were as quick as the search.',
      over: { one: 'You were {n} try over par.', other: 'You were {n} tries over par.' }
    },
    search: 'How delta debugging searched this case',
    replay: 'Search again',
    progress: 'Progress of the search',
    cancel: 'Stop the search',
    going: { one: 'Try {number}: the last one.', other: 'Try {number}. At most {n} are left.' },
    ended: 'The search has ended.',
    stopped: 'The search was stopped.',
    failed: 'The search stopped: {message}',
    lab: 'Take the case apart in the Lab'
  },

  share: {
    title: 'Pass it on',
    case: 'This case',
    caseAbout: 'A link to the case as it came, without your tries.',
    answer: 'Your answer',
    answerAbout: 'A link with every try that you made. A person who opens it trains all of them again.',
    copy: 'Copy the link',
    copied: 'Copied.',
    refused: 'This page may not use the clipboard. The link is selected, so that you can copy it yourself.'
  },

  broken: {
    title: 'Break one for a friend',
    about:
      'Choose what differs. The link says what differs, as a real list of differences would. Which of it is the cause is for your friend to find.',
    label: 'What differs: {part}',
    none: 'Choose something that differs.',
    most: 'That is as much as fits: {n} differences.',
    clash: 'sets the same as {name}',
    training: 'Training it …',
    whole: 'This breaks nothing: every bit stays the same. Choose something else as well.',
    breaks: {
      score: 'This changes the score from {then} to {later}.',
      predictions: 'The score stays {then}, but not the answers.',
      bits: 'Score and answers stay, and only the bits differ. That is a hard one.'
    },
    failed: 'It could not be trained: {message}',
    link: 'Link for your friend',
    open: 'Open it yourself'
  },

  maps: {
    title: 'What the models say',
    then: 'First run',
    rerun: 'The re-run as it came',
    try: 'Try {name}',
    training: 'The maps are drawn when both runs are trained.'
  },

  notices: {
    address: 'This link could not be read, so a first case is opened. {reason}',
    got: '“{name}” is “{got}”, but it takes {takes}.',
    takes: {
      level: 'a level from 1 to 6',
      case: 'the number of a case, from 1 to {most}',
      drifts: 'up to {most} names of drifts from the Lab, no two of which set the same field',
      tries: 'tries of this case, such as t3 or n1',
      next: 'a choice of this case, as a number',
      hints: 'how many hints were asked for, from 0 to {most}',
      advice: 'answers of this case, such as 1-pin'
    }
  },

  news: {
    opened: '{picked}. {story}',
    tried: 'Try {number}: {outcome}, {accuracy}.',
    solved: 'Case closed. {verdict}'
  }
};
