import { driftById, type Drift, type DriftId, type DRIFTS } from './drift';
import type { Part } from './manifest';

/** A drift that the lesson offers too. */
const ofLesson = <Id extends DriftId>(id: Id) =>
  driftById(id) as Extract<(typeof DRIFTS)[number], { readonly id: Id }>;

/** The words of each stand in `lesson`, where the compiler asks for those of a new one. */
const ENTRIES = [
  ofLesson('more-epochs'),
  { id: 'one-epoch-less', part: 'code', change: { code: { epochs: 99 } } },
  { id: 'learning-rate', part: 'code', change: { code: { learningRate: 0.1 } } },
  { id: 'rate-rounded-down', part: 'code', change: { code: { learningRate: 0.29 } } },
  { id: 'learning-rate-5', part: 'code', change: { code: { learningRate: 5 } } },
  { id: 'batch-size', part: 'code', change: { code: { batchSize: 32 } } },
  { id: 'batches-of-17', part: 'code', change: { code: { batchSize: 17 } } },
  { id: 'hidden-units', part: 'code', change: { code: { hiddenUnits: 2 } } },
  { id: 'best-on-test', part: 'code', change: { code: { checkpoint: 'best-on-test' } } },
  {
    id: 'comment',
    part: 'code',
    change: { code: { comment: 'Bill length and body mass are enough.' } },
    harmless: true
  },
  ofLesson('rows-reversed'),
  { id: 'rows-swapped', part: 'data', change: { data: { edits: ['rows-swapped'] } } },
  { id: 'row-duplicated', part: 'data', change: { data: { edits: ['row-duplicated'] } } },
  { id: 'dot-as-female', part: 'data', change: { data: { edits: ['dot-as-female'] } } },
  { id: 'training-labels-flipped', part: 'data', change: { data: { edits: ['training-labels-flipped'] } } },
  { id: 'test-labels-corrected', part: 'data', change: { data: { edits: ['test-labels-corrected'] } } },
  { id: 'split-seed', part: 'data', change: { data: { splitSeed: 43 } } },
  ofLesson('library-default'),
  { id: 'library-default-small', part: 'environment', change: { code: { l2: 0.001 } } },
  ofLesson('rng-algorithm'),
  { id: 'rng-mt19937', part: 'environment', change: { environment: { rng: 'mt19937' } } },
  ofLesson('random-seed'),
  ofLesson('float32'),
  { id: 'gradient-chunks-2', part: 'environment', change: { environment: { gradientChunks: 2 } } },
  ofLesson('gradient-chunks'),
  { id: 'gradient-chunks-8', part: 'environment', change: { environment: { gradientChunks: 8 } } },
  ofLesson('ddof'),
  { id: 'platform-math', part: 'environment', change: { environment: { math: 'platform' } } },
  { id: 'host-name', part: 'environment', change: { environment: { host: 'orion' } }, harmless: true },
  {
    id: 'time-zone',
    part: 'environment',
    change: { environment: { timeZone: 'Europe/Paris' } },
    harmless: true
  },
  { id: 'user', part: 'environment', change: { environment: { user: 'grace' } }, harmless: true },
  { id: 'patch-version', part: 'environment', change: { environment: { library: '1.4.1' } }, harmless: true }
] as const satisfies readonly Drift[];

type Entry = (typeof ENTRIES)[number];

/** Ids of the drifts whose cause lies in a part. */
export type CatalogueId<P extends Part = Part> = Extract<Entry, { readonly part: P }>['id'];

export interface CatalogueDrift extends Drift {
  readonly id: CatalogueId;
}

/** Every drift that the Lab offers, in its order: those of the code, of the data, and of the environment. */
export const CATALOGUE: readonly CatalogueDrift[] = ENTRIES;

/**
 * Two changes of the code that matter only together: with either one alone the model gives every test penguin
 * the same sex as before, with both it does not. Who looks for a single cause finds none.
 */
export const PAIR = ['batches-of-17', 'rate-rounded-down'] as const satisfies readonly CatalogueId[];
