import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type RunRecord } from '$lib/experiment';
import { receiptOf } from '$lib/experiment/receipt';
import { judge } from '$lib/receipt';
import { train, TrainingRefused } from '$lib/trainer';
import { anyManifest, withFields } from '../trainer/manifests';
import { penguins } from '../trainer/penguins';
import { baselineReceipt } from './receipts';

const { result } = baselineReceipt;
const other = result.predictionsDigest;

describe('judge', () => {
  it('says of two real runs on the same test rows what compare says, who sees every prediction', () => {
    const data = withFields({}).data;
    fc.assert(
      fc.property(anyManifest, anyManifest, (a, b) => {
        const trained = (manifest: typeof a): RunRecord => train({ ...manifest, data }, penguins).record;
        try {
          const [then, later] = [trained(a), trained(b)];
          const { kind, differingBytes } = judge(receiptOf(then), later);
          const compared = compare(then, later);
          expect({ kind, differingBytes }).toEqual({
            kind: compared.kind,
            differingBytes: compared.differingBytes
          });
        } catch (error) {
          if (!(error instanceof TrainingRefused)) throw error;
        }
      }),
      { numRuns: 30 }
    );
  });

  it('finds every run identical to itself', () => {
    expect(judge(baselineReceipt, result)).toEqual({
      kind: 'identical',
      differs: [],
      same: ['accuracy', 'weights', 'predictions'],
      differingBytes: []
    });
  });

  it.each([
    ['equivalent', { digest: other }, ['weights']],
    ['same-score', { predictionsDigest: result.digest }, ['predictions']],
    ['same-score', { digest: other, predictionsDigest: result.digest }, ['weights', 'predictions']],
    ['mismatch', { accuracy: { correct: 84, total: 100 } }, ['accuracy']],
    ['mismatch', { accuracy: { correct: 85, total: 99 } }, ['accuracy']]
  ] as const)('is %s where the re-run has %j', (kind, changes, differs) => {
    expect(judge(baselineReceipt, { ...result, ...changes })).toMatchObject({ kind, differs });
  });
});
