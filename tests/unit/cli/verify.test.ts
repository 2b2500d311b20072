import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Receipt } from '$lib/experiment/receipt';
import { verdicts } from '$lib/lesson/verdicts';
import { bundleOf, linkOf } from '$lib/receipt';
import { BUNDLE_FILES } from '$lib/receipt/bundle/files';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { verifyCommand } from '../../../src/cli/verify-command';
import { baselineReceipt, recordedReceipt } from '../receipt/receipts';
import { receiptOfCase, VERDICT_CASES } from '../receipt/verdicts';
import { called, runCommand, type Surroundings } from './command';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const verify = (args: string[]) => called(verifyCommand, args);

/** The command as npm starts it. */
async function verifyAlone(args: string[], surroundings?: Surroundings) {
  const { code, stdout, stderr } = await runCommand('verify', args, surroundings);
  return { code, stdout, stderr };
}

let files = 0;
function file(content: string | Uint8Array): string {
  const path = join(folder, `file-${files++}`);
  writeFileSync(path, content);
  return path;
}

const fileOf = (receipt: Receipt): string => file(canonicalJson(receipt));
const bundle = bundleOf(recordedReceipt, BUNDLE_FILES);

function unpacked(zip: Uint8Array, into: string): string {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), bytes);
  }
  return into;
}

const IDENTICAL = `Retraining 100 epochs of 8 hidden units with seed 1 in Node ${process.versions.node} ...

             claimed                           re-run
accuracy     85 of 100                         85 of 100
weights      570cce69ae423c7dba94c98c9047d285  570cce69ae423c7dba94c98c9047d285
             2814f5f58d2eda2dc006dab457e98d40  2814f5f58d2eda2dc006dab457e98d40
predictions  caeeca5847dd7f3a164431440e321243  caeeca5847dd7f3a164431440e321243
             e7a47ad7d1101b01791ccb9694f66ab0  e7a47ad7d1101b01791ccb9694f66ab0

Identical: the claim holds, down to the last bit.
Weights, predictions and accuracy are all as claimed.
Not checked, because a re-run cannot tell: code.comment, environment.name, environment.library, environment.host, environment.timeZone, environment.user, prediction.
`;

describe('verify', () => {
  it.each([
    ['a receipt', () => fileOf(recordedReceipt)],
    ['a bundle', () => file(bundle)],
    ['the folder of an unpacked bundle', () => unpacked(bundle, join(folder, 'unpacked'))],
    ['a link', () => `https://a.example/verify#${linkOf(recordedReceipt)}`],
    ['the fragment of a link', () => linkOf(recordedReceipt)],
    ['a link among words', () => `See <https://a.example/verify%23${linkOf(recordedReceipt)}>, please.`],
    ['a link to a page that is a file', () => `file:///a/verify.html#${linkOf(recordedReceipt)}`],
    ['a file with a link', () => file(`#${linkOf(recordedReceipt)}\n`)],
    ['the address of a file', () => pathToFileURL(fileOf(recordedReceipt)).href],
    ['the address of a folder', () => pathToFileURL(unpacked(bundle, join(folder, 'addressed'))).href]
  ])('finds %s identical', async (_, source) => {
    expect(await verify([source()])).toEqual({ code: 0, stdout: IDENTICAL });
  });

  it.each([
    ['receipt', canonicalJson(recordedReceipt)],
    ['bundle', bundle],
    ['link', `/verify#${linkOf(recordedReceipt)}\n`]
  ])('reads a %s from standard input', async (_, input) => {
    expect(await verifyAlone(['-'], { input })).toEqual({ code: 0, stdout: IDENTICAL, stderr: '' });
  });

  it('takes paths from where it was called', async () => {
    const below = join(folder, 'below', 'it');
    mkdirSync(below, { recursive: true });
    writeFileSync(join(folder, 'below', 'receipt.json'), canonicalJson(recordedReceipt));
    expect(await verifyAlone(['../receipt.json'], { calledIn: below })).toMatchObject({
      code: 0,
      stdout: IDENTICAL
    });
  });

  it.each(VERDICT_CASES)('concludes from a claim that is $name: $outcome', async (one) => {
    const { code, stdout } = await verify([fileOf(receiptOfCase(one))]);
    expect(code).toBe(one.exit);
    const { title, why } = verdicts[one.finding];
    expect(stdout).toContain(`\n${title}.\n${why}\n`);
  });

  it.each(VERDICT_CASES)('says it in JSON too: $name', async (one) => {
    const receipt = receiptOfCase(one);
    const { code, stdout } = await verify(['--json', fileOf(receipt)]);
    expect(code).toBe(one.exit);
    expect(stdout).toMatch(/^[^\n]+\n$/);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({
      outcome: one.outcome,
      exitCode: one.exit,
      finding: one.finding,
      meaning: verdicts[one.finding].title,
      notChecked: ['environment.name'],
      maker: null,
      engine: `Node ${process.versions.node}`
    });
    const differing = Object.keys(said.parts).filter((part) => !said.parts[part].same);
    expect(differing).toEqual(one.differs);
    expect(said.parts.weights.claimed).toBe(receipt.result.digest);
  });

  it('names the files of a bundle that are not those that Retrace makes', async () => {
    const forged = file(bundleOf(recordedReceipt, { ...BUNDLE_FILES, python: 'print("The claim holds")' }));
    const { code, stdout } = await verify([forged]);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(
      'Not the one that Retrace makes, do not run it: "reproduce.py", "ro-crate-metadata.json".'
    );
    const { strangers } = JSON.parse((await verify(['--json', forged])).stdout);
    expect(strangers).toEqual([
      { path: 'reproduce.py', kind: 'changed' },
      { path: 'ro-crate-metadata.json', kind: 'changed' }
    ]);
    expect(JSON.parse((await verify(['--json', file(bundle)])).stdout).strangers).toEqual([]);
  });

  it.each(['--help', '-h'])('explains itself with %s', async (flag) => {
    const { code, stdout } = await verify([flag]);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: npm run -s verify -- [--json] <receipt> [<receipt>]');
    expect(stdout).toContain('0 the claim holds; 1 it is refuted; 2 anything else');
  });
});

