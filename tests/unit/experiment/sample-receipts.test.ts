import { expect, it } from 'vitest';
import { FIRST_CLAIM, FORGED_CLAIM, SECOND_CLAIM } from '$lib/experiment/sample-receipts';
import { judge } from '$lib/receipt';
import { train } from '$lib/trainer';
import { penguins } from '../trainer/penguins';

it.each([
  ['the first run', FIRST_CLAIM, 'identical'],
  ['its re-run', SECOND_CLAIM, 'identical'],
  ['the forged one', FORGED_CLAIM, 'other-accuracy']
] as const)('the claim of %s comes out as its page says', (_, claim, finding) => {
  expect(judge(claim, train(claim.manifest, penguins).record).finding).toBe(finding);
});
