import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleName, bundleOf } from '$lib/receipt';
import { BUNDLE_FILES } from '$lib/receipt/bundle/files';
import { baselineReceipt } from './receipts';

// What bundle.test.ts unpacks with the packer's own library is unpacked here by a program that never heard of it.

const hasPython = spawnSync('python3', ['--version']).status === 0;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'as-a-user-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function run(command: string, cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Downloads a bundle, and unpacks it into an empty folder. */
function unpacked(): string {
  const [zip, into] = [join(folder, bundleName(baselineReceipt)), join(folder, 'unpacked')];
  writeFileSync(zip, bundleOf(baselineReceipt, BUNDLE_FILES));
  mkdirSync(into);
  expect(run('python3', folder, '-m', 'zipfile', '-t', zip)).toMatchObject({ status: 0, stderr: '' });
  expect(run('python3', folder, '-m', 'zipfile', '-e', zip, into)).toMatchObject({ status: 0, stderr: '' });
  return into;
}

const commands: [string, string][] = [
  ['python3', 'reproduce.py'],
  ['node', 'reproduce.mjs']
];

describe.runIf(hasPython).each(commands)(
  '%s %s, in a bundle that was downloaded and unpacked',
  (command, script) => {
    const reproduce = (cwd: string) => run(command, cwd, script);

    it('matches, and leaves nothing behind', () => {
      const cwd = unpacked();
      const before = readdirSync(cwd, { recursive: true }).sort();
      const { status, stdout, stderr } = reproduce(cwd);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain('accuracy     85 of 100                         85 of 100\n');
      expect(stdout).toContain('\nIdentical: the claim holds, down to the last bit.\n');
      expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
    });

    it('refuses data of which one bit is another', () => {
      const cwd = unpacked();
      const data = readFileSync(join(cwd, 'penguins.csv'));
      data[data.length >> 1]! ^= 1;
      writeFileSync(join(cwd, 'penguins.csv'), data);
      const { status, stdout, stderr } = reproduce(cwd);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(
        /^penguins\.csv is not the data of this run: its SHA-256 is [0-9a-f]{64}, and [^\n]+\.\n$/
      );
    });

    it('contradicts a digest that was tampered with', () => {
      const cwd = unpacked();
      const [receipt, { digest }] = [join(cwd, 'receipt.json'), baselineReceipt.result];
      writeFileSync(receipt, readFileSync(receipt, 'utf8').replace(digest, `${digest.slice(0, -1)}1`));
      const { status, stdout } = reproduce(cwd);
      expect(status).toBe(1);
      expect(stdout).toContain(`\n             ${digest.slice(32, -1)}1  ${digest.slice(32)}\n`);
      expect(stdout).toContain('\nRefuted: this run does not give this result.\n');
      expect(stdout).toContain('\nDifferent: weights. The same: accuracy, predictions.\n');
    });
  }
);
