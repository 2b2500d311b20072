import { deflateSync, zlibSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkOf, readLink } from '$lib/receipt';
import { canonicalJson } from '$lib/receipt/canonical-json';
import {
  anyReceipt,
  baselineReceipt,
  longestReceipt,
  ONE_SENTENCE,
  recordedReceipt,
  refusal
} from './receipts';

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const bytesOf = (text: string) => new TextEncoder().encode(text);
const DAMAGED = 'This link was damaged or cut off on its way: copy it again, as a whole.';

/** Longer than most addresses of an app: what is left of 2,000 characters is the receipt's. */
const ADDRESS = `https://${'a-long-name-of-a-host.'.repeat(4)}example/some/folder/for/retrace/verify#`;

describe('a link', () => {
  it('gives its receipt back, with or without what stands before it', () => {
    fc.assert(
      fc.property(anyReceipt, fc.constantFrom('', '#', ADDRESS, '/verify#', ' \n#'), (receipt, before) => {
        expect(readLink(before + linkOf(receipt))).toEqual({ ok: true, value: receipt });
      })
    );
  });

  it('is under 2,000 characters, whatever the manifest', () => {
    const longest = { characters: 0 };
    fc.assert(
      fc.property(longestReceipt, (receipt) => {
        const link = ADDRESS + linkOf(receipt);
        longest.characters = Math.max(longest.characters, link.length);
        expect(link.length).toBeLessThan(2000);
        expect(readLink(link)).toEqual({ ok: true, value: receipt });
      })
    );
    expect(longest.characters).toBeGreaterThan(1000); // or the longest are not among them
  });

  it('needs no escaping in an address', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        const link = linkOf(receipt);
        expect(link).toMatch(/^r1\.[\w-]+$/);
        expect(new URL(`https://a.example/verify#${link}`).hash).toBe(`#${link}`);
      })
    );
  });

  it('survives being broken over lines', () => {
    const broken = (ADDRESS + linkOf(recordedReceipt)).replace(/.{60}/g, '$&\r\n');
    expect(readLink(broken)).toEqual({ ok: true, value: recordedReceipt });
  });

  it('made by the first version is read for ever', () => {
    // Never change this text: links like it are out there, whatever linkOf makes today.
    const first =
      'r1.eNpNUttu3CAQ_ZUVj9F2BRjf8tj0C5rmpVW1GjNjGwXDCuMo6ar_3sGbqHmy5zA6N7iKBYIbac3i_ipsRCrfAbKdH90fHlRzFHYm-3yJLvCS8MC7jMVloR346rw_QMDDEPHtsMC6HiDRgULcpvnEq3SJdl6ZSsqjmB0ihafgMiPdUXgt7hn2BCm4MH2HzKLyVP09CoQMxQ3hvvzr91GMBHlLVCYxsO7ZU5jyfF4W1in656J_ngTvBliYSlzAL5S-XHhxc2HlvXUGXTd8RK20pjd9PaLqtR1Q1_3YSd2RxUZXlenAqFrZrrG6AUIEpF62FVBTt0bLwnXxLj8Sobg3-igypIlKKSu98mnmXt9rlJITUXhxKYZbcVeBGMc9_ZQAHYMP8xaeS1PcUyxXIiBz38zk3ZAgvTGiTuZUlBfIc4kXU4bBEyPvgV8U_18SWbe6GBgYfYTcGEZTmHh-jevMNpTu7u5KhN09S2a30M8YCsfTjwc-2VZKxQOCYPMvlG6EigfmR2fzTYCt2LnQ07r5PRlYuyWw7Lc8qsRmGO5q1ogZ_Ecd6Kb94YmaL8JS0wMZXdkWB-iN7TvbS9Oi7mrdKTPWY92hJgSNVsoGYTB1S32HptTx39D67YPWApGFumMSbMcKVGNMpYyRVGmlTUUtmBawRaWkGqRqe2Xt0De9GZsGBllS5wQu7DWUWj918A--CAD2';
    expect(readLink(first)).toEqual({ ok: true, value: recordedReceipt });
  });

  it.each([
    ['nothing', ''],
    ['another page', 'https://a.example/?step=6&drifts=library-default'],
    ['an address without a receipt', 'https://a.example/verify#'],
    ['an address with something like a prefix', 'https://r1.reproducible.example/verify'],
    ['a file', 'r1.json'],
    ['words', 'please verify this: it is number 1. Thank you for your time'],
    ['a list', 'for 1. and 2.']
  ])('is not %s', (_, text) => {
    expect(readLink(text)).toBeNull();
  });

  it('of a format to come is named', () => {
    expect(refusal(readLink('#r27.abc'))).toBe(
      'This link is of format r27, and only r1 is known here: open it with a newer Retrace.'
    );
  });

  it('that was cut off anywhere is refused', () => {
    const link = `#${linkOf(recordedReceipt)}`;
    for (let length = '#r1.'.length; length < link.length; length++) {
      expect(refusal(readLink(link.slice(0, length)))).toBe(DAMAGED);
    }
  });

  it('in which any character was changed is refused, or the same', () => {
    const link = linkOf(baselineReceipt);
    const character = fc.constantFrom(...'ABCXYZabcxyz0189-_');
    fc.assert(
      fc.property(fc.integer({ min: 3, max: link.length - 1 }), character, (at, other) => {
        const read = readLink(link.slice(0, at) + other + link.slice(at + 1))!;
        // The last character holds bits that stand for nothing.
        expect(read.ok ? read.value : read.message).toEqual(read.ok ? baselineReceipt : DAMAGED);
      }),
      { numRuns: 1000 }
    );
  });

  it('is refused before it unfolds to more than a receipt may be', () => {
    const bomb = (size: number) => `#r1.${base64url(zlibSync(new Uint8Array(size), { level: 9 }))}`;
    expect(refusal(readLink(bomb(300 * 1024)))).toMatch(/^This link unfolds to more than 256 KB, /);
    expect(refusal(readLink(bomb(4 * 1024 * 1024)))).toMatch(/^This link unfolds to more than 256 KB, /);
    expect(refusal(readLink(bomb(64 * 1024 * 1024)))).toMatch(/^This is longer than any link to a receipt: /);
  });

  it.each<[what: string, held: string]>([
    ['no base64url', 'é=+/'],
    ['half a byte', 'A'],
    ['too short', 'AAAA'],
    ['nothing', ''],
    ['no zlib stream', base64url(deflateSync(bytesOf(canonicalJson(baselineReceipt))))],
    ['no UTF-8', base64url(zlibSync(Uint8Array.of(0x22, 0xff, 0x22)))]
  ])('that holds %s is damaged', (_, held) => {
    expect(refusal(readLink(`#r1.${held}`))).toBe(DAMAGED);
  });

  it('passes on what is wrong with the receipt in it', () => {
    const text = canonicalJson({ ...baselineReceipt, version: 7 });
    const message = refusal(readLink(`r1.${base64url(zlibSync(bytesOf(text)))}`));
    expect(message).toMatch(/^This receipt is of version 7, /);
    expect(message).toMatch(ONE_SENTENCE);
  });
});
