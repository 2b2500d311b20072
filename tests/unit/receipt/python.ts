import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Manifest } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { train } from '$lib/trainer';
import { withFields } from '../trainer/manifests';
import { csv, penguins } from '../trainer/penguins';

export const SCRIPT = fileURLToPath(new URL('../../../src/lib/receipt/bundle/reproduce.py', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(
  command: string,
  args: string[],
  input = '',
  environment: Record<string, string> = {}
): Ran {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...environment };
  const { status, stdout, stderr } = spawnSync(command, args, { input, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

export const hasPython = run('python3', ['--version']).status === 0;

export const reproduce = (...args: string[]): Ran => run('python3', [SCRIPT, ...args]);

/** Runs some Python that finds the script as `reproduce` and its question as `asked`, and prints its `answer`. */
export function ask<T>(asked: unknown, python: string): T {
  const program = [
    'import base64, json, sys',
    'sys.path.insert(0, sys.argv[1])',
    'import reproduce',
    'asked = json.load(sys.stdin)',
    python,
    'print(json.dumps(answer))'
  ].join('\n');
  const { status, stdout, stderr } = run('python3', ['-c', program, dirname(SCRIPT)], JSON.stringify(asked));
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as T;
}

export const scratch = mkdtempSync(join(tmpdir(), 'reproduce-'));
// Whichever files run in this process share it.
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
let folders = 0;

/** A folder with what a bundle has for the script; null leaves a file out. */
export function bundle(receipt: unknown, data: string | Uint8Array | null = csv): string {
  const folder = join(scratch, `bundle ${++folders}`);
  mkdirSync(folder);
  const content =
    typeof receipt === 'string' || receipt instanceof Uint8Array ? receipt : JSON.stringify(receipt);
  if (receipt !== null) writeFileSync(join(folder, 'receipt.json'), content);
  if (data !== null) writeFileSync(join(folder, 'penguins.csv'), data);
  return folder;
}

export const resultOf = (manifest: Manifest) => {
  const { accuracy, digest, predictionsDigest } = train(manifest, penguins).record;
  return { accuracy, digest, predictionsDigest };
};

export const receiptOf = (manifest: Manifest) => ({
  version: 1,
  trainer: '1',
  manifest,
  result: resultOf(manifest)
});

/** A bundle trained in a blink. */
export const QUICK = withFields({ 'code.epochs': 1, 'code.hiddenUnits': 2 }, RECORDED);
export const quick = receiptOf(QUICK);
export const text = JSON.stringify(quick);

/** Weights that double and redouble, one step an epoch, until the logit is infinite and the weights still are not. */
const swelling = (changes: Record<string, unknown>): Manifest =>
  withFields({
    'code.hiddenUnits': 64,
    'code.batchSize': 344,
    'code.learningRate': 100,
    'data.testSize': 300,
    ...changes
  });

/** Manifests whose numbers grow without bound, in one precision and the other. */
export const OVERFLOWS = [
  withFields({ 'code.learningRate': 100, 'code.l2': 1 }),
  withFields({ 'code.learningRate': 100, 'code.l2': 1, 'environment.precision': 'float32' }),
  swelling({ 'code.epochs': 339, 'code.l2': 0.09 }),
  swelling({ 'code.epochs': 61, 'code.l2': 0.05, 'environment.precision': 'float32' })
];

/** What tests of the script are called. */
export const WHERE = hasPython ? 'reproduce.py' : 'reproduce.py (left out: this machine has no python3)';

/** A sentence on one line of plain ASCII, and nothing else. */
export const expectRefusal = ({ status, stderr }: Ran, sentence: RegExp) => {
  expect(stderr).toMatch(/^[ -~]+\r?\n$/);
  expect(stderr).toMatch(sentence);
  expect(status).toBe(2);
};
