import { fromLesson, type CatalogueEntry } from '../catalogue-entry';

/** Drifts whose cause lies in the data. */
export const dataDrifts: readonly CatalogueEntry[] = [
  {
    ...fromLesson('rows-reversed'),
    card: {
      world:
        'The same query gave the same rows in the opposite order. They fall into other batches, and every sum runs the other way.',
      fact: 'Without ORDER BY a database owes no order: PostgreSQL returns the rows in whatever order its plan comes upon them.',
      source: {
        title: 'PostgreSQL, sorting rows',
        url: 'https://www.postgresql.org/docs/current/queries-order.html'
      },
      advice: { kind: 'pin', text: 'Sort the rows by a key before anything else happens to them.' }
    }
  },
  {
    id: 'rows-swapped',
    part: 'data',
    change: { data: { edits: ['rows-swapped'] } },
    name: 'two rows swapped',
    card: {
      world:
        'The rows passed through a Python set on the way, to drop repeats. Two of them came out in the other order.',
      fact: 'Python has salted the hashes of texts anew for each process since 3.3, unless PYTHONHASHSEED is set, and the order of a set follows the hashes.',
      source: {
        title: 'Python, PYTHONHASHSEED',
        url: 'https://docs.python.org/3/using/cmdline.html#envvar-PYTHONHASHSEED'
      },
      advice: { kind: 'pin', text: 'Set PYTHONHASHSEED, and sort whatever comes out of a set.' }
    }
  },
  {
    id: 'row-duplicated',
    part: 'data',
    change: { data: { edits: ['row-duplicated'] } },
    name: 'one row duplicated',
    card: {
      world:
        'A second table had two entries for one penguin. After the join it stands twice in the training set.',
      fact: 'DVC keeps a checksum of the data beside the code, so a single changed row shows as other data, whatever the file is called.',
      source: { title: 'DVC, dvc add', url: 'https://dvc.org/doc/command-reference/add' },
      advice: {
        kind: 'lock',
        text: 'Keep a hash of the data with the code, and check it before each training.'
      }
    }
  },
  {
    id: 'dot-as-female',
    part: 'data',
    change: { data: { edits: ['dot-as-female'] } },
    name: '“.” read as FEMALE',
    card: {
      world:
        'One penguin has a dot where its sex belongs. The new code asks whether the sex is MALE, so the dot counts as FEMALE, and one row more is used.',
      fact: 'pandas takes empty cells, “NA”, “null” and some more for missing values. A lone dot is not on its list.',
      source: {
        title: 'pandas, read_csv',
        url: 'https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html'
      },
      advice: {
        kind: 'test',
        text: 'Test that each column holds the values you expect, and stop at any other.'
      }
    }
  },
  {
    id: 'training-labels-flipped',
    part: 'data',
    change: { data: { edits: ['training-labels-flipped'] } },
    name: 'five training labels flipped',
    card: {
      world: 'Five penguins of the training set were entered with the wrong sex. Nothing complains.',
      fact: 'Large networks can learn even random labels by heart, so a low error in training does not show that the labels are right.',
      source: {
        title: 'Zhang et al., Understanding deep learning requires rethinking generalization, 2017',
        url: 'https://arxiv.org/abs/1611.03530'
      },
      advice: { kind: 'lock', text: 'Give every release of the labels a version and a hash.' }
    }
  },
  {
    id: 'test-labels-corrected',
    part: 'data',
    change: { data: { edits: ['test-labels-corrected'] } },
    name: 'five test labels corrected',
    card: {
      world:
        'Suppose that five labels of the test set were wrong and somebody corrected them. The model stays what it was, its score does not: what was measured with has changed.',
      fact: 'In the test sets of ten much used benchmarks at least 3.3% of the labels are wrong on average, by one estimate.',
      source: {
        title: 'Northcutt, Athalye and Mueller, Pervasive label errors in test sets, 2021',
        url: 'https://arxiv.org/abs/2103.14749'
      },
      advice: {
        kind: 'record',
        text: 'Write the version of the test set beside every score, and compare only scores of the same one.'
      }
    }
  },
  {
    id: 'split-seed',
    part: 'data',
    change: { data: { splitSeed: 43 } },
    name: 'split seed',
    card: {
      world:
        'The split was drawn anew. The model trains on other penguins and is tested on others, so the two scores answer different questions.',
      fact: 'scikit-learn’s “train_test_split” splits differently at every call unless “random_state” is given a number.',
      source: {
        title: 'scikit-learn, train_test_split',
        url: 'https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html'
      },
      advice: { kind: 'lock', text: 'Save which rows are test rows, not only the seed that drew them.' }
    }
  }
];
