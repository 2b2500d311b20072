/** Identical and still wrong: a leak that reproduces bit for bit, and fresh splits that expose it. */
export const leak = {
  title: 'Identical and still wrong',
  lead: 'The test set is a model’s exam: penguins it has not met. Two recipes train the same model. One keeps the model of the last epoch. The other looks at the exam after every epoch and keeps the model that scores best. That is a leak: the exam has a say in the choice.',
  reproduce: {
    title: '1. The leak reproduces',
    lead: 'Train the leak twice, as a careful colleague would, and the honest recipe once.',
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
    same: 'The leak gave {claim} twice, with the same digest: identical, down to the last bit. Every check of this Lab calls it reproduced.',
    different: 'The leak gave {first} and {second}, with different digests.',
    but: 'But {claim} is the best of {epochs} looks at the same {total} penguins. A student who takes an exam {epochs} times and hands in the best paper has not learnt more. Does the number hold for penguins that had no say in the choice?'
  },
  fresh: {
    title: '2. Fresh exams expose it',
    lead: 'Draw {n} other splits of the penguins, seeds {from} to {to}, none left out. On each of them, train up to the epoch that the leak chose, train the honest recipe, and let the leak choose again.',
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
    anew: { claimed: 'another each time', reached: 'always, by design' },
    anewNote:
      'The last row shows the leak again. It picks the best epoch of every exam, so its scores are claims too: every penguin had a say in the choice.',
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
      'A matching re-run shows that you can repeat your work. It does not show that the work was right.',
    notes: {
      overlap:
        'The fresh exams are not completely fresh: on average, {shared} of the {total} penguins in each were in the first one too. If this helps a recipe, it helps the leak.',
      ourselves:
        'This lesson is not perfect either. We picked its features, learning rate and seed after we had seen the test accuracy. So even its {claimed} is probably a little higher than for new penguins. The median over these {n} exams, {median}, is closer to what you can expect. The part “Spread” has larger experiments: their medians are a little different.'
    },
    todo: 'Make your choices with separate penguins, a validation set. Open the exam only once, at the end.',
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
