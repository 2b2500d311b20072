import { GENERATORS, type Manifest } from '$lib/experiment';
import { withFields } from '../../trainer/manifests';

/** Short runs but for the first, which together take every way through the trainer. The last gives no result. */
export const PYTHON_MANIFESTS: readonly (readonly [name: string, manifest: Manifest])[] = [
  ['the baseline', withFields({})],
  ...GENERATORS.slice(1).map(
    (rng) => [rng, withFields({ 'environment.rng': rng, 'code.epochs': 2 })] as const
  ),
  ['float32', withFields({ 'environment.precision': 'float32', 'code.epochs': 3, 'code.l2': 0.01 })],
  ['gradients in chunks', withFields({ 'environment.gradientChunks': 4, 'code.epochs': 2 })],
  ['ddof 1', withFields({ 'environment.ddof': 1, 'code.epochs': 2 })],
  ['wide', withFields({ 'code.hiddenUnits': 64, 'code.batchSize': 50, 'code.epochs': 1 })],
  ['narrow', withFields({ 'code.hiddenUnits': 1, 'code.batchSize': 1, 'code.epochs': 2 })],
  ['the best epoch', withFields({ 'code.checkpoint': 'best-on-test', 'code.epochs': 6 })],
  [
    'every edit',
    withFields({
      'code.epochs': 1,
      'data.edits': [
        'rows-reversed',
        'rows-swapped',
        'row-duplicated',
        'dot-as-female',
        'training-labels-flipped',
        'test-labels-corrected'
      ]
    })
  ],
  [
    'other columns, few rows',
    withFields({
      'data.features': ['flipper_length_mm', 'bill_depth_mm'],
      'data.testSize': 300,
      'code.epochs': 3
    })
  ],
  [
    'highest seeds',
    withFields({ 'environment.seed': 0xffffffff, 'data.splitSeed': 0xffffffff, 'code.epochs': 1 })
  ],
  ['no result', withFields({ 'code.learningRate': 100, 'code.l2': 1, 'code.epochs': 20 })]
];
