import { sectionOf, type Environment } from './environment';

/** What can change results, and lists may or may not record. */
export const ASPECTS = [
  'commit',
  'data',
  'python',
  'versions',
  'hashes',
  'system',
  'cpu',
  'blas',
  'threads',
  'gpu',
  'cuda'
] as const;

export type AspectId = (typeof ASPECTS)[number];

const SYSTEM = ['platform', 'os', 'sys_platform'];
const BLAS = ['libblas', 'openblas', 'libopenblas', 'mkl', 'blis', 'accelerate'];
const CUDA = ['cuda', 'cudatoolkit', 'cuda-version', 'cuda runtime'];

/** Which of them an environment records. */
export function recordedIn({ items, platform }: Environment): AspectId[] {
  const all = [...items.values()];
  const packages = all.filter(({ kind }) => kind === 'package');
  const has = (kind: string, names: readonly string[]): boolean =>
    names.some((name) => items.has(`${kind} ${name}`));
  const recorded: Readonly<Record<AspectId, boolean>> = {
    commit: items.has('code commit'),
    data: all.some((item) => sectionOf(item) === 'data'),
    python: items.has('interpreter python'),
    versions: packages.length > 0 && packages.every(({ versions }) => versions.length > 0),
    hashes: packages.length > 0 && packages.every(({ hashes, build }) => hashes.length > 0 || build !== null),
    system: platform !== null || has('machine', SYSTEM),
    cpu: has('machine', ['cpu']),
    blas: has('package', BLAS),
    threads: has('machine', ['threads']),
    gpu: has('machine', ['gpu']),
    cuda: has('machine', CUDA) || has('package', CUDA)
  };
  return ASPECTS.filter((aspect) => recorded[aspect]);
}
