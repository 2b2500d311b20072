import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRIFT_IDS, orderedDrifts } from '$lib/experiment';
import { STEPS } from '$lib/lesson';
import { addressOf, addressWith, parseAddress } from '$lib/views/lesson';

const START = { step: 0, drifts: [], found: [] } as const;

const anyDrifts = fc.uniqueArray(fc.constantFrom(...DRIFT_IDS)).map(orderedDrifts);

const place = fc.record({ step: fc.constantFrom(...STEPS), drifts: anyDrifts, found: anyDrifts });

describe('the address', () => {
  it('is bare at the start, and says only what is not as at the start', () => {
    expect(addressOf(START)).toBe('');
    expect(addressOf({ ...START, step: 3 })).toBe('?step=3');
    expect(addressOf({ ...START, drifts: ['ddof'] })).toBe('?drifts=ddof');
    expect(addressOf({ step: 6, drifts: ['library-default', 'more-epochs'], found: [] })).toBe(
      '?step=6&drifts=library-default,more-epochs'
    );
    expect(addressOf({ step: 6, drifts: ['ddof'], found: ['library-default', 'ddof'] })).toBe(
      '?step=6&drifts=ddof&found=library-default,ddof'
    );
  });

  it('leads back to every place', () => {
    fc.assert(
      fc.property(place, (value) => {
        expect(parseAddress(addressOf(value))).toEqual({ ok: true, value });
      })
    );
  });

  it('opens the start where nothing is said', () => {
    for (const search of ['', '?', '?step=0', '?drifts=']) {
      expect(parseAddress(search)).toEqual({ ok: true, value: START });
    }
  });

  it('leaves the parameters of others alone', () => {
    expect(parseAddress('?utm_source=mail&step=2&fbclid=x')).toEqual({
      ok: true,
      value: { ...START, step: 2 }
    });
    expect(parseAddress('?__proto__=1&constructor=2')).toEqual({ ok: true, value: START });
  });

  it('reads drifts in any order and each once, and commas that were escaped on the way', () => {
    const drifts = ['library-default', 'more-epochs'];
    for (const text of [
      'more-epochs,library-default',
      'more-epochs%2Clibrary-default',
      'more-epochs,library-default,more-epochs'
    ]) {
      expect(parseAddress(`?drifts=${text}`)).toEqual({ ok: true, value: { ...START, drifts } });
    }
  });
});

const SHOWN = { ok: true, value: { step: 5, drifts: ['library-default', 'ddof'], found: [] } };

