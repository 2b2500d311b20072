import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWay, wayAddress, type Takes } from '$lib/views/way-address';

const TAKES: Takes<'level' | 'draw'> = {
  level: (value) => /^[1-6]$/.test(value),
  draw: (value) => /^\d{1,9}$/.test(value)
};

describe('the address of a way', () => {
  it('brings back what was put into it, beside what others have put there', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 6 })),
        fc.option(fc.nat(999_999_999)),
        fc.constantFrom('', '?utm_source=mail', '?level=2&q=a'),
        (level, draw, search) => {
          const values = { level: level?.toString() ?? null, draw: draw?.toString() ?? null };
          const address = wayAddress(search, TAKES, values);
          expect(readWay(address, TAKES)).toEqual({
            problem: null,
            values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
          });
          expect(address.includes('utm_source')).toBe(search.includes('utm_source'));
          expect(wayAddress(address, TAKES, values)).toBe(address);
        }
      )
    );
  });

  it('keeps what it can read, and says what it cannot in one sentence', () => {
    const { values, problem } = readWay('?level=9&draw=7', TAKES);
    expect(values).toEqual({ draw: '7' });
    expect(problem).toContain('“level” is “9”');
  });

  it('takes no parameter that is given twice with two values', () => {
    expect(readWay('?draw=7&draw=8', TAKES).values).toEqual({});
  });
});
