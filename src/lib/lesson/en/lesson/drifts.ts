import type { DriftId } from '../../../experiment';

/** What each drift is called. What happens in real life stands in `drift-stories`. */
export const drifts: Record<DriftId, { name: string }> = {
  'library-default': { name: 'library default' },
  'rng-algorithm': { name: 'RNG algorithm' },
  'random-seed': { name: 'random seed' },
  float32: { name: 'float32' },
  'gradient-chunks': { name: 'gradients in four chunks' },
  ddof: { name: 'ddof' },
  'rows-reversed': { name: 'rows reversed' },
  'more-epochs': { name: 'code changed' }
};