describe('an address in disguise', () => {
  it.each([
    '?step=5&amp;drifts=library-default,ddof',
    '?step=5&amp%3Bdrifts=library-default,ddof',
    '?step=5&amp;amp;drifts=library-default,ddof',
    '?step=5%26drifts=library-default,ddof',
    '?step=5%26drifts%3Dlibrary-default,ddof',
    '?step=5%2526drifts%253Dlibrary-default%252Cddof',
    '?step%3D5%26drifts%3Dlibrary-default%2Cddof',
    '?step=5;drifts=library-default,ddof',
    '??step=5&drifts=library-default,ddof',
    '?step=5?drifts=library-default,ddof',
    '?STEP=5&Drifts=Library-Default,DDOF',
    '?step=5&drifts=library-default,ddof.',
    '?step=5&drifts=library-default,ddof),',
    '?step=5&drifts=“library-default,ddof”',
    '?"step"="5"&\'drifts\'=[library-default,ddof]',
    '?step=5&drifts=library-default,+ddof',
    '?step=%205&drifts=ddof%20library-default%0A',
    '?step=5&drifts=library-default,,ddof,',
    '?step=5&drifts=library-default&drifts=ddof',
    '?step=5&drifts[]=library-default&drifts[]=ddof',
    '?step=5&step=5&drifts=library-default,ddof',
    '?step=5&drift=library-default,ddof',
    '?ｓｔｅｐ=５&drifts=library-default，ddof',
    '?step=5%E2%80%8B&drifts=library-%C2%ADdefault%E2%80%8B,ddof',
    '?utm_source=mail?step=5&amp;drifts=library-default,ddof',
    '?utm_source=mail%26step=5&drifts=library-default,ddof'
  ])('%s is read', (search) => {
    expect(parseAddress(search)).toEqual(SHOWN);
  });

  it.each([
    ['?step=2&step=5', '“step” is “2 & 5”, '],
    ['?STEP=nine', '“step” is “nine”, '],
    ['?step=5+(see+there)', '“step” is “5 (see there)”, '],
    ['?amp;drifts=library', '“drifts” is “library”, '],
    ['?STEP=3&amp;drifts=library', '“drifts” is “library”, '],
    ['?drifts=<img src=x onerror=alert(1)>', '“drifts” is “<img src=x onerror=alert(1)>”, '],
    ['?step=%E0%A4%A', '“step” is “'],
    ['?drifts=.', '“drifts” is “.”, '],
    ['?drifts=%7F%E2%80%AE%F0%9F%92%A9%EE%80%80', '“drifts” is “💩”, '],
    ['?step=%FF', '“step” is “\ufffd”, ']
  ])('%s is refused, and never ignored', (search, beginning) => {
    const place = parseAddress(search);
    expect(place).toMatchObject({ ok: false, message: expect.stringContaining(beginning) as unknown });
  });

  it('is read or refused, whatever stands around its words', () => {
    const mark = fc.constantFrom(
      '',
      '.',
      ',',
      ')',
      '(',
      '"',
      '“',
      '”',
      '%20',
      '+',
      '%E2%80%8B',
      '`',
      '*',
      '>',
      '!'
    );
    const joint = fc.constantFrom(
      '&',
      '&amp;',
      '&amp%3B',
      '%26',
      '%2526',
      ';',
      '&&',
      '?',
      '&amp;amp;',
      '&%20'
    );
    const is = fc.constantFrom('=', '%3D', '%253D', '%20=', '=%20');
    const letters = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.replace(/^./, (first) => first.toUpperCase()),
      (text) =>
        text.replace(/[a-z]/g, (char) => encodeURIComponent(String.fromCharCode(char.charCodeAt(0) + 0xfee0)))
    );
    fc.assert(
      fc.property(
        place,
        mark,
        mark,
        joint,
        is,
        letters,
        ({ step: goal, drifts }, before, after, joint, is, write) => {
          fc.pre(goal > 0 && drifts.length > 0);
          const step = `${write('step')}${is}${goal}`;
          const search = `?${before}${step}${after}${joint}${write('drifts')}${is}${before}${drifts.map(write).join()}${after}`;
          expect(parseAddress(search), search).toEqual({
            ok: true,
            value: { step: goal, drifts, found: [] }
          });
        }
      )
    );
  });

  it('gives way to the address as it is written, and what others have put there stays as it stands', () => {
    const state = { goal: 6, linked: { drifts: ['ddof'], found: [] } } as const;
    for (const [search, written] of [
      ['?STEP=5&amp;drifts=ddof', '?step=6&drifts=ddof'],
      ['?utm_source=a%20b+c&step=5%26drifts=ddof&fbclid', '?step=6&drifts=ddof&utm_source=a%20b+c&fbclid'],
      ['?utm_source=mail?step=5', '?step=6&drifts=ddof&utm_source=mail'],
      ['?a?step=5', '?step=6&drifts=ddof&a'],
      ['?STEP=6&amp;drifts=ddof', '?step=6&drifts=ddof'],
      ['?drifts=ddof&utm_source=mail&step=6', '?step=6&drifts=ddof&utm_source=mail']
    ] as const) {
      expect(addressWith(search, state)).toBe(written);
      expect(addressWith(written, state), 'and is written once').toBeNull();
    }
  });

  it('is not seen where others speak of addresses', () => {
    for (const search of [
      '?utm_content=step=5',
      '?next=https%3A%2F%2Fa.example%2F%3Fstep%3D5%26drifts%3Dddof',
      '?mystep=5&step_2=3&drift.s=ddof&stepdrifts=1'
    ]) {
      expect(parseAddress(search)).toEqual({ ok: true, value: START });
    }
  });
});

describe('a mangled address', () => {
  it.each(['7', '-1', '3.5', '', 'three', '03', '3 4', '1e0', 'NaN'])(
    'is refused when its step is “%s”, in a sentence that says what a step is',
    (step) => {
      expect(parseAddress(`?step=${encodeURIComponent(step)}`)).toEqual({
        ok: false,
        message: `“step” is “${step}”, but it takes a number from 0 to 6.`
      });
    }
  );

  it.each(
    ['nothing', ',', 'ddof,library', 'dd of'].flatMap((drifts) => [
      ['drifts', drifts],
      ['found', drifts]
    ])
  )('is refused when its %s are “%s”, in a sentence that names them all', (name, drifts) => {
    expect(parseAddress(`?${name}=${encodeURIComponent(drifts)}`)).toEqual({
      ok: false,
      message: `“${name}” is “${drifts}”, but it takes any of ${DRIFT_IDS.join(', ')}, with commas between them.`
    });
  });

  it('is refused as a whole, and quoted no further than helps', () => {
    const result = parseAddress(`?step=2&drifts=${'x'.repeat(5000)}`);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.message.length).toBeLessThan(300);
  });

  it('never breaks the page, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (step, drifts) => {
        for (const search of [
          `?${step}`,
          `?step=${step}&drifts=${drifts}`,
          `?step=${encodeURIComponent(step.toWellFormed())}`
        ]) {
          const result = parseAddress(search);
          if (result.ok) expect(STEPS).toContain(result.value.step);
          else expect(result.message).toMatch(/\.$/);
        }
      }),
      { numRuns: 60 }
    );
  });
});
