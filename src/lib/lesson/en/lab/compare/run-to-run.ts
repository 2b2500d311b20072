import type { DriftCard } from '../../../drift-words';

const todo = 'Use deterministic algorithms and a fixed number of threads, and record both.';

const card: DriftCard = {
  world:
    'Many threads of a GPU or a processor add to the same sum, each as soon as it is ready. So the order of the additions changes from run to run, and with it the last bits of the sum. A long training can make that small difference large.',
  fact: 'With “use_deterministic_algorithms” PyTorch uses algorithms that give the same result each time on the same software and hardware, and stops with an error where it has none. PyTorch adds that this setting alone is not always enough.',
  source: {
    title: 'PyTorch, use_deterministic_algorithms',
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.use_deterministic_algorithms.html'
  },
  advice: {
    kind: 'pin',
    text: `${todo} Where that is not possible, run it several times and report how far the results lie apart.`
  }
};

/** Results that differ from run to run on one machine, although nothing was changed. */
export const runToRun = {
  title: 'When nothing was changed',
  lead: 'Results can differ from run to run on the same machine, with the same code, data and environment. This Lab cannot show that: its trainer adds its numbers in one fixed order. Many larger systems do not.',
  card,
  outcome: `Nothing was changed, and still the result differs: it differs from run to run on the same machine. ${todo}`,
  todo
};
