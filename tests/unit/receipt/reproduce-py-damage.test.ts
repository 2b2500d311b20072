import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReceipt } from '$lib/receipt/parse-receipt';
import { csv } from '../trainer/penguins';
import {
  ask,
  bundle,
  expectRefusal,
  hasPython,
  OVERFLOWS,
  quick,
  reproduce,
  scratch,
  text,
  WHERE
} from './python';

describe.skipIf(!hasPython)(WHERE, () => {
  it.each(OVERFLOWS)('refutes the claim of a run that outgrows its numbers', (manifest) => {
    const accuracy = { correct: 0, total: manifest.data.testSize };
    const claim = { ...quick, manifest, result: { ...quick.result, accuracy } };
    const { status, stdout, stderr } = reproduce(bundle(claim));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('Refuted: no receipt can claim this run.');
  });

  describe('tells a damaged bundle by exit code 2, in one sentence:', () => {
    it('files that are missing or no files', () => {
      expectRefusal(reproduce(bundle(null)), /receipt\.json cannot be read: No such file/);
      expectRefusal(reproduce(bundle(quick, null)), /penguins\.csv cannot be read: No such file/);
      expectRefusal(reproduce(join(scratch, 'nö\nfölder')), /receipt\.json cannot be read: No such file/);
      const folder = bundle(null);
      mkdirSync(join(folder, 'receipt.json'));
      expectRefusal(reproduce(folder), /receipt\.json cannot be read/);
    });

    it('one broken byte of the data', () => {
      const broken = Buffer.from(csv);
      broken[1000]! ^= 1;
      expectRefusal(
        reproduce(bundle(quick, broken)),
        /penguins\.csv is not the data of this run: its SHA-256/
      );
    });

    const field = (path: string, value: unknown): string => {
      const receipt = structuredClone(quick) as Record<string, unknown>;
      const names = path.split('.');
      const last = names.pop() ?? '';
      const inside = names.reduce((part, name) => part[name] as Record<string, unknown>, receipt);
      if (value === undefined) delete inside[last];
      else inside[last] = value;
      return JSON.stringify(receipt);
    };

    const seed = (literal: string) => text.replace('"seed":1', `"seed":${literal}`);

    it.each<[string, string | Uint8Array, RegExp]>([
      ['an empty file', '', /not JSON/],
      ['a text that breaks off', text.slice(0, -9), /not JSON, or not all of it/],
      ['two byte order marks', `\ufeff\ufeff${text}x`, /not JSON/],
      ['UTF-16', Buffer.from(text, 'utf16le'), /UTF-16/],
      ['Latin-1', Buffer.from(text.replace('Bill', 'B\u00eell'), 'latin1'), /not text in UTF-8/],
      ['zeros', new Uint8Array(100), /not JSON/],
      ['more than 256 KB', ' '.repeat(256 * 1024) + text, /larger than 256 KB/],
      ['deep nesting', '['.repeat(100_000), /nested too deeply/],
      ['deep nesting in a field', field('prediction', 0).replace(/0}$/, `${'{"a":'.repeat(9999)}`), /nested/],
      ['NaN', seed('NaN'), /NaN is no number/],
      ['Infinity', seed('-Infinity'), /-Infinity is no number/],
      [
        'a number beyond all',
        seed('1e999'),
        /environment\.seed is Infinity, but must be a whole number from 0/
      ],
      ['a very long number', seed('9'.repeat(9999)), /environment\.seed is Infinity/],
      ['a boolean for a number', seed('true'), /environment\.seed is true/],
      [
        'a boolean for 0 or 1',
        field('manifest.environment.ddof', false),
        /ddof is false, but must be 0 or 1/
      ],
      ['a fraction', seed('1.5'), /environment\.seed is 1\.5/],
      ['a text for a number', seed('"1"'), /environment\.seed is "1"/],
      ['a field that is there twice', seed('1,"seed":2'), /the field "seed" twice/],
      ['no object', '[]', /the receipt is \[\], but must be an object/],
      ['an unknown version', field('version', 3), /version is 3, but must be 1 or 2, the only versions/],
      ['a version 2 without an engine', field('version', 2), /engine is not in a receipt of version 2/],
      ['a version 1 with an engine', field('engine', 'Netscape 4'), /or is in one of version 1/],
      ['an unknown trainer', field('trainer', '2'), /trainer is "2", but must be "1"/],
      ['an unknown manifest version', field('manifest.version', 2), /manifest\.version is 2/],
      ['a missing part', field('manifest.code', undefined), /manifest\.code is missing/],
      ['a missing field', field('result.digest', undefined), /result\.digest is missing/],
      [
        'an unknown field',
        field('manifest.code.momentum', 0.9),
        /manifest\.code has an unknown field "momentum"/
      ],
      [
        'an unknown field outside',
        field('note\u202e\n', 'ö'),
        /the receipt has an unknown field "note\\u202e/
      ],
      ['a value out of range', field('manifest.code.epochs', 1001), /code\.epochs is 1001/],
      [
        'a rate of 0',
        field('manifest.code.learningRate', 0),
        /learningRate is 0, but must be a number from 0\.000001/
      ],
      ['other data', field('manifest.data.sha256', '0'.repeat(64)), /data\.sha256 is "0+/],
      ['one feature', field('manifest.data.features', ['body_mass_g']), /features is \["body_mass_g"\]/],
      ['equal features', field('manifest.data.features', ['body_mass_g', 'body_mass_g']), /two different/],
      ['objects for edits', field('manifest.data.edits', [{}, []]), /edits is \[\{\}, \[\]\]/],
      ['an edit twice', field('manifest.data.edits', ['rows-reversed', 'rows-reversed']), /without repeats/],
      ['a name with a line break', field('manifest.environment.host', 'atlas\n'), /host is "atlas\\n"/],
      ['letters beyond ASCII', field('manifest.environment.user', 'adä'), /user is "ad\\u00e4"/],
      ['an invisible comment', field('manifest.code.comment', 'a\u202eb'), /comment is "a\\u202eb"/],
      ['half a character', text.replace('Bill', '\\ud83d'), /comment is "\\ud83d/],
      ['a null', field('prediction', null), /prediction is null, but must be "match" or "mismatch"/],
      ['a digest in capitals', field('result.digest', 'A'.repeat(64)), /result\.digest is "AAAA/],
      ['too many right', field('result.accuracy', { correct: 101, total: 100 }), /more predictions right/],
      [
        'another number tested',
        field('result.accuracy', { correct: 9, total: 99 }),
        /total is 99, but .* 100/
      ]
    ])('%s', (_, receipt, sentence) => {
      expectRefusal(reproduce(bundle(receipt)), sentence);
    });
  });

  it('reads JSON as JavaScript does', () => {
    const loose = `${text
      .replace('"seed":1', '"seed":1e0')
      .replace('"batchSize":16', '"batchSize":16.0')
      .replace('"ddof":0', '"ddof":-0')
      .replace('Bill', '\\u0042ill')
      .replaceAll(',"', ',\r\n\t"')}\r\n`;
    expect(parseReceipt(loose)).toMatchObject({ ok: true });
    expect(reproduce(bundle(loose))).toMatchObject({ status: 0, stderr: '' });
  });

  it('takes of damaged receipts what the app takes, and throws for none', () => {
    const bytes = Buffer.from(text);
    const at = fc.nat(bytes.length - 1);
    const splice = (start: number, count: number, put: Uint8Array) =>
      Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + count)]);
    const value = fc.oneof(
      fc.jsonValue().map((json) => JSON.stringify(json)),
      fc.constantFrom('NaN', '-0', '1e999', '1.0', '16.0', '"\\ud800"', '[[[]]]', '{"__proto__":1}', '1e-400')
    );
    const mutation = fc.oneof(
      fc.tuple(at, fc.nat(255)).map(([start, byte]) => splice(start, 1, Buffer.of(byte))),
      fc.tuple(at, fc.nat(40)).map(([start, count]) => splice(start, count, Buffer.of())),
      fc.tuple(at, fc.uint8Array({ maxLength: 8 })).map(([start, put]) => splice(start, 0, put)),
      fc.tuple(at, at, fc.nat(60)).map(([to, from, n]) => splice(to, 0, bytes.subarray(from, from + n))),
      fc.tuple(fc.nat(40), value).map(([which, put]) => {
        let index = 0;
        return Buffer.from(
          text.replace(/:("[^"]*"|[\d.]+|\[[^\]]*\])/g, (found) => (index++ === which ? `:${put}` : found))
        );
      })
    );
    const mutants = fc.sample(mutation, 400).map((mutant) => mutant.toString('base64'));
    const answers = ask<string[]>(
      mutants,
      `
answer = []
for mutant in asked:
    try:
        reproduce.parse_receipt(base64.b64decode(mutant))
        answer.append("taken")
    except reproduce.Refused as refusal:
        answer.append("refused" if str(refusal).startswith("receipt.json") else str(refusal))
`
    );
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const taken = (mutant: string) => {
      try {
        return parseReceipt(decoder.decode(Buffer.from(mutant, 'base64'))).ok ? 'taken' : 'refused';
      } catch {
        return 'refused';
      }
    };
    const shown = (results: string[]) =>
      mutants.map((mutant, index) => [results[index], Buffer.from(mutant, 'base64').toString()]);
    expect(shown(answers)).toEqual(shown(mutants.map(taken)));
    expect(new Set(answers)).toEqual(new Set(['taken', 'refused']));
  });
});
