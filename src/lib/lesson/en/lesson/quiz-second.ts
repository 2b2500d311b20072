import type { OptionId } from '../../../experiment/quiz';
import type { OptionTaskId, Packable } from '../../../experiment/quiz-second';

interface ChoiceWords {
  readonly text: string;
  /** What there is to say about this choice once the runs have spoken. What they found is never told here. */
  readonly why: string;
}

interface TaskWords {
  readonly text: string;
  readonly options: Record<OptionId, ChoiceWords>;
}

const tasks: Record<OptionTaskId, TaskWords> = {
  'same-score': {
    text: 'Before the re-run, the order of the data rows was turned around. Both runs score 85%. Is it the same model?',
    options: {
      a: {
        text: 'Yes, down to the last bit of every weight',
        why: 'A model learns from its rows in batches, one after the other. Other batches push the weights another way, and the fingerprint shows it. The accuracy is only one number about 100 answers.'
      },
      b: {
        text: 'Nearly: some bits are different, but every penguin gets the same answer',
        why: 'That happens when only the rounding of sums changes. Here the batches hold other rows, so the model really learns something else. Look at the column of answers.'
      },
      c: {
        text: 'No: some penguins get another answer, and the two models are right equally often',
        why: 'Some penguins changed from right to wrong and equally many from wrong to right, so the accuracy stayed. Compare the answers, not only the score.'
      },
      d: {
        text: 'No: most penguins get another answer',
        why: 'Both models learn from the same penguins, so they agree about most of them. Only penguins between the two borders can change sides.'
      }
    }
  },
  better: {
    text: 'The re-run trained one epoch more (one more pass through the data). It scores 89% in place of 85%, so four more penguins are right. Was the first result reproduced?',
    options: {
      a: {
        text: 'Yes: a better score is more than a match',
        why: 'A better score is welcome, but it is another result. If the score can rise without anyone knowing why, it can fall in the same way.'
      },
      b: {
        text: 'Yes: four penguins more or less are normal between two runs',
        why: 'Here nothing is left to chance. With the same code, data and environment, not one penguin changes. So a difference has a cause, and you can find it.'
      },
      c: {
        text: 'No: after one epoch more, most penguins get another answer',
        why: 'One epoch more moves the weights only a little. Only penguins between the old border and the new one change sides, and there are few.'
      },
      d: {
        text: 'No: it is another model, even if it is a better one',
        why: 'Some penguins get another answer, so this is not the model of the first run. It may be a good reason to publish a new version, with its own record. It is no proof of the old one.'
      }
    }
  },
  'seed-saved': {
    text: 'The seed was saved, and the same seed was loaded. Still, the re-run answers 13 of the 100 test penguins differently. Which of these was not saved?',
    options: {
      a: {
        text: 'the RNG algorithm, which makes random numbers from the seed',
        why: 'A seed is only where a generator starts. Another generator makes other numbers from the same seed. So save both: the seed and the name of the generator.'
      },
      b: {
        text: 'the time zone of the computer',
        why: 'This training never reads a clock, so the time zone cannot reach the model. The last row shows it: your suspect does not give the re-run.'
      },
      c: {
        text: 'the precision of the numbers: float32 (about 7 digits) in place of float64 (about 16)',
        why: 'Less precise numbers do move the weights, but here too little to change an answer. The last row shows it: your suspect does not give the re-run.'
      },
      d: {
        text: 'the order of the data rows',
        why: 'Another order does give another model, but not this one. The last row shows it: the answers of your suspect are not those of the re-run.'
      }
    }
  },
  'two-checks': {
    text: 'The re-run uses float32 (numbers with about 7 digits) in place of float64 (about 16). Kim needs the same weights, bit by bit. Noor needs the same answer for each of the 100 test penguins. Who can call it a match?',
    options: {
      a: {
        text: 'both of them',
        why: 'Numbers with fewer digits cannot have the same bits. For Kim, who compares the file of the model, that is no match.'
      },
      b: {
        text: 'only Kim',
        why: 'If all bits were the same, all answers would be the same too. So when Kim has a match, Noor has one as well.'
      },
      c: {
        text: 'only Noor',
        why: 'A match depends on what you need it for. The bits are not the same, and each of these penguins gets the same answer. Say which of the two you checked. For other penguins, this run promises nothing.'
      },
      d: {
        text: 'neither of them',
        why: 'For Kim that is true. But the weights are so close together that no test penguin changes sides, and Noor asked for no more than that.'
      }
    }
  },
  leak: {
    text: 'After each of its 100 epochs, this training looks at the test penguins, and at the end it keeps the epoch that scored best on them. It scores 90%. Trained again, it is the same model, bit for bit. Do you believe the 90%?',
    options: {
      a: {
        text: 'Yes: two runs with the same bits prove the score',
        why: 'They prove that the training can be repeated. A mistake in the recipe is repeated too. Look at the last row: it shows the same recipe with other test penguins.'
      },
      b: {
        text: 'No: it can be repeated, but on other test penguins it scores clearly less',
        why: 'The test penguins had a say in the choice, so they cannot judge it. That is called a leak. Some of the other test penguins were in the first test too, which only helps the 90%. A match is necessary, and not enough.'
      },
      c: {
        text: 'No: the second run cannot have the same bits, because training is random',
        why: 'All random numbers follow from the seed, and the seed was saved. So the second run is the same, and the fingerprint shows it. The problem lies elsewhere.'
      },
      d: {
        text: 'Nearly: on other test penguins it scores one or two points less',
        why: 'It is good to be careful, but here the gap is wider. The best of 100 looks at the same penguins is partly luck, and luck does not come along to other penguins.'
      }
    }
  }
};

