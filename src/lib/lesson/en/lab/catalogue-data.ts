import type { CatalogueId } from '../../../experiment/lab';
import type { DriftWords } from '../../drift-words';
import { drifts } from '../lesson/drifts';

/** Drifts whose cause lies in the data. */
export const dataDrifts: Record<CatalogueId<'data'>, DriftWords> = {
  'rows-reversed': {
    ...drifts['rows-reversed'],
    card: {
      world:
        'The same query gave the same rows in the opposite order. So the batches hold other rows, and every sum is added in another order.',
      fact: 'Without ORDER BY a database promises no order. PostgreSQL returns the rows in the order in which its plan finds them.',
      source: {
        title: 'PostgreSQL, sorting rows',
        url: 'https://www.postgresql.org/docs/current/queries-order.html'
      },
      advice: { kind: 'pin', text: 'Sort the rows by a key before anything else happens to them.' }
    }
  },
  'rows-swapped': {
    name: 'two rows swapped',
    card: {
      world:
        'The rows passed through a Python set on the way, to drop repeats. Two of them came out in the other order.',
      fact: 'Since version 3.3, Python hashes texts differently in each process, unless PYTHONHASHSEED is set. The order of a set follows these hashes.',
      source: {
        title: 'Python, PYTHONHASHSEED',
        url: 'https://docs.python.org/3/using/cmdline.html#envvar-PYTHONHASHSEED'
      },
      advice: { kind: 'pin', text: 'Set PYTHONHASHSEED, and sort everything that comes out of a set.' }
    }
  },
  'row-duplicated': {
    name: 'one row duplicated',
    card: {
      world:
        'A second table had two entries for one penguin. After the join, that penguin is in the training set twice.',
      fact: 'DVC keeps a checksum of the data beside the code, so it notices a single changed row, even if the file keeps its name.',
      source: { title: 'DVC, dvc add', url: 'https://dvc.org/doc/command-reference/add' },
      advice: {
        kind: 'lock',
        text: 'Keep a hash of the data with the code, and check it before each training.'
      }
    }
  },
  'dot-as-female': {
    name: '“.” read as FEMALE',
    card: {
      world:
        'One penguin has a dot in place of its sex. The new code asks whether the sex is MALE, so the dot counts as FEMALE, and one more row is used.',
      fact: 'pandas reads empty cells, “NA”, “null” and some others as missing values. A single dot is not on its list.',
      source: {
        title: 'pandas, read_csv',
        url: 'https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html'
      },
      advice: {
        kind: 'test',
        text: 'Test that each column holds only the values that you expect, and stop at any other.'
      }
    }
  },
  'training-labels-flipped': {
    name: 'five training labels flipped',
    card: {
      world: 'Somebody entered five penguins of the training set with the wrong sex. No program complains.',
      fact: 'Large networks can learn even random labels by heart, so a low error in training does not show that the labels are right.',
      source: {
        title: 'Zhang et al., Understanding deep learning requires rethinking generalization, 2017',
        url: 'https://arxiv.org/abs/1611.03530'
      },
      advice: { kind: 'lock', text: 'Give every release of the labels a version and a hash.' }
    }
  },
  'test-labels-corrected': {
    name: 'five test labels corrected',
    card: {
      world:
        'Suppose that five labels of the test set were wrong and somebody corrected them. The model stays the same, but its score does not: the yardstick has changed.',
      fact: 'One study estimates that, on average, at least 3.3% of the labels are wrong in the test sets of ten popular benchmarks.',
      source: {
        title: 'Northcutt, Athalye and Mueller, Pervasive label errors in test sets, 2021',
        url: 'https://arxiv.org/abs/2103.14749'
      },
      advice: {
        kind: 'record',
        text: 'Write the version of the test set next to every score, and compare only scores of the same version.'
      }
    }
  },
  'split-seed': {
    name: 'split seed',
    card: {
      world:
        'The penguins were split again, with another seed. The model is trained and tested on other penguins, so the two scores answer different questions.',
      fact: 'scikit-learn’s “train_test_split” splits differently at every call, unless “random_state” gets a number.',
      source: {
        title: 'scikit-learn, train_test_split',
        url: 'https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html'
      },
      advice: { kind: 'lock', text: 'Save which rows are test rows, not only the seed that drew them.' }
    }
  }
};