describe('verify, with two receipts', () => {
  const other: Receipt = {
    ...recordedReceipt,
    manifest: {
      ...baselineReceipt.manifest,
      data: { ...baselineReceipt.manifest.data, edits: ['rows-reversed'] }
    },
    result: { ...baselineReceipt.result, accuracy: { correct: 84, total: 100 } }
  };

  it('says that manifests and results are the same, whatever form they have', async () => {
    const link = linkOf(recordedReceipt);
    expect(await verify([file(bundle), link])).toEqual({
      code: 0,
      stdout: 'Same: the manifests and the results are equal.\n'
    });
    const json = await verify(['--json', file(bundle), link]);
    expect(JSON.parse(json.stdout)).toEqual({ outcome: 'same', exitCode: 0, manifest: [], result: [] });
  });

  it('says what differs, in both', async () => {
    expect(await verify([fileOf(baselineReceipt), fileOf(other)])).toEqual({
      code: 1,
      stdout: `The manifests differ in:
  data.edits
    []
    ["rows-reversed"]

The results differ in:
  accuracy
    85 of 100
    84 of 100
`
    });
    const { code, stdout } = await verify(['--json', fileOf(baselineReceipt), fileOf(recordedReceipt)]);
    expect(code).toBe(1);
    const { manifest, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ outcome: 'different', exitCode: 1, result: [] });
    expect(manifest).toContainEqual({ what: 'environment.host', second: 'atlas' });
  });

  it('says so where one manifest is given two results', async () => {
    const forged = { ...baselineReceipt, result: other.result };
    const { code, stdout } = await verify([fileOf(baselineReceipt), fileOf(forged)]);
    expect(code).toBe(1);
    expect(stdout).toContain('The manifests are equal.\n\nThe results differ in:\n  accuracy\n');
  });

  it('refuses where either is none', async () => {
    await expect(verify([fileOf(baselineReceipt), file('')])).rejects.toThrow(/^There is nothing in it/);
    await expect(verify(['-', '-'])).rejects.toThrow('Only one of two receipts can be standard input.');
  });
});

describe('what verify refuses', () => {
  const noBundle = join(folder, 'no-bundle');
  mkdirSync(noBundle);
  const crowded = unpacked(bundle, join(folder, 'crowded'));
  for (let file = 0; file < 256; file++) writeFileSync(join(crowded, `${file}`), '');

  const REFUSED: [args: string[], sentence: string | RegExp][] = [
    [[], 'Say which receipt to verify: a receipt.json, a bundle, a folder or a link; see --help.'],
    [['a', 'b', 'c'], 'There is no use for "c"; see --help.'],
    [['--x'], 'There is no option --x; see --help.'],
    [['--help=1'], '--help takes no value.'],
    [['no such\nfile'], /^There is no file "no such\\nfile"\.$/],
    [['file://elsewhere/receipt.json'], /is no address of a file here|There is no file/],
    [['r1.json'], 'There is no file "r1.json".'],
    [['https://a.example/verify'], /^This address has no receipt in it: /],
    [['#r1.AAAA'], 'This link was damaged or cut off on its way: copy it again, as a whole.'],
    [[noBundle], /^There is no receipt\.json in this, so it is no bundle: /],
    [[crowded], /holds more than a bundle does: /],
    [[file('')], /^There is nothing in it: /],
    [[file('hello')], /^This is not JSON, /],
    [[file('{"version":3}')], /^This receipt is of version 3, /],
    [[file(bundleOf(baselineReceipt, { ...BUNDLE_FILES, data: 'x' }))], /^penguins\.csv .*is not the data /],
    [[file(new Uint8Array(5_000_000))], /^This is larger than 4 MB, /]
  ];

  it.each(REFUSED)('%j', async (args, sentence) => {
    await expect(verify(args)).rejects.toThrow(sentence);
  });

  it('is told in JSON too', async () => {
    const { code, stdout, stderr } = await verifyAlone(['--json', file('hello')]);
    expect(code).toBe(2);
    const told = JSON.parse(stdout);
    expect(told).toEqual({
      outcome: 'refused',
      exitCode: 2,
      meaning: expect.stringMatching(/^This is not JSON, /)
    });
    expect(stderr).toBe(`${told.meaning}\n`);
  });

  it('is told in one line', async () => {
    const { code, stdout, stderr } = await verifyAlone(['no such\nfile']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});
