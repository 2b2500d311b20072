import { BASELINE, EDITS, type Manifest } from '../../src/lib/experiment';
import { RECORDED } from '../../src/lib/experiment/lab';
import { setFields } from '../../src/lib/experiment/parse-manifest';

type Changes = Readonly<Record<string, unknown>>;

/** A manifest that is trained in every engine, by the name under which docs/engines.md lists it. */
export interface NamedManifest {
  readonly name: string;
  /** What differs from the lesson's baseline: field → value. */
  readonly changes: Changes;
  readonly manifest: Manifest;
}

const { code, environment } = RECORDED;

/** Together they change every field that a manifest can change, and take every word that a field takes. */
const CHANGES: Readonly<Record<string, Changes>> = {
  baseline: {},
  'surroundings written down': {
    'code.comment': code.comment,
    'environment.name': 'v2',
    'environment.library': environment.library,
    'environment.host': environment.host,
    'environment.timeZone': environment.timeZone,
    'environment.user': environment.user
  },
  'another seed, another split': { 'environment.seed': 2026, 'data.splitSeed': 7 },
  'pcg32, highest seeds': {
    'environment.rng': 'pcg32',
    'environment.seed': 0xffffffff,
    'data.splitSeed': 0xffffffff
  },
  'mt19937, lowest seeds': { 'environment.rng': 'mt19937', 'environment.seed': 0, 'data.splitSeed': 0 },
  'one hidden unit, one epoch': { 'code.hiddenUnits': 1, 'code.epochs': 1 },
  'widest model, all rows in a batch': { 'code.hiddenUnits': 64, 'code.batchSize': 344, 'code.epochs': 12 },
  'a row in a batch': { 'code.batchSize': 1, 'code.epochs': 20, 'code.learningRate': 0.05 },
  'fast learning': { 'code.learningRate': 5 },
  'fastest learning': { 'code.learningRate': 100, 'code.epochs': 30 },
  'weight decay': { 'code.l2': 0.01 },
  'best epoch on the test set': { 'code.checkpoint': 'best-on-test' },
  'other columns, few rows to learn from': {
    'data.features': ['flipper_length_mm', 'bill_depth_mm'],
    'data.testSize': 300
  },
  'one test row': { 'data.testSize': 1, 'code.epochs': 20 },
  'every edit of the data': { 'data.edits': EDITS },
  'the edits in another order': { 'data.edits': EDITS.toReversed() },
  float32: { 'environment.precision': 'float32' },
  'gradients in four sums': { 'environment.gradientChunks': 4 },
  'ddof 1': { 'environment.ddof': 1 },
  'nearly everything at once': {
    'code.hiddenUnits': 5,
    'code.epochs': 60,
    'code.batchSize': 24,
    'code.learningRate': 1.7,
    'code.l2': 0.001,
    'code.checkpoint': 'best-on-test',
    'data.features': ['bill_depth_mm', 'bill_length_mm'],
    'data.splitSeed': 99,
    'data.testSize': 80,
    'data.edits': ['rows-reversed', 'training-labels-flipped'],
    'environment.seed': 123456789,
    'environment.rng': 'pcg32',
    'environment.precision': 'float32',
    'environment.gradientChunks': 3,
    'environment.ddof': 1
  }
};

function baselineWith(changes: Changes): Manifest {
  const parsed = setFields(Object.entries(changes), BASELINE);
  if (!parsed.ok) throw new Error(parsed.reason.code);
  return parsed.value;
}

export const MANIFESTS: readonly NamedManifest[] = Object.entries(CHANGES).map(([name, changes]) => ({
  name,
  changes,
  manifest: baselineWith(changes)
}));

/** Whose result belongs to the engine: at the baseline's learning rate, and at one that lets bits grow. */
export const PLATFORM_MANIFESTS: readonly Manifest[] = [BASELINE.code.learningRate, 5].map((learningRate) =>
  baselineWith({ 'code.learningRate': learningRate, 'environment.math': 'platform' })
);
