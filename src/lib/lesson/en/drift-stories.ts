import type { DriftId } from '../../experiment';

/** What happens in real life when a drift creeps in. */
export const driftStories: Record<DriftId, string> = {
  'library-default':
    'The code never names l2 (weight decay), so the library decides. An upgrade moved its default from 0 to 0.01.',
  'rng-algorithm':
    'The library now draws its random numbers with PCG32. The seed is the same, its numbers are not.',
  'random-seed': 'Nobody wrote the seed down, so the re-run starts from other random weights.',
  float32: 'On the new hardware every number is rounded to 32 bits.',
  'gradient-chunks': 'Four threads now add up the gradients, and floating-point sums depend on their order.',
  ddof: 'One library divides by n to standardise, another by n − 1. The new one divides by n − 1.',
  'rows-reversed': 'The same rows came out of the database in the opposite order.',
  'more-epochs': 'Somebody trained for one epoch more, 101 in place of 100, and did not say so.'
};
