import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLink, looksLikeCode, readCode, readCodeLink } from '$lib/receipt/python/code-link';
import { LESSON_CODE } from '$lib/receipt/python/listing';

const texts = fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => text.isWellFormed?.() ?? true);
const wellFormed = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));

describe('a link to code', () => {
  it('holds the program, and the trainer where it was changed', () => {
    fc.assert(
      fc.property(texts, fc.option(texts, { nil: LESSON_CODE.trainer }), (program, trainer) => {
        const code = { program: wellFormed(program), trainer: wellFormed(trainer) };
        const link = codeLink(code)!;
        expect(link).toMatch(/^p1\.[\w-]+$/);
        expect(looksLikeCode(`#${link}`)).toBe(true);
        expect(readCodeLink(`#${link}`)).toEqual(code);
      })
    );
  });

  it('holds the whole lesson’s code, also with a changed trainer', () => {
    expect(codeLink(LESSON_CODE)!.length).toBeLessThan(700);
    const changed = { ...LESSON_CODE, trainer: `${LESSON_CODE.trainer}\n# mine\n` };
    expect(readCodeLink(`#${codeLink(changed)}`)).toEqual(changed);
  });

  it('is none for code that is too long for one', () => {
    const noise = Array.from({ length: 20_000 }, (_, at) => ((at * 2654435761) >>> 0).toString(36)).join(
      '\n'
    );
    expect(codeLink({ ...LESSON_CODE, program: noise })).toBeNull();
    expect(codeLink({ ...LESSON_CODE, program: 'x = 1\n'.repeat(100_000) })).toBeNull();
  });

  it('is not read where it was cut off or changed on its way', () => {
    const link = codeLink(LESSON_CODE)!;
    fc.assert(
      fc.property(fc.integer({ min: 3, max: link.length - 4 }), (at) => {
        expect(readCodeLink(`#${link.slice(0, at)}`)).toBeNull();
        const other = link[at] === 'A' ? 'B' : 'A';
        const read = readCodeLink(`#${link.slice(0, at)}${other}${link.slice(at + 1)}`);
        expect(read === null || read.program === LESSON_CODE.program).toBe(true);
      })
    );
    expect(readCodeLink(`#p1.${'A'.repeat(13_000)}`)).toBeNull();
  });
});

it('code is two texts, and nothing else', () => {
  for (const value of [null, 1, 'x', [], {}, { program: 1 }, { program: 'x', trainer: 2 }])
    expect(readCode(value)).toBeNull();
  expect(readCode({ program: 'x' })).toEqual({ program: 'x', trainer: LESSON_CODE.trainer });
});
