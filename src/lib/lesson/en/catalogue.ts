import type { CatalogueEntry } from '../catalogue-entry';
import { codeDrifts } from './catalogue-code';
import { dataDrifts } from './catalogue-data';
import { environmentDrifts } from './catalogue-environment';

/** Every drift that the Lab offers, in its order. A new drift is one new entry in the file of its part. */
export const catalogue: readonly CatalogueEntry[] = [...codeDrifts, ...dataDrifts, ...environmentDrifts];

/**
 * Two changes of the code that matter only together: with either one alone the model gives every test penguin
 * the same sex as before, with both it does not. Who looks for a single cause finds none.
 */
export const PAIR = ['batches-of-17', 'rate-rounded-down'] as const;
