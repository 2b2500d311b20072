import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { receiptOf, type Receipt, type ResultPart } from '$lib/experiment/receipt';
import { verdicts } from '$lib/lesson/verdicts';
import { bundleOf } from '$lib/receipt';
import { BUNDLE_FILES } from '$lib/receipt/bundle/files';
import { train } from '$lib/trainer';
import { withFields } from '../trainer/manifests';
import { csv, penguins } from '../trainer/penguins';
import { baselineReceipt, recordedReceipt } from './receipts';
import { forge, INVENTED, receiptOfCase, rerunIn, trained, VERDICT_CASES } from './verdicts';

const bundle = bundleOf(baselineReceipt, BUNDLE_FILES);
const files = unzipSync(bundle);
const text = (path: string): string => strFromU8(files[path]!);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder into which the bundle was unpacked, as a user would have it. */
function unpack(receipt: Receipt = baselineReceipt): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  folders.push(folder);
  for (const [path, bytes] of Object.entries(unzipSync(bundleOf(receipt, BUNDLE_FILES)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

const hasPython = spawnSync('python3', ['--version']).status === 0;

function run(command: string, folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const node = (folder: string, ...args: string[]) => run(process.execPath, folder, 'reproduce.mjs', ...args);
const python = (folder: string, ...args: string[]) => run('python3', folder, 'reproduce.py', ...args);

/** All but the first lines, which name the engine. */
const result = (stdout: string): string => stdout.slice(stdout.indexOf('\n\n'));

describe('reproduce.mjs', () => {
  it('needs nothing but Node, and can be read', () => {
    const script = text('reproduce.mjs');
    const imported = [...script.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name]) => name);
    expect(imported).toEqual(['node:fs', 'node:path', 'node:url']);
    expect(script).toMatch(/function\*? train\w*\(/);
    expect(script).not.toContain(process.cwd());
    expect(script).not.toContain('file://');
    expect(Math.max(...script.split('\n').map((line) => line.length))).toBeLessThan(1000);
  });

  it('matches, says so, and exits with 0', () => {
    const { status, stdout, stderr } = node(unpack());
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(
      `Retraining 100 epochs of 8 hidden units with seed 1 in Node ${process.versions.node} ...

             claimed                           re-run
accuracy     85 of 100                         85 of 100
weights      570cce69ae423c7dba94c98c9047d285  570cce69ae423c7dba94c98c9047d285
             2814f5f58d2eda2dc006dab457e98d40  2814f5f58d2eda2dc006dab457e98d40
predictions  caeeca5847dd7f3a164431440e321243  caeeca5847dd7f3a164431440e321243
             e7a47ad7d1101b01791ccb9694f66ab0  e7a47ad7d1101b01791ccb9694f66ab0

Identical: the claim holds, down to the last bit.
Weights, predictions and accuracy are all as claimed.
Not checked, because a re-run cannot tell: environment.name.
`
    );
  });

  it('re-runs a bundle in another folder, from anywhere', () => {
    const [here, there] = [unpack(), unpack(recordedReceipt)];
    writeFileSync(join(here, 'receipt.json'), '{}');
    expect(node(here, there).status).toBe(0);
    expect(run(process.execPath, tmpdir(), join(there, 'reproduce.mjs')).status).toBe(0);
  });

  it('explains itself, and refuses what it has no use for', () => {
    const folder = unpack();
    expect(node(folder, '--help')).toMatchObject({ status: 0, stderr: '' });
    expect(node(folder, '--help').stdout).toContain('node reproduce.mjs FOLDER');
    expect(node(folder, '--x')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no use for "--x"; see --help.\n'
    });
    expect(node(folder, 'a', 'b')).toMatchObject({
      status: 2,
      stderr: 'There is no use for "b"; see --help.\n'
    });
  });
});

const scripts: [name: string, start: typeof node][] = [['reproduce.mjs', node]];
if (hasPython) scripts.push(['reproduce.py', python]);

describe.each(scripts)('%s', (_, reproduce) => {
  it.each<Record<string, unknown>>([
    {},
    { 'environment.precision': 'float32', 'code.hiddenUnits': 3, 'code.epochs': 5 },
    { 'environment.rng': 'pcg32', 'data.testSize': 300, 'code.epochs': 5, 'data.edits': ['dot-as-female'] }
  ])('matches what the app trained: %j', (changes) => {
    const { record } = train(withFields(changes), penguins);
    expect(reproduce(unpack(receiptOf(record, 'match')))).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(VERDICT_CASES)('concludes from a claim that is $name: $outcome', (one) => {
    const receipt = receiptOfCase(one);
    // With the platform's math, what is honest is what this script gets.
    const isPlatform = receipt.manifest.environment.math === 'platform';
    const honest = isPlatform ? rerunIn(reproduce(unpack(receipt)).stdout) : trained(receipt.manifest);
    const result = forge(honest ?? INVENTED, one.forged);
    const { status, stdout, stderr } = reproduce(unpack({ ...receipt, result }));
    expect({ status, stderr }).toEqual({ status: one.exit, stderr: '' });
    const { title, why } = verdicts[one.finding];
    expect(stdout).toContain(`\n${title}.\n${why}\n`);
    const differs = /^Different: (.*?)\. The same: /m.exec(stdout)?.[1];
    expect(differs ?? '').toBe(honest ? one.differs.join(', ') : '');
  });

  it('says exactly that where only the line ends of the data were changed', () => {
    const folder = unpack();
    writeFileSync(join(folder, 'penguins.csv'), csv.replaceAll('\n', '\r\n'));
    const { status, stderr } = reproduce(folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^penguins\.csv has the data of this run, but its line ends were changed, [^\n]+\.\n$/
    );
  });

  it('takes what editors on Windows do to a receipt, and says so of UTF-16', () => {
    const folder = unpack();
    const json = JSON.stringify(baselineReceipt, null, 2)
      .replaceAll('\n', '\r\n')
      .replaceAll('  "', '\u00a0 "');
    writeFileSync(join(folder, 'receipt.json'), `\ufeff${json}`);
    expect(reproduce(folder)).toMatchObject({ status: 0, stderr: '' });
    for (const utf16 of [Buffer.from(json, 'utf16le'), Buffer.from(`\ufeff${json}`, 'utf16le')]) {
      writeFileSync(join(folder, 'receipt.json'), utf16);
      const { status, stderr } = reproduce(folder);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^receipt\.json[^\n]+ UTF-16[^\n]+\.\n$/);
    }
  });

  it('says that it needs the whole bundle when it is alone', () => {
    const folder = unpack();
    rmSync(join(folder, 'receipt.json'));
    expect(reproduce(folder).stderr).toMatch(/needs the whole bundle/);
  });

  it('exits with 2 and one sentence when one byte of the data is another', () => {
    const folder = unpack();
    writeFileSync(join(folder, 'penguins.csv'), csv.replace('39.1', '39.2'));
    const { status, stdout, stderr } = reproduce(folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^penguins\.csv is not the data of this run: its SHA-256 is [0-9a-f]{64}, and [^\n]+\.\n$/
    );
  });

  it.each<[what: string, break_: (folder: string) => void]>([
    ['the receipt is gone', (folder) => rmSync(join(folder, 'receipt.json'))],
    ['the data is gone', (folder) => rmSync(join(folder, 'penguins.csv'))],
    ['the receipt breaks off', (folder) => writeFileSync(join(folder, 'receipt.json'), '{"version":1,')],
    [
      'the receipt is no text',
      (folder) => writeFileSync(join(folder, 'receipt.json'), Uint8Array.of(0xff, 0xfe))
    ],
    [
      'the receipt is of another version',
      (folder) => writeFileSync(join(folder, 'receipt.json'), '{"version":3}')
    ]
  ])('exits with 2 and one sentence when %s', (_, break_) => {
    const folder = unpack();
    break_(folder);
    const { status, stdout, stderr } = reproduce(folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
  });
});

it.runIf(hasPython)('both scripts print the same, whatever they conclude', () => {
  const { result: claimed } = baselineReceipt;
  for (const forged of [[], ['weights'], ['predictions'], ['accuracy', 'weights']] as ResultPart[][]) {
    const folder = unpack({ ...baselineReceipt, result: forge(claimed, forged) });
    const [first, second] = [node(folder), python(folder)];
    expect(result(first.stdout)).toBe(result(second.stdout));
    expect(first.status).toBe(second.status);
  }
});
