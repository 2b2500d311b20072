import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRIFT_IDS, orderedDrifts } from '$lib/experiment';
import { STEPS } from '$lib/lesson';
import { addressOf, parseAddress } from '$lib/views';

const START = { step: 0, drifts: [] } as const;

const place = fc.record({
  goal: fc.constantFrom(...STEPS),
  drifts: fc.uniqueArray(fc.constantFrom(...DRIFT_IDS)).map(orderedDrifts)
});

describe('the address', () => {
  it('is bare at the start, and says only what is not as at the start', () => {
    expect(addressOf({ goal: 0, drifts: [] })).toBe('');
    expect(addressOf({ goal: 3, drifts: [] })).toBe('?step=3');
    expect(addressOf({ goal: 0, drifts: ['ddof'] })).toBe('?drifts=ddof');
    expect(addressOf({ goal: 6, drifts: ['library-default', 'more-epochs'] })).toBe(
      '?step=6&drifts=library-default,more-epochs'
    );
  });

  it('leads back to every place', () => {
    fc.assert(
      fc.property(place, ({ goal, drifts }) => {
        expect(parseAddress(addressOf({ goal, drifts }))).toEqual({
          ok: true,
          value: { step: goal, drifts }
        });
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
      value: { step: 2, drifts: [] }
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
      expect(parseAddress(`?drifts=${text}`)).toEqual({ ok: true, value: { step: 0, drifts } });
    }
  });
});

describe('a mangled address', () => {
  it.each(['7', '-1', '3.5', '', 'three', '03', ' 3', '1e0', 'NaN', '３'])(
    'is refused when its step is “%s”, in a sentence that says what a step is',
    (step) => {
      expect(parseAddress(`?step=${encodeURIComponent(step)}`)).toEqual({
        ok: false,
        message: `“step” is “${step}”, but it takes a number from 0 to 6.`
      });
    }
  );

  it.each(['nothing', 'ddof,', 'ddof,,float32', 'DDOF', 'ddof float32'])(
    'is refused when its drifts are “%s”, in a sentence that names them all',
    (drifts) => {
      expect(parseAddress(`?drifts=${encodeURIComponent(drifts)}`)).toEqual({
        ok: false,
        message: `“drifts” is “${drifts}”, but it takes any of ${DRIFT_IDS.join(', ')}, with commas between them.`
      });
    }
  );

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
