import { strFromU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleOf } from '$lib/receipt';
import { readBundle } from '$lib/receipt/read-bundle';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { csv } from '../trainer/penguins';
import { anyReceipt, baselineReceipt, ONE_SENTENCE, refusal } from './receipts';
import { makeZip, type MadeEntry } from './zip-maker';

const SCRIPTS = { data: csv, python: '# python', javascript: '// javascript' };
const receipt: MadeEntry = { name: 'receipt.json', bytes: canonicalJson(baselineReceipt) };
const data: MadeEntry = { name: 'penguins.csv', bytes: csv };
const read = (...entries: MadeEntry[]) => readBundle(makeZip(entries));
const good = { ok: true, value: baselineReceipt };

/** Refused, in one sentence that says this. */
function expectRefusal(parsed: ReturnType<typeof readBundle>, sentence: RegExp): void {
  expect(refusal(parsed)).toMatch(sentence);
  expect(refusal(parsed)).toMatch(ONE_SENTENCE);
}

describe('readBundle', () => {
  it('reads the receipt of every bundle', () => {
    fc.assert(
      fc.property(anyReceipt, (any) => {
        expect(readBundle(bundleOf(any, SCRIPTS))).toEqual({ ok: true, value: any });
      }),
      { numRuns: 20 }
    );
  });

  it('reads one that was unpacked and zipped again, stored or with a comment', () => {
    const files = unzipSync(bundleOf(baselineReceipt, SCRIPTS));
    expect(readBundle(zipSync(files, { level: 0 }))).toEqual(good);
    expect(readBundle(zipSync(files, { comment: 'hello' }))).toEqual(good);
    expect(readBundle(makeZip([receipt, data], { comment: 'x'.repeat(65535) }))).toEqual(good);
  });

  it('reads one that lies in a folder, beside what macOS and other tools add', () => {
    const inFolder = [receipt, data].map((entry) => ({
      ...entry,
      name: `retrace-570cce69/${String(entry.name)}`
    }));
    const folder = { name: 'retrace-570cce69/', bytes: '', mode: 0o040755, method: 0 };
    const added = [
      { name: '__MACOSX/receipt.json', bytes: 'x' },
      { name: 'retrace-570cce69/.dvc/tmp/lock', bytes: '' },
      { name: 'retrace-570cce69/mlruns/0/receipt.json', bytes: '{}' }
    ];
    expect(read(folder, ...inFolder, ...added)).toEqual(good);
  });

  it('never throws, and refuses in one sentence', () => {
    const anyZip = fc
      .uint8Array({ maxLength: 200 })
      .map((bytes) => Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]));
    fc.assert(fc.property(anyZip, (zip) => ONE_SENTENCE.test(refusal(readBundle(zip)))));
  });

  it('refuses one that was cut off anywhere', () => {
    const zip = makeZip([receipt, data]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: zip.length - 1 }), (length) => {
        expectRefusal(readBundle(zip.slice(0, length)), /^This zip is damaged or cut off: /);
      })
    );
  });
});

