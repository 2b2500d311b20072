import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conflicting } from '$lib/experiment/lab';
import { differencesOf, middle, SIZES } from '$lib/machine/cost/plan';

it('differences are as many as were wanted, can be there together, and are the same for the same draw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SIZES), fc.nat(999), (size, draw) => {
      const drifts = differencesOf(size, draw);
      expect(new Set(drifts).size).toBe(size);
      for (const one of drifts)
        for (const other of drifts) expect(one !== other && conflicting(one, other)).toBe(false);
      expect(differencesOf(size, draw)).toEqual(drifts);
    })
  );
});

it('the middle of some numbers is one of them, with as many below as above', () => {
  expect(middle([9, 1, 5])).toBe(5);
  expect(middle([4, 1, 3, 2])).toBe(2);
  expect(middle([7])).toBe(7);
});
