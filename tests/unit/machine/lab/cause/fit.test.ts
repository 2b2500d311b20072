import { describe, expect, it } from 'vitest';
import { LAB_START } from '$lib/machine/lab';
import { CAUSE_EXAMPLES } from '$lib/machine/lab/cause/examples';
import { fitsSetup } from '$lib/machine/lab/cause/fit';
import { labWith, searched } from '../../../views/lab/cause/searches';

const several = CAUSE_EXAMPLES[1]!.setup;
const pair = CAUSE_EXAMPLES[2]!.setup;

describe('whether a search is about what is set up', () => {
  it('is decided by the two runs and the measure', async () => {
    const [state] = await searched(pair, 'score', 0);
    const lab = labWith(pair, 'score', 0);
    expect(fitsSetup(state!.question, lab)).toBe(true);
    expect(fitsSetup(state!.question, { ...lab, criterion: 'bits' })).toBe(false);
    expect(fitsSetup(state!.question, { ...lab, tolerance: 1 })).toBe(false);
    expect(fitsSetup(state!.question, labWith(several, 'score'))).toBe(false);
    expect(fitsSetup(null, { ...lab, ...LAB_START })).toBe(false);
  });

  it('takes the tolerance only where it counts', async () => {
    const [state] = await searched(pair, 'predictions', 0);
    expect(fitsSetup(state!.question, { ...labWith(pair), tolerance: 5 })).toBe(true);
  });
});