describe('a tampered bundle', () => {
  it('names the data that is missing by its SHA-256', () => {
    expectRefusal(
      read(receipt),
      /^This bundle lacks penguins\.csv, the data whose SHA-256 is e70c4949[0-9a-f]{56}: /
    );
  });

  it('names the data that was changed by both SHA-256', () => {
    const other = csv.replace('39.1', '39.2');
    expectRefusal(
      read(receipt, { ...data, bytes: other }),
      /its SHA-256 is [0-9a-f]{64}, and the receipt names e70c4949[0-9a-f]{56}\.$/
    );
  });

  it('is refused whichever byte of the data is another', () => {
    const bytes = new TextEncoder().encode(csv);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const changed = bytes.slice();
          changed[at]! ^= flip;
          expectRefusal(read(receipt, { ...data, bytes: changed }), /its SHA-256 is/);
        }
      ),
      { numRuns: 30 }
    );
  });

  it.each<[what: string, entries: MadeEntry[], sentence: RegExp]>([
    ['no receipt', [data], /^There is no receipt\.json in this, so it is no bundle: /],
    [
      'two receipts in folders',
      [
        { ...receipt, name: 'a/receipt.json' },
        { ...receipt, name: 'b/receipt.json' }
      ],
      /^There are "a\/receipt\.json" and "b\/receipt\.json" in this: /
    ],
    ['a receipt that is none', [{ ...receipt, bytes: '{}' }, data], /^This JSON has no version/],
    [
      'a receipt that is no text',
      [{ ...receipt, bytes: Uint8Array.of(0xff) }, data],
      /^This is neither text/
    ],
    [
      'a wrong checksum',
      [{ ...receipt, crc: 1 }, data],
      /^receipt\.json in this zip was damaged on its way: /
    ],
    ['an encrypted entry', [{ ...receipt, flags: 1 }, data], /^This zip has "receipt\.json" encrypted: /],
    [
      'an unknown compression',
      [{ ...receipt, method: 12 }, data],
      /compressed in a way that is not known here/
    ],
    [
      'a symbolic link',
      [{ ...receipt, mode: 0o120777 }, data],
      /^This zip has "receipt\.json" as a link or device/
    ],
    [
      'a device',
      [receipt, data, { name: 'x', bytes: '', mode: 0o020644 }],
      /^This zip has "x" as a link or device/
    ],
    ['a name twice', [receipt, data, receipt], /^This zip has "receipt\.json" twice: /],
    ['a name twice where capitals do not count', [receipt, data, { ...data, name: 'PENGUINS.csv' }], /twice/],
    ['headers that disagree', [{ ...receipt, localName: 'receipt.jsom' }, data], /^This zip is damaged/],
    ['an entry beyond its end', [receipt, { ...data, offset: 0xfffffff0 }], /^This zip is damaged/]
  ])('is refused with %s', (_, entries, sentence) => {
    expectRefusal(read(...entries), sentence);
  });

  it.each([
    '../receipt.json',
    'a/../../b',
    '..',
    '/etc/passwd',
    'C:/x',
    'c:x',
    '..\\x',
    '\\x',
    '\\\\server\\x',
    'a/.. /b',
    './../x',
    'C:\\x',
    '//server/x',
    '',
    'a\0b',
    'a\nb'
  ])('is refused with an entry named %j', (name) => {
    expectRefusal(read(receipt, data, { name, bytes: 'x' }), /leads out of its folder: do not unpack it\.$/);
  });

  it('is refused with a name that says it is UTF-8 and is not', () => {
    expectRefusal(
      read(receipt, data, { name: Uint8Array.of(0xff, 0xfe), bytes: '', flags: 0x800 }),
      /^This zip is damaged/
    );
  });

  it('is refused where an entry lies inside another, as in bombs of overlapping files', () => {
    const inner: MadeEntry = { name: 'inner', bytes: 'x' };
    const local = makeZip([inner]).slice(0, 30 + 'inner'.length + 3);
    const outer: MadeEntry = { name: 'outer', bytes: local, method: 0 };
    const at = Buffer.from(makeZip([receipt, data, outer])).indexOf('outer') + 'outer'.length;
    expectRefusal(
      read(receipt, data, outer, { ...inner, offset: at }),
      /^This zip has entries that lie over each other/
    );
  });
});

describe('a bomb', () => {
  const mega = new Uint8Array(1024 * 1024);

  it('is refused by what it declares', () => {
    expectRefusal(
      read({ ...receipt, bytes: mega }, data),
      /^receipt\.json in this zip would have 1048576 bytes, /
    );
    expectRefusal(
      read(receipt, { ...data, bytes: mega }),
      /^penguins\.csv in this zip would have 1048576 bytes, /
    );
    const many = Array.from({ length: 20 }, (_, index) => ({ name: `${index}`, bytes: mega }));
    expectRefusal(read(receipt, data, ...many), /^This zip would unfold to more than 16 MB, /);
    const lying = { name: 'x', bytes: 'x', declaredSize: 0xffffffff };
    expectRefusal(read(receipt, data, lying), /^This zip would unfold to more than 16 MB, /);
  });

  it('is refused by what it really unfolds to', () => {
    expectRefusal(
      read({ ...receipt, bytes: mega, declaredSize: 900 }, data),
      /^receipt\.json in this zip unfolds to more than the zip says, as bombs do: /
    );
  });

  it('is refused when it unfolds to less', () => {
    expectRefusal(read({ ...receipt, declaredSize: 5000 }, data), /^receipt\.json in this zip was damaged/);
    expectRefusal(read({ ...receipt, method: 0, declaredSize: 5000 }, data), /was damaged/);
  });

  it('is refused by the number of its entries', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ name: `${index}`, bytes: '' }));
    expectRefusal(read(receipt, data, ...many), /^This zip has 302 entries, /);
    expectRefusal(readBundle(makeZip([receipt, data], { count: 200 })), /^This zip is damaged/);
  });

  it('is not even opened when it is large', () => {
    expectRefusal(readBundle(new Uint8Array(4 * 1024 * 1024 + 1)), /^This is larger than 4 MB, /);
  });

  it('beside the receipt is never unpacked', () => {
    expect(read(receipt, data, { name: 'big.bin', bytes: mega })).toEqual(good);
    expect(strFromU8(unzipSync(bundleOf(baselineReceipt, SCRIPTS))['receipt.json']!)).toBe(receipt.bytes);
  });
});
