/** Identical and still wrong: a leak that reproduces bit for bit, and fresh splits that expose it. */
export const leak = {
  title: 'Identical and still wrong',
  lead: 'The test set is a model’s exam: penguins it has not met. Two recipes train the same model. One keeps what it has after the last epoch. The other looks at the exam after every epoch and keeps the one that scores best. That is a leak.',
  reproduce: {
    title: '1. The leak reproduces',
    lead: 'Train the leak twice, as a careful colleague would, and the honest recipe beside it.',
    work: {
      run: 'Train both recipes',
      again: 'Train them again',
      cancel: 'Cancel training',
      progress: 'Progress of the training',
      done: 'Done. The results are below.',
      cancelled: 'Cancelled before it was done.',
      failed: 'The training stopped. {message}'
    },
    progress: '{done} of {total} runs trained',
    caption: 'Three runs on the first exam',
    columns: { run: 'Run', keeps: 'Keeps epoch', accuracy: 'Test accuracy', digest: 'Digest' },
    runs: { leaky: 'The leak', again: 'The leak, trained again', honest: 'The honest recipe' },
    kept: '{epoch} of {epochs}',
    same: 'The leak gave {claim} twice, with the same digest: identical, down to the last bit. By every check of this Lab it is reproduced.',
    different: 'The leak gave {first} and {second}, with different digests.',
    but: 'But {claim} is the best of {epochs} looks at the same {total} penguins. Whoever takes an exam {epochs} times and hands in the best paper has not learnt more. Is the number true of penguins that had no say?'
  },
  fresh: {
    title: '2. Fresh exams expose it',
    lead: 'Draw {n} other splits of the penguins, seeds {from} to {to}, none left out. On each, train up to the epoch that the leak chose, train the honest recipe, and let the leak choose anew.',
    waiting: 'First train both recipes above: the leak has to choose its epoch.',
    work: {
      run: 'Draw fresh exams',
      again: 'Draw them again',
      cancel: 'Cancel fresh exams',
      progress: 'Progress of the fresh exams',
      done: 'Done. The results are below.',
      cancelled: 'Cancelled before it was done.',
      failed: 'The training stopped. {message}'
    },
    progress: '{done} of {total} runs trained',
    plot: 'Each dot is one fresh exam.',
    rows: {
      kept: 'The leak’s choice: epoch {epoch}',
      honest: 'The honest recipe: last epoch',
      anew: 'The leak again: best epoch of each fresh exam'
    },
    claimed: 'claimed {percent}',
    median: 'median {percent}',
    drawing: '{recipe}: median {median}, from {least} to {most} on {n} fresh exams',
    summary: 'Claimed on the first exam, found on fresh ones',
    columns: {
      recipe: 'Recipe',
      claimed: 'Claimed',
      median: 'Median',
      range: 'Range',
      reached: 'Claim reached'
    },
    range: '{least} to {most}',
    reached: '{n} of {total}',
    anew: { claimed: 'anew each time', reached: 'always, by design' },
    anewNote:
      'The last row is the same leak at work. It picks the best epoch of every exam, so its scores are claims: no penguin is left that had no say.',
    details: 'Every fresh exam in numbers',
    splits: {
      caption: 'Test accuracy on each fresh exam',
      seed: 'Split seed',
      kept: 'Epoch {epoch}',
      honest: 'Last epoch',
      anew: 'Best epoch of this exam'
    }
  },
  conclusion: {
    title: '3. Necessary, not sufficient',
    leak: 'The leak claimed {claimed}, bit for bit. On {total} fresh exams its choice has a median of {median} and {reached}.',
    honest: 'The honest recipe claimed {claimed}. Its median is {median}, and it {reached}.',
    reached: { none: 'never reaches that', one: 'reaches that once', other: 'reaches that {n} times' },
    moral: 'Reproducible is necessary, not sufficient.',
    meaning:
      'A matching re-run says that you know what you did. It does not say that what you did was right.',
    notes: {
      overlap:
        'Fresh is not quite fresh: on average {shared} of the {total} penguins in a fresh exam sat the first one too, which if anything favours the leak.',
      ourselves:
        'This lesson is not spotless either. Its features, learning rate and seed were picked after seeing test accuracy, so even its {claimed} is no unbiased estimate. The median of {median} is nearer to what to expect.'
    },
    todo: 'Choose on penguins of their own, a validation set. Open the exam once, at the end.',
    sources: [
      {
        text: 'Test data must have no say in any choice about the model:',
        title: 'scikit-learn, common pitfalls',
        url: 'https://scikit-learn.org/stable/common_pitfalls.html'
      },
      {
        text: 'Leakage was found in 17 fields, in 294 papers:',
        title: 'Kapoor and Narayanan, Patterns, 2023',
        url: 'https://doi.org/10.1016/j.patter.2023.100804'
      }
    ],
    setUp: 'Set this up in the Lab'
  }
};
