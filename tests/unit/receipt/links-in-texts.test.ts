import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkOf, openReceipt } from '$lib/receipt';
import { fill } from '$lib/lesson';
import encodings from '../../vectors/encodings.json';
import vectors from '../../vectors/links.json';
import { anyReceipt, baselineReceipt, ONE_SENTENCE, recordedReceipt, refusal } from './receipts';

const ADDRESS = 'https://a.example/verify#';
const SENTENCES: Readonly<Record<string, RegExp>> = {
  damaged: /^This link was damaged or cut off on its way: /,
  several: /^This has links to different receipts in it: /,
  format: /^This link is of format r2, /,
  address: /^This address has no receipt in it: /,
  'no-receipt': /^This is not JSON, which a receipt is: /
};

const [{ fragment, storedFragment, canonical }, , { fragment: other }] = encodings.links as [
  (typeof encodings.links)[0],
  unknown,
  (typeof encodings.links)[0]
];
const textOf = (text: string) =>
  text.replace(/\{(fragment|storedFragment|other|cut)\}/g, (name) =>
    fill(name, { fragment, storedFragment, other, cut: fragment.slice(0, -9) })
  );

describe('a text', () => {
  it.each(vectors.opens)('opens its link: $name', ({ text }) => {
    expect(openReceipt(textOf(text))).toEqual({ ok: true, value: JSON.parse(canonical) as unknown });
  });

  it.each(vectors.refused)('is refused: $name', ({ text, reason }) => {
    const message = refusal(openReceipt(textOf(text)));
    expect(message).toMatch(SENTENCES[reason]!);
    expect(message).toMatch(ONE_SENTENCE);
  });
});

/** Words, marks and signs, but nothing that begins as JSON does: JSON comes first. */
const surroundings = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => !/^\s*\{/.test(text)),
  fc.constantFrom(
    '',
    '"',
    '(',
    '[run](',
    '<',
    '> ',
    '`',
    '**',
    '\u201e',
    'https://r1.example/ ',
    '&',
    '?a=',
    '. '
  )
);
const between = fc.constantFrom(
  '\r\n',
  '\n> ',
  '\n> > ',
  ' ',
  '=\r\n',
  '\u200b',
  '\u00ad',
  '\u00a0',
  '\\',
  '%20',
  '%E2%80%8B'
);

describe('a whole link', () => {
  it('is opened whatever stands around it', () => {
    fc.assert(
      fc.property(anyReceipt, surroundings, surroundings, (receipt, before, after) => {
        const opened = openReceipt(`${before}${ADDRESS}${linkOf(receipt)}${after}`);
        expect(opened).toEqual({ ok: true, value: receipt });
      })
    );
  });

  it('is opened however it was broken and escaped on its way', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(
        anyReceipt,
        fc.array(fc.tuple(place, between), { maxLength: 12 }),
        fc.array(place, { maxLength: 5 }),
        (receipt, breaks, escapes) => {
          const characters = [...`#${linkOf(receipt)}`];
          for (const at of escapes) {
            const index = Math.floor(at * characters.length);
            const char = characters[index] ?? '';
            if (char.length === 1) characters[index] = `%${char.charCodeAt(0).toString(16)}`;
          }
          for (const [at, text] of breaks) characters.splice(1 + Math.floor(at * characters.length), 0, text);
          expect(openReceipt(`https://a.example/verify${characters.join('')}`)).toEqual({
            ok: true,
            value: receipt
          });
        }
      )
    );
  });

  it('is opened once, however often it is there', () => {
    fc.assert(
      fc.property(anyReceipt, surroundings, (receipt, between) => {
        const link = ADDRESS + linkOf(receipt);
        expect(openReceipt(link + between + link)).toEqual({ ok: true, value: receipt });
      })
    );
  });
});

it('a link that is cut anywhere opens as no other receipt, whatever stands around it', () => {
  const link = linkOf(recordedReceipt);
  const place = fc.integer({ min: 0, max: link.length });
  fc.assert(
    fc.property(place, place, surroundings, surroundings, (one, two, before, after) => {
      const [from, to] = [Math.min(one, two), Math.max(one, two)];
      const opened = openReceipt(`${before}${ADDRESS}${link.slice(0, from)}${link.slice(to)}${after}`);
      // What was cut off may by chance be what stands after it.
      if (opened.ok) expect(opened.value).toEqual(recordedReceipt);
      else expect(opened.message).toMatch(ONE_SENTENCE);
      if (from > 3 && to - from > 4) expect(refusal(opened)).toMatch(SENTENCES.damaged!);
    }),
    { numRuns: 1000 }
  );
});

it('two links to different receipts are never taken for one', () => {
  fc.assert(
    fc.property(anyReceipt, surroundings, surroundings, (receipt, before, between) => {
      const text = `${before}${ADDRESS}${linkOf(receipt)}${between}${ADDRESS}${linkOf(baselineReceipt)}`;
      expect(refusal(openReceipt(text))).toMatch(SENTENCES.several!);
    })
  );
});