const things: Record<Packable, ChoiceWords & { readonly name: string }> = {
  'more-epochs': {
    name: 'the code',
    text: 'the code, with its number of epochs',
    why: 'Without it, a change that nobody committed stays in: one epoch more gives other weights.'
  },
  'time-zone': {
    name: 'the time zone',
    text: 'the time zone of the computer',
    why: 'This training never reads a clock.'
  },
  'rows-reversed': {
    name: 'the data rows',
    text: 'the data rows in their order',
    why: 'Batches are cut from the rows in this order. Other batches teach another model.'
  },
  'random-seed': {
    name: 'the seed',
    text: 'the seed',
    why: 'The first weights and the shuffling of the rows follow from it.'
  },
  'host-name': {
    name: 'the name of the computer',
    text: 'the name of the computer',
    why: 'No line of this training asks for it.'
  },
  'split-seed': {
    name: 'the seed of the split',
    text: 'the seed of the split',
    why: 'It decides which penguins the model learns from, and which ones test it.'
  },
  'rng-algorithm': {
    name: 'the RNG algorithm',
    text: 'the RNG algorithm, which makes random numbers from the seed',
    why: 'Another generator makes other numbers from the same seed.'
  },
  'library-default': {
    name: 'the library’s defaults',
    text: 'the defaults of the library, such as l2 (it keeps weights small)',
    why: 'The code never names l2, so the library decides it, and an upgrade can change it.'
  }
};

/** The second round of the quiz, in which runs mark the answers. */
export const quizSecond = {
  intro:
    'Here no list of answers decides. You answer first, then this page trains models, and the runs say if you are right.',
  score: 'By training: {right} of {total}',
  tasks,
  pack: {
    text: 'Months later you train again. All things on your list load as they were saved, and all others come back changed. Tick the shortest list that still gives the same model, down to the last bit.',
    things,
    details: 'The things one by one',
    /** Where the runs were trained in an earlier visit. */
    unknown:
      'On an earlier visit, the runs spoke against this list. Run it again to see them, or change the list.',
    missing:
      'The re-run is another model. You left out {things}, and at least one of these changes the result. A longer list can help.',
    tooLong: {
      one: 'It is the same model, but the list can be shorter. Without {things}, the training gives the same model too.',
      other:
        'It is the same model, but the list can be shorter. These make no difference: {things}. Without any one of them, the training gives the same model.'
    },
    right:
      'It is the same model, and your list cannot be shorter: each time that one of its things was left out, another model came out. You only know such a list after you have tried it. In a real project, save everything.'
  },
  again: 'Run it again',
  chooseThings: 'Tick what to save, then check your list.',
  nothingTicked: 'Nothing is ticked yet. Tick at least one thing first, then check your list.',
  busy: 'The page is training for another question. Wait for it, or cancel it there.',
  result: {
    caption: 'The runs that marked your answer, compared with the first run',
    columns: { run: 'Run', accuracy: 'Accuracy', answers: 'Other answers', bits: 'Fingerprint' },
    then: 'The first run',
    later: 'The re-run',
    again: 'Trained again',
    list: 'The re-run with your list',
    suspect: 'Your suspect, compared with the re-run',
    without: 'Without {thing}',
    fresh: 'Epoch {epoch} on {n} other draws of test penguins',
    range: '{least} to {most}',
    differ: '{n} of {total}',
    otherTest: 'other test penguins',
    reached: { one: '{claim} or more: {n} time', other: '{claim} or more: {n} times' },
    equal: 'equal',
    other: 'not equal',
    none: '–'
  },
  work: {
    cancel: 'Cancel training',
    progress: 'Progress of the training',
    done: '',
    cancelled: 'Cancelled. Your answer is not marked.',
    failed: ''
  },
  trained: 'Run {n} of {total} at most',
  restart: 'Start this round again',
  closing: {
    all: 'All six are right, and the runs bear you out. Now you can judge a re-run by its evidence.',
    first:
      'All six are right at the first attempt, and the runs bear you out. Now you can judge a re-run by its evidence.',
    some: 'All six are marked. Change the answers that the runs spoke against, and check them again.'
  },
  news: {
    measuring: 'Training.',
    measured: '{verdict}. {found} {why} {score}.',
    pair: 'The first run scores {then}, the re-run {later}. Other answers: {answers}. Fingerprint: {bits}.',
    restarted: 'The second round starts again. {score}.'
  }
};
