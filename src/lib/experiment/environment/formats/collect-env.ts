import { Gathering, type Environment } from '../environment';
import { NotRead } from '../refusal';

/** What its lines are called here; whatever else it prints is told by its own name. */
const MACHINE: readonly (readonly [line: string, name: string])[] = [
  ['Is debug build', 'debug build'],
  ['CUDA used to build PyTorch', 'cuda'],
  ['ROCM used to build PyTorch', 'rocm'],
  ['OS', 'os'],
  ['GCC version', 'gcc'],
  ['Clang version', 'clang'],
  ['CMake version', 'cmake'],
  ['Libc version', 'glibc'],
  ['Python platform', 'platform'],
  ['Is CUDA available', 'cuda available'],
  ['CUDA runtime version', 'cuda runtime'],
  ['CUDA_MODULE_LOADING set to', 'cuda module loading'],
  ['Nvidia driver version', 'driver'],
  ['cuDNN version', 'cudnn'],
  ['MIOpen runtime version', 'miopen'],
  ['Model name', 'cpu'],
  ['Name', 'cpu'],
  ['CPU(s)', 'cpu count']
];

const isNothing = (value: string): boolean =>
  /^(?:n\/a|could not collect|none|probably one of the following:)$/i.test(value);

/** A value without what the line says besides: `glibc-2.31` is 2.31. */
const valueOf = (name: string, value: string): string =>
  name === 'glibc' ? value.replace(/^glibc-/i, '') : value;

/** What `python -m torch.utils.collect_env` prints. */
export function readCollectEnv(text: string): Environment {
  const found = new Gathering();
  let isCpu = false;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const pip = /^\[pip3?\]\s+([A-Za-z0-9._-]+)==(\S+)/.exec(line);
    const conda = /^\[conda\]\s+([A-Za-z0-9._-]+)\s+(\S+)\s+(\S+)?\s*(\S+)?/.exec(line);
    if (pip) found.package(pip[1]!, { version: pip[2]!, origin: 'pypi' });
    // What pip has installed stands in both lists.
    else if (conda && conda[4] === 'pypi') continue;
    else if (conda)
      found.package(conda[1]!, { version: conda[2]!, build: conda[3] ?? null, origin: 'conda' });
    else if (/^\[(?:pip|conda)/.test(line) && !/No relevant packages/.test(line)) {
      throw new NotRead('line', line, index + 1);
    }
    const gpu = /^GPU \d+:(.+)$/.exec(line)?.[1]!.split('(UUID', 1)[0]!.trim();
    found.value('machine', 'gpu', gpu);
    const cudnn = /libcudnn\.so\.(\d+(?:\.\d+)*)\s*$/.exec(line)?.[1];
    if (cudnn) found.value('machine', 'cudnn', cudnn);
    // Of a Mac, and of older Windows, its name has no colon.
    const cpu = isCpu && !/[:=]/.test(line) ? line : /^Name=(.*)$/.exec(line)?.[1];
    found.value('machine', 'cpu', cpu?.trim());
    isCpu = line.trim() === 'CPU:';
    const cut = line.indexOf(':');
    const [name, value] = [line.slice(0, cut).trim(), line.slice(cut + 1).trim()];
    if (cut < 0 || value === '' || isNothing(value)) continue;
    if (name === 'PyTorch version') found.package('torch', { version: value });
    if (name === 'Python version') found.value('interpreter', 'python', /^\S+/.exec(value)?.[0]);
    const known = MACHINE.find(([written]) => written === name)?.[1];
    if (known) found.value('machine', known, valueOf(known, value));
  }
  return found.done('collect-env');
}
