import type { DriftId } from '../../../experiment';

/** What happens in real life when a drift creeps in. */
export const driftStories: Record<DriftId, string> = {
  'library-default':
    'The code never names l2 (weight decay, which keeps weights small), so the library decides. An upgrade moved its default from 0 to 0.01.',
  'rng-algorithm':
    'The library’s RNG (random number generator) now uses another method, PCG32. The seed is the same, but the numbers are not.',
  'random-seed':
    'Nobody wrote down the seed, the number that all random choices follow from. So the re-run starts from other random weights.',
  float32: 'The new hardware rounds every number to 32 bits (float32). Before, it was 64.',
  'gradient-chunks':
    'Four threads now add up the gradients (they say how to change each weight). A floating-point sum depends on the order in which it is added.',
  ddof: 'To bring the inputs to one scale, some libraries divide by n and others by n − 1. The new one divides by n − 1: it sets ddof to 1.',
  'rows-reversed': 'The same rows came out of the database in the opposite order.',
  'more-epochs':
    'Somebody trained for one epoch (one pass through the data) more, 101 instead of 100, and did not say so.'
};
