import { describe, expect, it } from 'vitest';
import { count, fill } from '$lib/lesson';

describe('filling a text', () => {
  it('puts each value where it is named, as often as it is', () => {
    expect(fill('{n} of {total}, {n}', { n: 3, total: 5 })).toBe('3 of 5, 3');
  });

  it('takes 0 and an empty text for values', () => {
    expect(fill('{n}{text}.', { n: 0, text: '' })).toBe('0.');
  });

  it('leaves alone what names nothing, and values that nobody names', () => {
    expect(fill('{} 100% {a b}', { n: 1 })).toBe('{} 100% {a b}');
  });

  it('takes a value as it is, whatever it holds', () => {
    expect(fill('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
  });

  it('refuses a text whose value is missing, and says which', () => {
    expect(() => fill('{n} of {total}', { n: 3 })).toThrow(
      new RangeError('the text “{n} of {total}” needs a value for total')
    );
  });
});

describe('counting', () => {
  const penguins = { one: '{n} penguin of {total}', other: '{n} penguins of {total}' };

  it('has one wording for one and another for every other number', () => {
    expect(count(penguins, 1, { total: 9 })).toBe('1 penguin of 9');
    for (const n of [0, 2, 21]) expect(count(penguins, n, { total: 99 })).toBe(`${n} penguins of 99`);
  });
});
