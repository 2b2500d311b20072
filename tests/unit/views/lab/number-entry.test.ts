import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ambiguityOf, numberEntered } from '$lib/views/lab/number-entry';

describe('a number that is entered', () => {
  it('is read back as it is shown, with a comma and with any minus sign too', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = String(number);
        expect(numberEntered(text, false)).toBe(number === 0 ? 0 : number);
        expect(numberEntered(` ${text.replace('-', '−')} `, false)).toBe(number === 0 ? 0 : number);
        // Three digits after a comma may be thousands; nothing else is refused.
        expect([number === 0 ? 0 : number, null]).toContain(numberEntered(text.replace('.', ','), false));
      })
    );
  });

  it.each([
    ['0,25', 0.25],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['5,', 5],
    ['1 000', 1000],
    ['10\u202f000', 10_000],
    ['−1', -1],
    ['+3', 3],
    ['1E-3', 0.001],
    ['1,5e2', 150],
    ['1.125', 1.125]
  ])('“%s” is %d', (text, number) => expect(numberEntered(text, false)).toBe(number));

  it.each([
    '',
    ' ',
    'ten',
    '1,000',
    '12,500',
    '1.000,5',
    '1,000.5',
    '1 0',
    '0x10',
    'Infinity',
    '1e',
    '-',
    ',',
    '٣'
  ])('“%s” is refused', (text) => expect(numberEntered(text, false)).toBeNull());

  it('refuses a point before three digits where only whole numbers make sense', () => {
    expect(numberEntered('1.000', true)).toBeNull();
    expect(numberEntered('1000', true)).toBe(1000);
  });
});

describe('a number that may mean two', () => {
  it.each([
    ['1,000', false, 1000, 1],
    ['12,500', false, 12_500, 12.5],
    ['−1,250', false, -1250, -1.25],
    ['1.000', true, 1000, 1]
  ])('“%s” (whole: %s): write %d or %d', (text, whole, thousands, number) => {
    expect(ambiguityOf(text, whole)).toBe(`“${text}” can mean two numbers: write ${thousands} or ${number}.`);
    for (const written of [thousands, number]) {
      expect(numberEntered(String(written), false), 'is taken as it is told to be written').toBe(written);
    }
  });

  it.each(['0,125', '1.125', '1,5', '1000', 'ten', ''])('“%s” means one, or none', (text) =>
    expect(ambiguityOf(text, false)).toBeNull()
  );
});
