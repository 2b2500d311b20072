import { fromLesson, type CatalogueEntry } from '../catalogue-entry';

/** Drifts whose cause lies in the code. */
export const codeDrifts: readonly CatalogueEntry[] = [
  {
    ...fromLesson('more-epochs'),
    name: 'one epoch more',
    card: {
      world:
        'Somebody tried one more epoch, 101 in place of 100, before the deadline. The result was kept, the change was never committed.',
      fact: 'Git can say so: “git describe --dirty” adds “-dirty” to the version when tracked files have changes that are not committed.',
      source: { title: 'Git, git-describe', url: 'https://git-scm.com/docs/git-describe' },
      advice: {
        kind: 'record',
        text: 'Write the commit into every run, and refuse to train from files that are not committed.'
      }
    }
  },
  {
    id: 'one-epoch-less',
    part: 'code',
    change: { code: { epochs: 99 } },
    name: 'one epoch less',
    card: {
      world:
        'The loop was rewritten to count from 1, as “range(1, 100)”. It reads like 100 epochs and runs 99.',
      fact: 'A Python range leaves its stop value out, so “range(1, 100)” holds 99 numbers.',
      source: {
        title: 'Python, ranges',
        url: 'https://docs.python.org/3/library/stdtypes.html#ranges'
      },
      advice: { kind: 'test', text: 'Let a test count the epochs that a short run really takes.' }
    }
  },
  {
    id: 'learning-rate',
    part: 'code',
    change: { code: { learningRate: 0.1 } },
    name: 'learning rate',
    card: {
      world:
        'The paper gives no learning rate, so whoever repeats it takes a usual one: 0.1, where the first run had 0.3.',
      fact: 'Of 400 papers of two large AI conferences that were examined, none documented everything that repeating it takes.',
      source: {
        title:
          'Gundersen and Kjensmo, State of the Art: Reproducibility in Artificial Intelligence, AAAI 2018',
        url: 'https://doi.org/10.1609/aaai.v32i1.11503'
      },
      advice: { kind: 'record', text: 'Save every setting with the result, also those nobody touched.' }
    }
  },
  {
    id: 'rate-rounded-down',
    part: 'code',
    change: { code: { learningRate: 0.29 } },
    name: 'learning rate rounded down',
    card: {
      world:
        'Settings are now kept in whole hundredths. “0.3 // 0.01” was to give 30 of them and gives 29, so the rate comes back as 0.29.',
      fact: 'Most decimal fractions, 0.1 and 0.3 among them, have no exact binary form: what is stored is a number close by, and for 0.3 it lies just below.',
      source: {
        title: 'Python tutorial, floating-point arithmetic: issues and limitations',
        url: 'https://docs.python.org/3/tutorial/floatingpoint.html'
      },
      advice: {
        kind: 'test',
        text: 'Save a setting, load it again, and test that it is the same number.'
      }
    }
  },
  {
    id: 'learning-rate-5',
    part: 'code',
    change: { code: { learningRate: 5 } },
    name: 'learning rate 5',
    card: {
      world:
        'A sweep over learning rates left its last value, 5, in the settings. Training in such strides blows up the smallest difference: with 5 in both runs, changes in the last digits no longer stay there.',
      fact: 'Training can be so unstable that one changed bit in the weights at the start ends in a very different model.',
      source: {
        title: 'Summers and Dinneen, Nondeterminism and Instability in Neural Network Optimization, 2021',
        url: 'https://arxiv.org/abs/2103.04514'
      },
      advice: {
        kind: 'test',
        text: 'Train with several seeds: how far their scores lie apart says how far to trust one of them.'
      }
    }
  },
  {
    id: 'batch-size',
    part: 'code',
    change: { code: { batchSize: 32 } },
    name: 'batch size',
    card: {
      world:
        'The batch size was dropped from the call, so the framework took its own: 32, where the first run had 16.',
      fact: 'Keras trains in batches of 32 when “fit” is not told a batch size.',
      source: {
        title: 'Keras, model training APIs',
        url: 'https://keras.io/api/models/model_training_apis/'
      },
      advice: { kind: 'pin', text: 'Name every setting in the code, also where you agree with the default.' }
    }
  },
  {
    id: 'batches-of-17',
    part: 'code',
    change: { code: { batchSize: 17 } },
    name: 'batches of 17',
    card: {
      world:
        'The data loader was changed to cut the rows into a number of batches, 14, in place of batches of a size. 233 rows in 14 pieces makes 17 a piece, and fewer in the last.',
      fact: 'PyTorch’s “chunk” takes how many pieces there shall be, “split” how large they shall be. When it does not come out even, the last one is smaller.',
      source: {
        title: 'PyTorch, torch.chunk',
        url: 'https://docs.pytorch.org/docs/stable/generated/torch.chunk.html'
      },
      advice: { kind: 'record', text: 'Write down the size of the batches that were really trained on.' }
    }
  },
  {
    id: 'hidden-units',
    part: 'code',
    change: { code: { hiddenUnits: 2 } },
    name: 'hidden units',
    card: {
      world:
        'The constructor was called without its size after a clean-up, and a small default took over: 2 hidden units in place of 8.',
      fact: 'The size of a model can be a default that moves: scikit-learn’s random forests went from 10 to 100 trees in version 0.22.',
      source: {
        title: 'scikit-learn, RandomForestClassifier',
        url: 'https://scikit-learn.org/stable/modules/generated/sklearn.ensemble.RandomForestClassifier.html'
      },
      advice: { kind: 'test', text: 'Test that the model has the number of weights you expect.' }
    }
  },
  {
    id: 'best-on-test',
    part: 'code',
    change: { code: { checkpoint: 'best-on-test' } },
    name: 'best epoch on the test set',
    card: {
      world:
        'The epoch to keep is now the one that scores best on the test set. The number rises, and no longer says how the model does on penguins it has not met.',
      fact: 'Test data must have no say in any choice about the model. Where it has, the score is too good, however well the run repeats.',
      source: {
        title: 'scikit-learn, common pitfalls: data leakage',
        url: 'https://scikit-learn.org/stable/common_pitfalls.html#data-leakage'
      },
      advice: {
        kind: 'test',
        text: 'Choose on a validation set, and let a test fail when training reads the test labels.'
      }
    }
  },
  {
    id: 'comment',
    part: 'code',
    change: { code: { comment: 'Bill length and body mass are enough.' } },
    name: 'comment',
    harmless: true,
    card: {
      world: 'Somebody made a comment in the code clearer. The file has another hash, and does the same.',
      fact: 'In Python a comment runs to the end of its line, and the syntax ignores it.',
      source: {
        title: 'Python language reference, comments',
        url: 'https://docs.python.org/3/reference/lexical_analysis.html#comments'
      },
      advice: {
        kind: 'record',
        text: 'Record the commit all the same: then a diff shows that it was only a comment.'
      }
    }
  }
];
