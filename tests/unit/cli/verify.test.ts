import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Receipt } from '$lib/experiment/receipt';
import { bundleOf, linkOf } from '$lib/receipt';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { verdicts } from '$lib/lesson/verdicts';
import { baselineReceipt, recordedReceipt } from '../receipt/receipts';
import { receiptOfCase, VERDICT_CASES } from '../receipt/verdicts';
import { csv } from '../trainer/penguins';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real command; `leave` closes the reading end of its output before anything was read. */
function verify(args: string[], { leave = false } = {}): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/verify.ts', ...args], { cwd: root });
  let stdout = '';
  let stderr = '';
  if (leave) child.stdout.destroy();
  else child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

let files = 0;
function file(content: string | Uint8Array): string {
  const path = join(folder, `file-${files++}`);
  writeFileSync(path, content);
  return path;
}

const SCRIPTS = { data: csv, python: '', javascript: '' };
const fileOf = (receipt: Receipt): string => file(canonicalJson(receipt));

describe.concurrent('the verifier', { timeout: 30_000 }, () => {
  it.each([
    ['a receipt', () => fileOf(recordedReceipt)],
    ['a bundle', () => file(bundleOf(recordedReceipt, SCRIPTS))],
    ['a link', () => `https://a.example/verify#${linkOf(recordedReceipt)}`],
    ['the fragment of a link', () => linkOf(recordedReceipt)],
    ['a file with a link', () => file(`#${linkOf(recordedReceipt)}\n`)]
  ])('finds %s identical', async (_, source) => {
    expect(await verify([source()])).toEqual({
      code: 0,
      stdout: `Retraining 100 epochs of 8 hidden units with seed 1 in Node ${process.versions.node} ...

             claimed                           re-run
accuracy     85 of 100                         85 of 100
weights      570cce69ae423c7dba94c98c9047d285  570cce69ae423c7dba94c98c9047d285
             2814f5f58d2eda2dc006dab457e98d40  2814f5f58d2eda2dc006dab457e98d40
predictions  caeeca5847dd7f3a164431440e321243  caeeca5847dd7f3a164431440e321243
             e7a47ad7d1101b01791ccb9694f66ab0  e7a47ad7d1101b01791ccb9694f66ab0

Identical: the claim holds, down to the last bit.
Weights, predictions and accuracy are all as claimed.
`,
      stderr: ''
    });
  });

  it.each(VERDICT_CASES)('concludes from a claim that is $name: $outcome', async (one) => {
    const { code, stdout, stderr } = await verify([fileOf(receiptOfCase(one))]);
    expect({ code, stderr }).toEqual({ code: one.exit, stderr: '' });
    const { title, why } = verdicts[one.finding];
    expect(stdout).toContain(`\n${title}.\n${why}\n`);
  });

  it.each(['--help', '-h'])('explains itself with %s', async (flag) => {
    const { code, stdout, stderr } = await verify([flag]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: npm run -s verify -- <receipt>');
    expect(stdout).toContain('Exit code: 0 the claim holds; 1 it is refuted; 2 undecided, or ');
  });

  it.each<[args: string[], sentence: string | RegExp]>([
    [[], 'Say which receipt to verify: a receipt.json, a bundle or a link; see --help.'],
    [['a', 'b'], 'There is no use for "b"; see --help.'],
    [['--x'], 'There is no option --x; see --help.'],
    [['--help=1'], '--help takes no value.'],
    [['no such\nfile'], /^There is no file "no such\\nfile"\.$/],
    [['#r1.AAAA'], 'This link was damaged or cut off on its way: copy it again, as a whole.'],
    [[folder], /^EISDIR: /],
    [[file('')], /^There is nothing in it: /],
    [[file('hello')], /^This is not JSON, /],
    [[file('{"version":3}')], /^This receipt is of version 3, /],
    [
      [file(bundleOf(baselineReceipt, { ...SCRIPTS, data: 'x' }))],
      /^penguins\.csv in this bundle is not the data /
    ],
    [[file(new Uint8Array(5_000_000))], /^This is larger than 4 MB, /]
  ])('exits with 2 and one line for %j', async (args, sentence) => {
    const { code, stderr } = await verify(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    if (typeof sentence === 'string') expect(stderr).toBe(`${sentence}\n`);
    else expect(stderr.trimEnd()).toMatch(sentence);
  });

  it('does not mind a reader that has left', async () => {
    expect(await verify([fileOf(baselineReceipt)], { leave: true })).toEqual({
      code: 0,
      stdout: '',
      stderr: ''
    });
  });
});
