import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { receiptOf } from '$lib/experiment/receipt';
import { judge } from '$lib/receipt';
import { train } from '$lib/trainer';
import { pythonCheckView, type Rerun } from '$lib/views/verify/python';
import { withFields } from '../../trainer/manifests';
import { penguins } from '../../trainer/penguins';

const quick = train(withFields({ 'code.epochs': 1 }, BASELINE), penguins).record;
const other = train(withFields({ 'code.epochs': 2 }, BASELINE), penguins).record;
const receipt = receiptOf(quick);
const view = (browser: Rerun | undefined, python: Rerun, of = receipt) =>
  pythonCheckView(of, browser, python, judge(of, python));

describe('the check in Python', () => {
  it('agrees with the browser’s trainer, or does not', () => {
    expect(view(quick, quick)).toMatchObject({
      holds: true,
      notes: [expect.stringContaining('same result')]
    });
    expect(view(other, quick)).toMatchObject({ holds: true, notes: [expect.stringContaining('different')] });
    expect(view(undefined, other)).toMatchObject({
      holds: false,
      notes: [expect.stringContaining('not run')]
    });
    expect(view(null, null).rows[1]).toMatchObject({ browser: 'no result', python: 'no result' });
    expect(view(null, null)).toMatchObject({ holds: false, notes: [expect.stringContaining('same result')] });
    expect(view(null, quick).notes).toEqual([expect.stringContaining('different')]);
  });

  it('leaves open what platforms differ in, and says why', () => {
    const manifest = withFields({ 'environment.math': 'platform' }, receipt.manifest);
    const made = view(quick, other, { ...receipt, manifest });
    expect(made.holds).toBeNull();
    expect(made.notes).toEqual([expect.any(String), expect.stringContaining('MicroPython')]);
  });
});
