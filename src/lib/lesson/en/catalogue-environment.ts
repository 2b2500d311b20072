import { fromLesson, type CatalogueEntry } from '../catalogue-entry';

/** Drifts whose cause lies in the environment. */
export const environmentDrifts: readonly CatalogueEntry[] = [
  {
    ...fromLesson('library-default'),
    card: {
      world:
        'The code never names l2 (weight decay), so the library decides. An upgrade moved its default from 0 to 0.01, and not a line of the code changed.',
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
  {
    id: 'library-default-small',
    part: 'environment',
    change: { code: { l2: 0.001 } },
    name: 'library default, by a hair',
    card: {
      world:
        'The default of l2 moved by a hair this time, from 0 to 0.001. The release notes give it half a line.',
      fact: 'In version 1.4 scikit-learn’s KMeans changed its default for “n_init”, how often it starts anew, from 10 to “auto”.',
      source: {
        title: 'scikit-learn, KMeans',
        url: 'https://scikit-learn.org/stable/modules/generated/sklearn.cluster.KMeans.html'
      },
      advice: { kind: 'pin', text: 'Set the value yourself: then a new default cannot reach you.' }
    }
  },
  {
    ...fromLesson('rng-algorithm'),
    card: {
      world:
        'The library now draws its random numbers with PCG32. The seed is the same, the numbers are not.',
      fact: 'NumPy’s old RandomState is frozen at the numbers of version 1.16, while “default_rng” uses PCG64. With seed 42 one begins with 0.37…, the other with 0.77….',
      source: {
        title: 'NumPy, legacy random generation',
        url: 'https://numpy.org/doc/stable/reference/random/legacy.html'
      },
      advice: { kind: 'record', text: 'Record the generator by name: a seed means nothing without it.' }
    }
  },
  {
    id: 'rng-mt19937',
    part: 'environment',
    change: { environment: { rng: 'mt19937' } },
    name: 'RNG algorithm MT19937',
    card: {
      world:
        'The training moved to a machine whose library draws with the Mersenne Twister. Again the seed is the same.',
      fact: 'NumPy promises the same stream for a seed only on the same build, in the same environment and on the same machine.',
      source: {
        title: 'NumPy, compatibility policy of random',
        url: 'https://numpy.org/doc/stable/reference/random/compatibility.html'
      },
      advice: { kind: 'test', text: 'Test the first numbers that a seed gives against numbers on record.' }
    }
  },
  {
    ...fromLesson('random-seed'),
    card: {
      world: 'Nobody wrote the seed down. The re-run starts from other weights and shuffles otherwise.',
      fact: 'Without a seed NumPy’s “default_rng” takes one from the operating system, another one each time.',
      source: {
        title: 'NumPy, random sampling',
        url: 'https://numpy.org/doc/stable/reference/random/index.html'
      },
      advice: { kind: 'pin', text: 'Set the seed of every generator, and save it with the result.' }
    }
  },
  {
    ...fromLesson('float32'),
    card: {
      world: 'The new hardware computes with 32 bits in place of 64, so every number is rounded sooner.',
      fact: 'PyTorch let matrix products round to TF32, which keeps 10 bits of the mantissa, by default from version 1.7 to 1.11. Since 1.12 it does not.',
      source: {
        title: 'PyTorch, CUDA semantics',
        url: 'https://docs.pytorch.org/docs/stable/notes/cuda.html'
      },
      advice: { kind: 'pin', text: 'Set the precision yourself, in one place.' }
    }
  },
  {
    id: 'gradient-chunks-2',
    part: 'environment',
    change: { environment: { gradientChunks: 2 } },
    name: 'gradients in two chunks',
    card: {
      world: 'The job was given two cores. Each adds up half of a batch, then the halves are added.',
      fact: 'For the same results from run to run, Intel’s oneMKL asks for a fixed number of threads.',
      source: {
        title: 'Intel oneMKL, reproducibility conditions',
        url: 'https://www.intel.com/content/www/us/en/docs/onemkl/developer-reference-c/2026-0/reproducibility-conditions.html'
      },
      advice: { kind: 'pin', text: 'Set the number of threads, OMP_NUM_THREADS for one, and record it.' }
    }
  },
  {
    ...fromLesson('gradient-chunks'),
    card: {
      world: 'Four threads now add up the gradients of a batch, each a quarter of them.',
      fact: 'Adding floating-point numbers is not associative: (a + b) + c can differ from a + (b + c) in the last digits. So sums depend on their order.',
      source: {
        title: 'Intel oneMKL, obtaining numerically reproducible results',
        url: 'https://www.intel.com/content/www/us/en/docs/onemkl/developer-guide-linux/current/obtaining-numerically-reproducible-results.html'
      },
      advice: {
        kind: 'pin',
        text: 'Ask the library for its reproducible mode, which fixes the order of sums.'
      }
    }
  },
  {
    id: 'gradient-chunks-8',
    part: 'environment',
    change: { environment: { gradientChunks: 8 } },
    name: 'gradients in eight chunks',
    card: {
      world: 'The training moved to a device that adds in eight lanes at once.',
      fact: 'PyTorch does not guarantee the same results across releases or platforms, nor on CPU and GPU, even with the same seeds.',
      source: {
        title: 'PyTorch, reproducibility',
        url: 'https://docs.pytorch.org/docs/stable/notes/randomness.html'
      },
      advice: { kind: 'record', text: 'Record the device, and expect equal bits only on the same one.' }
    }
  },
  {
    ...fromLesson('ddof'),
    card: {
      world:
        'The inputs are standardised by another library now. One divides by n, the other by n − 1, and both call it the standard deviation.',
      fact: 'The “std” of pandas divides by n − 1 unless told otherwise, NumPy’s by n.',
      source: {
        title: 'pandas, DataFrame.std',
        url: 'https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.std.html'
      },
      advice: { kind: 'pin', text: 'Give ddof in the call, whichever library it is.' }
    }
  },
  {
    id: 'platform-math',
    part: 'environment',
    change: { environment: { math: 'platform' } },
    name: 'platform math',
    card: {
      world:
        'The training calls exp and tanh of the browser, and each browser brings its own. How much that changes depends on where you read this.',
      fact: 'JavaScript’s standard lays down + − × ÷ and the square root to the last bit. Of exp, tanh and their like it asks no more than an approximation of the engine’s choice.',
      source: {
        title: 'ECMA-262, the Math object',
        url: 'https://tc39.es/ecma262/multipage/numbers-and-dates.html#sec-math-object'
      },
      advice: {
        kind: 'lock',
        text: 'Carry the math library with the program, or lock the platform with an image.'
      }
    }
  },
  {
    id: 'host-name',
    part: 'environment',
    change: { environment: { host: 'orion' } },
    name: 'host name',
    harmless: true,
    card: {
      world: 'The job ran on another machine of the same make. Every log and every diff says so.',
      fact: 'In Kubernetes a container’s host name is the name of its pod, so another pod means another host name.',
      source: {
        title: 'Kubernetes, container environment',
        url: 'https://kubernetes.io/docs/concepts/containers/container-environment/'
      },
      advice: {
        kind: 'record',
        text: 'Keep it on record, but look elsewhere first: names do not compute.'
      }
    }
  },
  {
    id: 'time-zone',
    part: 'environment',
    change: { environment: { timeZone: 'Europe/Paris' } },
    name: 'time zone',
    harmless: true,
    card: {
      world: 'The new machine keeps local time. It does not matter here, for no date is among the inputs.',
      fact: 'A Python date and time without a zone is “naive”: the program decides whether it means UTC or local time.',
      source: {
        title: 'Python, aware and naive objects',
        url: 'https://docs.python.org/3/library/datetime.html#aware-and-naive-objects'
      },
      advice: {
        kind: 'pin',
        text: 'Run in UTC. The day a date becomes an input, the zone is no longer harmless.'
      }
    }
  },
  {
    id: 'user',
    part: 'environment',
    change: { environment: { user: 'grace' } },
    name: 'user',
    harmless: true,
    card: {
      world: 'A colleague repeated the run under her own name. That is what it was saved for.',
      fact: 'A Git commit names its author and its tree of files. Two people who commit the same files get different commits with the same tree.',
      source: {
        title: 'Pro Git, Git objects',
        url: 'https://git-scm.com/book/en/v2/Git-Internals-Git-Objects'
      },
      advice: {
        kind: 'test',
        text: 'Let somebody else repeat the run: if it needs your account, it does not repeat.'
      }
    }
  },
  {
    id: 'patch-version',
    part: 'environment',
    change: { environment: { library: '1.4.1' } },
    name: 'newer patch version',
    harmless: true,
    card: {
      world:
        'The library went from 1.4.0 to 1.4.1, a patch that mends what this run never uses. Most patches are like that, but not all.',
      fact: 'scikit-learn 0.18.1 was a patch release too, and its notes warn that samples may differ for the same random state.',
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
];
