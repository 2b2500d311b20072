import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type RunRecord } from '$lib/experiment';
import { receiptOf, type ResultPart } from '$lib/experiment/receipt';
import { judge } from '$lib/receipt';
import { EXIT_CODES } from '$lib/receipt/verdict';
import { train, TrainingRefused } from '$lib/trainer';
import { anyManifest, withFields } from '../trainer/manifests';
import { penguins } from '../trainer/penguins';
import { baselineReceipt } from './receipts';
import { forge, receiptOfCase, trained, VERDICT_CASES } from './verdicts';

const { result } = baselineReceipt;
const PLATFORM = withFields({ 'environment.math': 'platform' });

describe('judge', () => {
  it.each(VERDICT_CASES)('concludes from a claim that is $name: $outcome', (one) => {
    const receipt = receiptOfCase(one);
    const { finding, outcome, differs } = judge(receipt, trained(receipt.manifest));
    expect({ finding, outcome, differs }).toEqual({
      finding: one.finding,
      outcome: one.outcome,
      differs: one.differs
    });
    expect(EXIT_CODES[outcome]).toBe(one.exit);
  });

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

  it('believes no claim of portable math of which any part is forged', () => {
    const parts = fc.subarray<ResultPart>(['accuracy', 'weights', 'predictions']);
    fc.assert(
      fc.property(parts, fc.constantFrom(baselineReceipt.manifest, PLATFORM), (forged, manifest) => {
        const { outcome, kind, differs, same } = judge({ manifest, result: forge(result, forged) }, result);
        expect(new Set(differs)).toEqual(new Set(forged));
        expect([...differs, ...same].sort()).toEqual(['accuracy', 'predictions', 'weights']);
        expect(outcome === 'same').toBe(forged.length === 0);
        if (manifest !== PLATFORM && forged.length > 0) expect(outcome).toBe('refuted');
        if (kind === 'identical') expect(outcome).toBe('same');
      })
    );
  });

  it('finds every run identical to itself', () => {
    expect(judge(baselineReceipt, result)).toEqual({
      outcome: 'same',
      finding: 'identical',
      kind: 'identical',
      differs: [],
      same: ['accuracy', 'weights', 'predictions'],
      differingBytes: []
    });
  });

  it.each<[kind: string | null, forged: ResultPart[]]>([
    ['equivalent', ['weights']],
    ['same-score', ['weights', 'predictions']],
    ['mismatch', ['accuracy', 'weights', 'predictions']],
    // No two runs can differ like this.
    [null, ['predictions']],
    [null, ['accuracy']],
    [null, ['accuracy', 'weights']]
  ])('has the ladder at %s where a claim has forged %j', (kind, forged) => {
    const receipt = { ...baselineReceipt, result: forge(result, forged) };
    expect(judge(receipt, result).kind).toBe(kind);
    expect(judge({ ...receipt, manifest: PLATFORM }, result).kind).toBe(kind);
  });
});
