import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { openReceipt } from '$lib/receipt';
import { bundleAmong } from '$lib/receipt/read-bundle';
import { readZipDirectory } from '$lib/receipt/zip-directory';
import { readSource } from '../../../src/cli/source';
import { ask, hasPython } from './python';
import { ONE_SENTENCE, refusal } from './receipts';

// docs/receipt.md hands these files to whoever writes a program of their own: each is what some program makes of an
// honest bundle or receipt, or what nobody should open.

const FOLDER = 'tests/vectors/receipt';
const named = (kind: 'accept' | 'refuse') =>
  readdirSync(`${FOLDER}/${kind}`).map((name) => `${FOLDER}/${kind}/${name}`);
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** All of them hold the same run. */
const receipt = openReceipt(bytesOf(`${FOLDER}/accept/plain.json`));

const REFUSED: Readonly<Record<string, RegExp>> = {
  'absolute.zip': /"\/etc\/evil", which leads out of its folder/,
  'bad-escape.json': /^This is not JSON, /,
  'climbs-backslash.zip': /which leads out of its folder/,
  'climbs.zip': /"\.\.\/evil\.py", which leads out of its folder/,
  'comment-lies.zip': /^This zip is damaged or cut off: /,
  'cut-off.json': /^The receipt breaks off/,
  'cut-off.zip': /^This zip is damaged or cut off: /,
  'drive.zip': /which leads out of its folder/,
  'encrypted.zip': /"receipt\.json" encrypted/,
  'field-twice.json': /"epochs".* twice/,
  'half-a-character.json': /comment/,
  'line-ends.zip': /^penguins\.csv has the data of this run, but its line ends were changed/,
  'link.zip': /"reproduce\.py" as a link or device/,
  'no-data.zip': /^This bundle lacks penguins\.csv/,
  'no-receipt.zip': /^There is no receipt\.json in this/,
  'other-data.zip': /^penguins\.csv is not the data of this run/,
  'raw-control.json': /^This is not JSON, /,
  'tail.zip': /^This zip is damaged or cut off: /,
  'trainer-number.json': /trainer/,
  'twice-by-backslash.zip': /twice/,
  'twice-by-capitals.zip': /"Receipt\.JSON" twice/,
  'twice.zip': /"receipt\.json" twice/,
  'two-runs.zip': /"a\/receipt\.json" and "b\/receipt\.json"/,
  'unknown-field.json': /momentum/,
  'utf-16.json': /UTF-16/,
  'version-3.json': /version 3/,
  'zip64-cut-off.zip': /^This zip is damaged or cut off: /
};

const scratch = mkdtempSync(join(tmpdir(), 'vectors-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(named('accept'))('%s', (path) => {
  const bytes = bytesOf(path);

  it('is opened', () => {
    expect(receipt.ok).toBe(true);
    expect(openReceipt(bytes)).toEqual(receipt);
  });

  // Some programs take a\b for the name of a file and not for a path.
  const unpackings = path.endsWith('backslashes.zip') ? ['/', '\\'] : ['/'];
  it.runIf(path.endsWith('.zip')).each(unpackings)(
    'is opened by the command line as the folder that it was unpacked in, with %s',
    async (slash) => {
      const folder = mkdtempSync(join(scratch, 'folder-'));
      const entries = readZipDirectory(bytes);
      for (const { name, isFolder, method, compressed } of entries.ok ? entries.value : []) {
        if (isFolder) continue;
        const file = join(folder, name.replaceAll('/', slash));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, method === 0 ? compressed : inflateSync(compressed));
      }
      const source = await readSource(folder);
      if (typeof source === 'string' || source instanceof Uint8Array)
        throw new TypeError('this is no folder');
      const opened = bundleAmong(source);
      expect(opened.ok && { ok: true, value: opened.value.receipt }).toEqual(receipt);
    }
  );
});

describe.each(named('refuse'))('%s', (path) => {
  it('is refused, in one sentence that says why', () => {
    const sentence = refusal(openReceipt(bytesOf(path)));
    expect(sentence).toMatch(REFUSED[path.slice(`${FOLDER}/refuse/`.length)]!);
    expect(sentence).toMatch(ONE_SENTENCE);
  });
});

it.runIf(hasPython)('reproduce.py takes and refuses the same receipts', () => {
  const receipts = [...named('accept'), ...named('refuse')].filter((path) => path.endsWith('.json'));
  const taken = ask<string[]>(
    receipts,
    `
answer = []
for path in asked:
    try:
        with open(path, "rb") as file:
            reproduce.parse_receipt(file.read())
        answer.append(path)
    except reproduce.Refused:
        pass
`
  );
  expect(taken).toEqual(receipts.filter((path) => path.includes('/accept/')));
});
