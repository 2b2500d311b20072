/** Review: questions that come back days later, over runs that are trained on the spot. */
export const review = {
  title: 'Review: what do you still know?',
  description:
    'A few questions a day over runs that your browser trains on the spot. Things that you know come back later and later.',
  skip: 'Skip to the question',
  intro:
    'Five new questions on the first day, and later only those that are due. Each time it is a new question, over runs that this page trains now, so no answer can be learned by heart.',
  noScript:
    'This page deals and marks questions with JavaScript, which is off here. How it works is written below.',
  plain: [
    'People forget what they only read. Ten study techniques were compared, and two helped most, for all ages and many subjects: testing yourself, and spreading that over days (Dunlosky and others, 2013). In an experiment with 1,350 people, those who met the same facts again after a gap remembered far more than those who met them twice at once (Cepeda and others, 2008).',
    'So this page asks instead of telling. It trains a first run and a re-run that differs in one thing, and asks: is it identical, equivalent, the same score, or a mismatch? Which of three differences moved the score? Which record would have shown it? The answer is marked by the runs themselves. A wrong answer brings the question back soon, a right one with a hint later, a right one much later. The dates follow the free algorithm FSRS.',
    'No account is needed. Your answers are kept in your browser, and because a browser may clear that, you can take it with you: as a link, as a file, or as dates for your calendar with the link in them.'
  ],

  states: { due: 'Due today', new: 'New', later: 'Later', learned: 'Learned' },
  learned: 'Learned means: it comes back in more than {days} days.',

  question: {
    title: 'The question',
    turn: { one: '{n} question left today', other: '{n} questions left today' },
    dealing: 'The runs of this question are trained.',
    runs: 'The first run starts from seed {seed}, and its test penguins are drawn with seed {split}.',
    hint: 'Show hint',
    hinted: 'It is not “{option}”.',
    check: 'Check answer',
    choose: 'Choose an answer first.',
    next: 'Next question',
    right: 'Right',
    wrong: 'Not this time',
    key: 'The runs say: {option}.',
    back: 'A new one of this kind comes on {date}.',
    prevents: 'Against “{drift}”: {advice}',
    done: 'Nothing is left for today.',
    next0: 'The next question is due on {date}.',
    more: 'Now is a good time to take the dates with you, below.',
    first: 'First run',
    work: {
      run: 'Deal it again',
      again: 'Deal it again',
      cancel: 'Cancel',
      progress: 'Training progress',
      done: '',
      cancelled: 'Cancelled. The question is not dealt.',
      failed: 'The training stopped. {message}'
    }
  },
  news: {
    right: 'Right.',
    wrong: 'Not this time.',
    asked: 'The question is there.',
    done: 'Nothing is left for today.'
  },

  cards: {
    'kind-code': {
      name: 'How far do they agree? Code',
      ask: 'In the re-run this differs: {drifts}. How far do the two runs agree?'
    },
    'kind-data': {
      name: 'How far do they agree? Data',
      ask: 'In the re-run this differs: {drifts}. How far do the two runs agree?'
    },
    'kind-environment': {
      name: 'How far do they agree? Environment',
      ask: 'In the re-run this differs: {drifts}. How far do the two runs agree?'
    },
    'kind-two': {
      name: 'How far do they agree? Two at once',
      ask: 'In the re-run these differ: {drifts}. How far do the two runs agree?'
    },
    'moved-any': {
      name: 'Which moved the score?',
      ask: 'Three re-runs differ in one thing each. Which one has another score than the first run?'
    },
    'moved-environment': {
      name: 'Which part of the environment moved the score?',
      ask: 'In three re-runs one part of the environment differs. Which one has another score than the first run?'
    },
    'kept-bits': {
      name: 'Which kept every bit?',
      ask: 'Three re-runs differ in one thing each. Which one kept every bit of the model?'
    },
    'kept-answers': {
      name: 'Which changed bits but no answer?',
      ask: 'Three re-runs differ in one thing each. In which one do bits differ, while every penguin is answered as before?'
    },
    'other-answers': {
      name: 'Which changed an answer?',
      ask: 'Three re-runs differ in one thing each. In which one is at least one penguin answered differently?'
    },
    'most-flips': {
      name: 'Which changed most answers?',
      ask: 'Three re-runs differ in one thing each. In which one are most penguins answered differently?'
    },
    record: {
      name: 'Which record shows it?',
      ask: 'In the re-run this differs: {drifts}. Which record would have shown it?'
    },
    direction: {
      name: 'Which way did the score go?',
      ask: 'In the re-run this differs: {drifts}. How does its score stand to the first run’s?'
    },
    cause: {
      name: 'What was the cause?',
      ask: 'The first run got {then}, the re-run {later}, and {flips} of {total} penguins are answered differently. One of these is the cause. Which?'
    },
    repair: {
      name: 'What has to be put back?',
      ask: 'First, {first} differs; second, {second}. The score went from {then} to {later}. What has to be put back until the score is as before?'
    }
  },
  options: {
    identical: 'Identical: every bit is the same',
    equivalent: 'Equivalent: bits differ, every answer is the same',
    'same-score': 'Same score, but some answers differ',
    mismatch: 'Mismatch: the score differs',
    code: 'The version of the code, with its settings',
    data: 'A checksum of the data',
    environment: 'A lock file of the environment',
    none: 'No record is needed: every bit is the same',
    higher: 'Higher',
    equal: 'The same',
    lower: 'Lower',
    first: 'The first is enough',
    second: 'The second is enough',
    either: 'Either one is enough',
    both: 'Both of them'
  },

  all: {
    title: 'All questions',
    caption: 'Every kind of question, and when it comes back',
    card: 'Question',
    state: 'State',
    due: 'Comes back',
    answered: 'Answered',
    never: '–',
    today: 'today'
  },

  keep: {
    title: 'Take it with you',
    kept: 'Your answers are kept in this browser.',
    notKept:
      'This browser keeps nothing for this page: its storage is full or blocked. When you close the page your answers are gone, unless you take the link or the file.',
    nothing: 'Nothing is kept yet: your first answer will be, in this browser.',
    mayClear:
      'A browser may clear what it keeps; Safari does so after seven days of use without a visit. The link and the file hold everything, and no server does.',
    link: 'Link to your answers',
    copy: 'Copy link',
    copied: 'Copied.',
    refused: 'This page may not use the clipboard. The link is selected, so that you can copy it yourself.',
    file: 'Save as file',
    fileName: 'retrace-review.txt',
    fileText:
      'Your answers in Retrace. Open this link, or bring this file in on the page Review:\n\n{link}\n',
    calendar: 'Remind me (.ics)',
    calendarName: 'retrace-review.ics',
    calendarWhat:
      'A file for your calendar: one entry for each day with something due. Each entry has the link in it.',
    event: { one: 'Retrace: {n} question to review', other: 'Retrace: {n} questions to review' },
    eventText: 'Open this link to go on where you were. It holds your answers:\n{link}',
    import: 'Bring answers in: paste a link',
    bring: 'Bring it in',
    choose: 'Choose a file',
    forget: 'Forget all answers',
    undo: 'Undo'
  },
  notice: {
    dismiss: 'Dismiss',
    brought: {
      one: 'Brought in: {n} answer that was not here yet. Nothing that was here is lost.',
      other: 'Brought in: {n} answers that were not here yet. Nothing that was here is lost.'
    },
    corrupt:
      'The answers that this browser had kept cannot be read any more. They are left as they were, under another name, and you can save them as a file.',
    save: 'Save them as a file',
    unreadName: 'retrace-review-unread.txt',
    problems: {
      none: 'No answers were found in it: paste the whole link, or choose the file that this page has saved.',
      damaged:
        'This link is not whole: some of it was lost on the way. Copy it again, all of it. Nothing has changed here.',
      future:
        'This link has answers from days that are still to come, so it was not taken. Check the date of this device.',
      foreign:
        'This link was made by another version of this page, so it was not taken. Nothing has changed here.',
      unreadable: 'This file could not be read: choose it again. Nothing has changed here.'
    },
    forgotten: 'All answers are forgotten.'
  }
};
