import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Receipt } from '$lib/experiment/receipt';
import { bundleOf } from '$lib/receipt';
import { BUNDLE_FILES } from '$lib/receipt/bundle/files';
import { baselineReceipt, recordedReceipt } from '../receipt/receipts';
import { runProgram } from './command';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** An unpacked bundle; .dvc is no part of this. */
function unpacked(receipt: Receipt): string {
  const folder = mkdtempSync(join(tmpdir(), 'exit-codes-'));
  folders.push(folder);
  for (const [path, bytes] of Object.entries(unzipSync(bundleOf(receipt, BUNDLE_FILES)))) {
    if (!path.includes('/')) writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

const honest = unpacked(baselineReceipt);
const forged = unpacked({
  ...baselineReceipt,
  result: { ...baselineReceipt.result, digest: recordedReceipt.result.predictionsDigest }
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Breaks the trainer, as a fault of ours would. */
const BREAK_NODE = 'data:text/javascript,Math.imul=()=>{throw new TypeError("broken")}';
const BREAK_PYTHON =
  'import sys; sys.path.insert(0, sys.argv[1]); import reproduce; reproduce.train_model = None; sys.exit(reproduce.command_line(sys.argv[1:]))';

interface Program {
  readonly name: string;
  /** Starts it on a bundle's folder; `train` takes none, so that it is started on one only. */
  readonly start: (folder: string) => string[];
  readonly broken: (folder: string) => string[];
}

const node = (...args: string[]) => [process.execPath, ...args];

const PROGRAMS: Program[] = [
  {
    name: 'train',
    start: () => node('--import', 'tsx', 'src/cli/train.ts'),
    broken: () => node('--import', 'tsx', '--import', BREAK_NODE, 'src/cli/train.ts')
  },
  {
    name: 'verify',
    start: (folder) => node('--import', 'tsx', 'src/cli/verify.ts', folder),
    broken: (folder) => node('--import', 'tsx', '--import', BREAK_NODE, 'src/cli/verify.ts', folder)
  },
  {
    name: 'reproduce.mjs',
    start: (folder) => node(join(folder, 'reproduce.mjs')),
    broken: (folder) => node('--import', BREAK_NODE, join(folder, 'reproduce.mjs'))
  },
  {
    name: 'reproduce.py',
    start: (folder) => ['python3', join(folder, 'reproduce.py')],
    broken: (folder) => ['python3', '-B', '-c', BREAK_PYTHON, folder]
  }
];

const here = PROGRAMS.filter(({ name }) => name !== 'reproduce.py' || hasPython);

describe.concurrent.each(here)('the exit code of $name', ({ name, start, broken }) => {
  const takesBundles = name !== 'train';

  it('is 0 or 1 only where something was concluded', async () => {
    expect(await runProgram(start(honest))).toMatchObject({ code: 0, stderr: '' });
    if (takesBundles) expect(await runProgram(start(forged))).toMatchObject({ code: 1, stderr: '' });
  });

  it('is 2 where the program itself is broken', async () => {
    const { code, stderr } = await runProgram(broken(honest));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('TypeError') });
  });

  // A device of Linux on which there is never any room.
  it.runIf(existsSync('/dev/full'))('is 2 where the disk is full, whatever was concluded', async () => {
    for (const command of [
      start(honest),
      ...(takesBundles ? [start(forged)] : []),
      [...start(honest), '--help']
    ]) {
      const { code, stderr } = await runProgram(command, { output: 'full' });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringMatching(/^[^\n]+[Nn]o space left[^\n]+\n$/)
      });
    }
  });

  it('still tells where the reader has left', async () => {
    expect(await runProgram(start(honest), { output: 'leave' })).toMatchObject({ code: 0, stderr: '' });
    if (!takesBundles) return;
    expect(await runProgram(start(forged), { output: 'leave' })).toMatchObject({ code: 1, stderr: '' });
  });
});
