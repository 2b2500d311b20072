import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeCase, keysOf, LEVELS } from '$lib/experiment/case';
import { CATALOGUE } from '$lib/experiment/lab';
import { caseAt, CASE_START, HINTS, openedCase, type CasePlace, type CaseSource } from '$lib/machine/case';
import { caseAddressOf, caseAddressWith, namesCase, parseCaseAddress } from '$lib/views/case/address';

const drawn = fc.record({
  kind: fc.constant('drawn' as const),
  level: fc.constantFrom(...LEVELS),
  number: fc.integer({ min: 1, max: 9999 })
});

const chosen = fc
  .subarray(
    CATALOGUE.map(({ id }) => id),
    { minLength: 1, maxLength: 8 }
  )
  .filter(canBeCase)
  .map((drifts): CaseSource => ({ kind: 'chosen', drifts }));

const places = fc.oneof(drawn, chosen).chain((source): fc.Arbitrary<CasePlace> => {
  const keys = [...keysOf(openedCase(source))];
  const some = fc.subarray(keys, { minLength: 1 });
  return fc.record({
    source: fc.constant(source),
    steps: fc.array(fc.record({ does: fc.constantFrom('try' as const, 'name' as const), keys: some }), {
      maxLength: 6
    }),
    selection: fc.subarray(keys),
    hints: fc.integer({ min: 0, max: HINTS }),
    advice: fc.array(
      fc.record({
        key: fc.constantFrom(...keys),
        kind: fc.constantFrom('pin' as const, 'lock' as const, 'record' as const, 'test' as const)
      }),
      { maxLength: 4 }
    )
  });
});

describe('the address of a case', () => {
  it('carries everything that was done in it', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(parseCaseAddress(caseAddressOf(place))).toEqual({ ok: true, value: place });
      }),
      { numRuns: 200 }
    );
  });

  it('is read, or refused with a sentence, whatever it is', () => {
    const parameter = fc.constantFrom('level', 'case', 'drifts', 'tries', 'next', 'hints', 'advice');
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '99', 't3,n64', '-1', '1e9', '1-pin', '9-lock', '')
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(parameter, value), { maxLength: 5 }), (pairs) => {
        const search = pairs.map(([name, given]) => `${name}=${encodeURIComponent(given)}`).join('&');
        const read = parseCaseAddress(`?${search}`);
        if (read.ok) expect(parseCaseAddress(caseAddressOf(read.value))).toEqual(read);
        else expect(read.message).toMatch(/^“.+” is “.*”, but it takes .+\.$/s);
      })
    );
  });

  it.each([
    ['?level=7', /^“level” is “7”, but it takes a level from 1 to 6\.$/],
    ['?level=2&case=0', /^“case” is “0”, but it takes the number of a case, from 1 to 9999\.$/],
    ['?drifts=learning-rate,learning-rate-5', /^“drifts” is .*no two of which set the same field\.$/],
    ['?drifts=cosmic-rays', /^“drifts” is “cosmic-rays”/],
    ['?level=1&tries=t8', /^“tries” is “t8”/],
    ['?level=1&advice=4-pin', /^“advice” is “4-pin”/]
  ])('%s is refused', (search, message) => {
    const read = parseCaseAddress(search);
    expect(!read.ok && read.message).toMatch(message);
  });

  it('is found in other hands: in capitals, with marks around it, beside the parameters of others', () => {
    const read = parseCaseAddress('?utm_source=x&amp;Level=3&CASE=12.');
    expect(read).toEqual({ ok: true, value: caseAt({ kind: 'drawn', level: 3, number: 12 }) });
    expect(namesCase('?utm_source=x')).toBe(false);
    expect(caseAddressWith('?utm_source=x', caseAt({ kind: 'drawn', level: 3, number: 12 }))).toBe(
      '?level=3&case=12&utm_source=x'
    );
  });

  it('stays as it is where there is nothing to say', () => {
    expect(caseAddressWith('', CASE_START)).toBeNull();
    expect(caseAddressWith('?level=nine', CASE_START)).toBeNull();
  });
});
