import type { CatalogueId } from '../../../experiment/lab';
import type { DriftWords } from '../../drift-words';
import { drifts } from '../lesson/drifts';

/** Drifts whose cause lies in the environment. */
export const environmentDrifts: Record<CatalogueId<'environment'>, DriftWords> = {
  'library-default': {
    ...drifts['library-default'],
    card: {
      world:
        'The code never names l2 (weight decay, which keeps weights small), so the library decides. An upgrade changed its default from 0 to 0.01. Not one line of the code changed.',
      fact: 'In version 0.22 scikit-learn’s LogisticRegression changed its default solver from liblinear to lbfgs.',
      source: {
        title: 'scikit-learn, LogisticRegression',
        url: 'https://scikit-learn.org/stable/modules/generated/sklearn.linear_model.LogisticRegression.html'
      },
      advice: {
        kind: 'lock',
        text: 'Lock the exact versions, and name the settings that matter in the code.'
      }
    }
  },
  'library-default-small': {
    name: 'library default, by a hair',
    card: {
      world:
        'This time the default of l2 changed only a little, from 0 to 0.001. The release notes have half a line about it.',
      fact: 'In version 1.4 scikit-learn’s KMeans changed the default of “n_init”, the number of times that it starts again, from 10 to “auto”.',
      source: {
        title: 'scikit-learn, KMeans',
        url: 'https://scikit-learn.org/stable/modules/generated/sklearn.cluster.KMeans.html'
      },
      advice: { kind: 'pin', text: 'Set the value yourself: then a new default changes nothing for you.' }
    }
  },
  'rng-algorithm': {
    ...drifts['rng-algorithm'],
    card: {
      world:
        'The library now makes its random numbers with another method, PCG32. The seed is the same, but the numbers are not.',
      fact: 'NumPy’s old RandomState is frozen at the numbers of version 1.16, while “default_rng” uses PCG64. With seed 42 the old one begins with 0.37…, the new one with 0.77….',
      source: {
        title: 'NumPy, legacy random generation',
        url: 'https://numpy.org/doc/stable/reference/random/legacy.html'
      },
      advice: { kind: 'record', text: 'Record the generator by name: a seed means nothing without it.' }
    }
  },
  'rng-mt19937': {
    name: 'RNG algorithm MT19937',
    card: {
      world:
        'The training moved to a machine whose library uses the Mersenne Twister, another method for random numbers. Again the seed is the same.',
      fact: 'For its Generator, NumPy promises the same numbers for a seed only with the same build, in the same environment and on the same machine. Only its old RandomState stays as it is.',
      source: {
        title: 'NumPy, compatibility policy of random',
        url: 'https://numpy.org/doc/stable/reference/random/compatibility.html'
      },
      advice: {
        kind: 'test',
        text: 'Write down the first numbers that a seed gives, and test that they are still the same.'
      }
    }
  },
  'random-seed': {
    ...drifts['random-seed'],
    card: {
      world:
        'Nobody wrote down the seed, the number that all random choices follow from. So the re-run starts from other weights and shuffles the rows differently.',
      fact: 'Without a seed, NumPy’s “default_rng” takes one from the operating system, and it is another one each time.',
      source: {
        title: 'NumPy, random sampling',
        url: 'https://numpy.org/doc/stable/reference/random/index.html'
      },
      advice: { kind: 'pin', text: 'Set the seed of every generator, and save it with the result.' }
    }
  },
  float32: {
    ...drifts.float32,
    card: {
      world: 'The new hardware computes with 32 bits instead of 64, so every number keeps fewer digits.',
      fact: 'NVIDIA’s GPUs since Ampere can round to TF32, which keeps 10 bits of the mantissa. PyTorch used it for matrix products by default from version 1.7 to 1.11. Since 1.12 it no longer does, but convolutions still use it by default.',
      source: {
        title: 'PyTorch, CUDA semantics',
        url: 'https://docs.pytorch.org/docs/stable/notes/cuda.html'
      },
      advice: { kind: 'pin', text: 'Set the precision yourself, in one place.' }
    }
  },
  'gradient-chunks-2': {
    name: 'gradients in two chunks',
    card: {
      world:
        'The job now has two processor cores. Each adds up one half of a batch, then the two sums are added.',
      fact: 'For the same results from run to run, Intel’s oneMKL asks for a fixed number of threads.',
      source: {
        title: 'Intel oneMKL, reproducibility conditions',
        url: 'https://www.intel.com/content/www/us/en/docs/onemkl/developer-reference-c/2026-0/reproducibility-conditions.html'
      },
      advice: {
        kind: 'pin',
        text: 'Set the number of threads, for example with OMP_NUM_THREADS, and record it.'
      }
    }
  },
  'gradient-chunks': {
    ...drifts['gradient-chunks'],
    card: {
      world:
        'Four threads now add up the gradients of a batch (they say how to change each weight). Each thread adds up a quarter of them.',
      fact: 'Adding floating-point numbers is not associative: (a + b) + c can differ from a + (b + c). So a sum depends on the order in which it is added.',
      source: {
        title: 'Intel oneMKL, obtaining numerically reproducible results',
        url: 'https://www.intel.com/content/www/us/en/docs/onemkl/developer-guide-linux/current/obtaining-numerically-reproducible-results.html'
      },
      advice: {
        kind: 'pin',
        text: 'Use the reproducible mode of the library, which fixes the order of sums.'
      }
    }
  },
  'gradient-chunks-8': {
    name: 'gradients in eight chunks',
    card: {
      world: 'The training moved to a device that adds eight sums at once.',
      fact: 'PyTorch does not guarantee the same results in other releases, on other platforms, or on CPU and GPU, even with the same seeds.',
      source: {
        title: 'PyTorch, reproducibility',
        url: 'https://docs.pytorch.org/docs/stable/notes/randomness.html'
      },
      advice: { kind: 'record', text: 'Record the device, and expect equal bits only on the same one.' }
    }
  },
  ddof: {
    ...drifts.ddof,
    card: {
      world:
        'Another library now standardises the inputs (brings them to one scale). The old one divides by n, the new one by n − 1, and both call the result the standard deviation.',
      fact: 'By default, the “std” of pandas divides by n − 1, and the one of NumPy by n.',
      source: {
        title: 'pandas, DataFrame.std',
        url: 'https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.std.html'
      },
      advice: {
        kind: 'pin',
        text: 'Give ddof (the number that is subtracted from n) in the call, in every library.'
      }
    }
  },
  'platform-math': {
    name: 'platform math',
    card: {
      world:
        'The training calls exp and tanh of the browser, and each browser has its own. The size of the difference depends on your browser.',
      fact: 'The JavaScript standard rounds + − × ÷ in one fixed way, and since ECMAScript 2025 the square root too. For exp, tanh and similar functions it asks each engine only for an approximation.',
      source: {
        title: 'ECMA-262, the Math object',
        url: 'https://tc39.es/ecma262/multipage/numbers-and-dates.html#sec-math-object'
      },
      advice: {
        kind: 'lock',
        text: 'Ship the math library with the program, or lock the platform with an image.'
      }
    }
  },
  'host-name': {
    name: 'host name',
    card: {
      world: 'The job ran on another machine of the same make. Every log and every diff says so.',
      fact: 'In Kubernetes a container’s host name is the name of its pod, so another pod means another host name.',
      source: {
        title: 'Kubernetes, container environment',
        url: 'https://kubernetes.io/docs/concepts/containers/container-environment/'
      },
      advice: {
        kind: 'record',
        text: 'Keep it on record, but look at other differences first: a name computes nothing.'
      }
    }
  },
  'time-zone': {
    name: 'time zone',
    card: {
      world: 'The new machine uses local time. Here that changes nothing, because no input is a date.',
      fact: 'A Python date and time without a zone is “naive”: the program decides whether it means UTC or local time.',
      source: {
        title: 'Python, aware and naive objects',
        url: 'https://docs.python.org/3/library/datetime.html#aware-and-naive-objects'
      },
      advice: {
        kind: 'pin',
        text: 'Run in UTC. As soon as a date becomes an input, the time zone is no longer harmless.'
      }
    }
  },
  user: {
    name: 'user',
    card: {
      world: 'A colleague repeated the run under her own name. The run was saved for exactly this.',
      fact: 'A Git commit names its author and its tree of files. Two people who commit the same files get different commits with the same tree.',
      source: {
        title: 'Pro Git, Git objects',
        url: 'https://git-scm.com/book/en/v2/Git-Internals-Git-Objects'
      },
      advice: {
        kind: 'test',
        text: 'Let somebody else repeat the run: if it needs your account, others cannot repeat it.'
      }
    }
  },
  'patch-version': {
    name: 'newer patch version',
    card: {
      world:
        'The library went from 1.4.0 to 1.4.1, a patch for a part that this run never uses. Many patches are like that, but not all.',
      fact: 'scikit-learn 0.18.1 was a patch release too, and its notes warn that samples may differ even with the same random state.',
      source: {
        title: 'scikit-learn, what’s new in 0.18',
        url: 'https://scikit-learn.org/stable/whats_new/v0.18.html'
      },
      advice: {
        kind: 'lock',
        text: 'Lock patch versions too, and upgrade on purpose, with a run before and after.'
      }
    }
  }
};
