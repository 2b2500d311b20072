/** Why: a case to judge, and published figures to guess. */
export const why = {
  title: 'Why? Two numbers, one model',
  description:
    'Judge a claim and its re-run, see both trained again in your browser, and guess what published studies found.',
  skip: 'Skip to the case',
  intro:
    'Somebody else’s number lies before you, and people will act on it. Decide first; the evidence comes after.',
  noScript:
    'This page trains models with JavaScript, which is off here. The story and the figures are below.',
  plain: [
    'An envelope holds a claim: a model that tells male from female penguins is right for 85 of 100. It is signed. Months later a colleague runs the training again and gets 71. Which number do you believe? A signature says who made a claim. It does not say whether the claim is true, and a second number alone does not say it either.',
    'Both numbers come with a receipt: everything that the training depended on. So nobody has to believe anything: train both again. Each receipt gives exactly what it claims, bit for bit. They differ in one line: between the two trainings a library had changed one of its default values. Nobody had written that value down.',
    'It is a common story. In a survey of 1,576 researchers over 70% had failed to reproduce another scientist’s experiment (Baker, Nature 2016). Of studies in artificial intelligence, 33% could be reproduced fully or partly with their data alone, and 86% with code and data (Gundersen and others, 2024). Identical trainings differed by up to 10.8 points of accuracy (Pham and others, 2020).'
  ],

  envelope: {
    title: 'The envelope',
    story:
      'A model tells male from female penguins. Its maker sent a claim in an envelope. Months later a colleague trained it again.',
    first: { name: 'In the envelope', note: 'signed by its maker' },
    second: { name: 'The re-run', note: 'months later, not signed' },
    right: '{correct} of {total} penguins right',
    ask: 'Which number do you believe?',
    answers: { first: 'The first', second: 'The second', neither: 'Neither' }
  },

  evidence: {
    title: 'Both trained again',
    said: {
      first: 'You believed the first. A signature says who made a claim, and not whether it is true.',
      second: 'You believed the second. It is newer, and that alone makes no number truer than another.',
      neither: 'You believed neither. That is safe, but now you have no number at all.'
    },
    begin:
      'Both came with a receipt: everything that the training depended on. So there is no need to believe.',
    claimed: 'claimed {percent}',
    rerun: 'here {percent}',
    bits: { same: 'every bit is as claimed', differs: 'the bits are not as claimed' },
    both: 'Both claims are true.',
    notBoth: 'Not every claim holds here.',
    differ: {
      one: 'The two receipts differ in {n} line that the training reads:',
      other: 'The two receipts differ in {n} lines that the training reads:'
    },
    change: '{field}: {before} in the first, {after} in the second',
    story:
      'A library had changed a default value between the two trainings. The code never named that value, so nobody saw it move. The question was never whom to believe. It was what differed.',
    work: {
      again: 'Train both again',
      cancel: 'Cancel',
      progress: 'Training progress',
      done: '',
      cancelled: 'Cancelled before both were trained.',
      failed: 'The training stopped. {message}'
    },
    epochs: 'Epoch {done} of {total}, both runs together',
    starting: 'The training begins.'
  },

  figures: {
    title: 'How common is it?',
    intro: 'Three published figures. Move the slider to your guess, then look.',
    show: 'Show the figure',
    guess: 'Your guess',
    yours: 'your guess: {value}',
    off: {
      none: 'That is the figure.',
      beyond: 'The study says no more than “over 70%”, and your guess is over it too.',
      above: 'Your guess is {n} points too high.',
      below: 'Your guess is {n} points too low.'
    },
    floor: 'over {value}',
    exactly: '{value}',
    percent: '{n}%',
    points: '{n} points',
    again: 'Guess again',
    done: 'All three are drawn. Now see it happen: walk the lesson, or check a receipt yourself.',
    lesson: 'To the lesson',
    verify: 'Check a receipt',
    items: {
      data: {
        ask: 'A team has the data of a published study in artificial intelligence, but not its code. In how many of 100 cases can it reproduce the result, at least partly?',
        bars: ['with data alone', 'with code and data'],
        source: 'Gundersen and others, 2024, arXiv 2412.17859'
      },
      repeat: {
        ask: 'Of 1,576 researchers in a survey, how many of 100 had failed to reproduce another scientist’s experiment?',
        bars: ['had failed'],
        source: 'Baker, Nature 2016'
      },
      spread: {
        ask: 'The same training is run many times, with nothing changed on purpose. How many points of accuracy can lie between the best run and the worst?',
        bars: ['most that was measured'],
        source: 'Pham and others, ASE 2020'
      }
    },
    lesson193:
      'It reached a lesson on these same penguins too: its authors had to drop conclusions, because the same seeds gave other results on other machines (carpentries-lab/deep-learning-intro, issue 193).'
  }
};
