import type { CatalogueId } from '../../../experiment/lab';
import type { DriftWords } from '../../drift-words';

/** Drifts whose cause lies in the code. */
export const codeDrifts: Record<CatalogueId<'code'>, DriftWords> = {
  'more-epochs': {
    name: 'one epoch more',
    card: {
      world:
        'Somebody tried one more epoch (one more pass through the data) before the deadline: 101 instead of 100. The result was kept, but the change was never committed.',
      fact: 'Git can say so: “git describe --dirty” adds “-dirty” to the version when tracked files have changes that are not committed.',
      source: { title: 'Git, git-describe', url: 'https://git-scm.com/docs/git-describe' },
      advice: {
        kind: 'record',
        text: 'Write the commit into every run, and refuse to train from files that are not committed.'
      }
    }
  },
  'one-epoch-less': {
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
  'learning-rate': {
    name: 'learning rate',
    card: {
      world:
        'The paper gives no learning rate, so people who repeat it take a usual one: 0.1, where the first run had 0.3.',
      fact: 'Researchers examined 400 papers of two large AI conferences. None of the papers documented everything that is needed to repeat it.',
      source: {
        title:
          'Gundersen and Kjensmo, State of the Art: Reproducibility in Artificial Intelligence, AAAI 2018',
        url: 'https://doi.org/10.1609/aaai.v32i1.11503'
      },
      advice: { kind: 'record', text: 'Save every setting with the result, also those that nobody changed.' }
    }
  },
  'rate-rounded-down': {
    name: 'learning rate rounded down',
    card: {
      world:
        'Settings are now kept in whole hundredths. “0.3 // 0.01” should give 30 of them but gives 29, so the rate comes back as 0.29.',
      fact: 'Most decimal fractions, 0.1 and 0.3 among them, have no exact binary form. The computer stores a number close by, and for 0.3 that number is a little smaller.',
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
  'learning-rate-5': {
    name: 'learning rate 5',
    card: {
      world:
        'A test of several learning rates left its last value, 5, in the settings. Such large steps make the smallest difference grow: with 5 in both runs, a difference in the last digits does not stay there.',
      fact: 'Training can be so unstable that one changed bit in the weights at the start ends in a very different model.',
      source: {
        title: 'Summers and Dinneen, Nondeterminism and Instability in Neural Network Optimization, 2021',
        url: 'https://arxiv.org/abs/2103.04514'
      },
      advice: {
        kind: 'test',
        text: 'Train with several seeds. If their scores lie far apart, do not rely on one of them.'
      }
    }
  },
  'batch-size': {
    name: 'batch size',
    card: {
      world:
        'Somebody removed the batch size (how many rows each step of training uses) from the call. So the framework took its own: 32, where the first run had 16.',
      fact: 'Keras trains in batches of 32 when “fit” gets no batch size.',
      source: {
        title: 'Keras, model training APIs',
        url: 'https://keras.io/api/models/model_training_apis/'
      },
      advice: { kind: 'pin', text: 'Name every setting in the code, even if you agree with the default.' }
    }
  },
  'batches-of-17': {
    name: 'batches of 17',
    card: {
      world:
        'The data loader now cuts the rows into 14 batches. Before, it cut them into batches of a fixed size. 233 rows in 14 batches are 17 rows each, and fewer in the last.',
      fact: 'PyTorch’s “chunk” takes a number of pieces and gives at most that many. Its “split” takes their size. In both, the last piece can be smaller than the others.',
      source: {
        title: 'PyTorch, torch.chunk',
        url: 'https://docs.pytorch.org/docs/stable/generated/torch.chunk.html'
      },
      advice: { kind: 'record', text: 'Write down the size of the batches that the training really used.' }
    }
  },
  'hidden-units': {
    name: 'hidden units',
    card: {
      world:
        'After a clean-up the model was built without its size, so it got a small default: 2 hidden units (the numbers between input and output) instead of 8.',
      fact: 'The size of a model can be a default that changes: scikit-learn’s random forests went from 10 to 100 trees in version 0.22.',
      source: {
        title: 'scikit-learn, RandomForestClassifier',
        url: 'https://scikit-learn.org/stable/modules/generated/sklearn.ensemble.RandomForestClassifier.html'
      },
      advice: { kind: 'test', text: 'Test that the model has the number of weights that you expect.' }
    }
  },
  'best-on-test': {
    name: 'best epoch on the test set',
    card: {
      world:
        'The training now keeps the epoch that scores best on the test set. The score rises, but it no longer says how well the model does on penguins that it has not met.',
      fact: 'Test data must have no influence on any choice about the model. If it has, the score is too good, even if every re-run matches.',
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
  comment: {
    name: 'comment',
    card: {
      world:
        'Somebody made a comment in the code clearer. The file has another hash (fingerprint), and does the same.',
      fact: 'In Python a comment runs to the end of its line, and the syntax ignores it.',
      source: {
        title: 'Python language reference, comments',
        url: 'https://docs.python.org/3/reference/lexical_analysis.html#comments'
      },
      advice: {
        kind: 'record',
        text: 'Record the commit anyway: then a diff shows that it was only a comment.'
      }
    }
  }
};
