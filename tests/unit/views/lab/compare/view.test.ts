import { describe, expect, it } from 'vitest';
import { labWords } from '$lib/lesson/lab';
import { compareView, pendingText } from '$lib/views/lab/compare/view';
import { pairFacts } from '$lib/views/lab/compare/pair';
import { PAIRS, pairNamed } from './compared-runs';

describe('the verdict', () => {
  it.each([
    ['nothing', 'identical', 'Identical: 85% then, 85% later, and every bit is the same'],
    ['bits', 'equivalent', 'Equivalent: 85% then, 85% later, and every answer is the same'],
    ['reversed', 'same-score', 'Same score: 85% then, 85% later, but not the same answers'],
    ['l2', 'mismatch', 'Mismatch: 85% then, 71% later'],
    ['labels', 'identical', 'Identical model, other exam: 85% then, 90% later'],
    ['bitsAndLabels', 'equivalent', 'Equivalent model, other exam: 85% then, 90% later']
  ] as const)('names the rung and both scores: %s', (name, kind, headline) => {
    const view = compareView(pairNamed(name));
    expect(view.headline).toBe(headline);
    expect(view.rungs.filter(({ here }) => here).map((rung) => rung.kind)).toEqual([kind]);
    expect(view.matches).toBe(kind === 'identical' || kind === 'equivalent');
  });

  it('stands on one rung of four, from the strictest down, two of which are a match', () => {
    const { rungs } = compareView(pairNamed('l2'));
    expect(rungs.map(({ name, sign, matches }) => [name, sign, matches])).toEqual([
      ['Identical', '=', true],
      ['Equivalent', '≈', true],
      ['Same score', '≠', false],
      ['Mismatch', '≠', false]
    ]);
  });

  it('counts what differs', () => {
    expect(compareView(pairNamed('nothing')).details).toEqual([
      '0 of 100 penguins are classified differently.',
      'All 33 weights are equal, down to the last bit.'
    ]);
    expect(compareView(pairNamed('l2')).details[0]).toBe('28 of 100 penguins are classified differently.');
    expect(compareView(pairNamed('bits')).details.at(-1)).toMatch(/32 bytes of the fingerprint differ/);
  });

  it('says that results differ from run to run, where the manifests do not differ and the results do', () => {
    const pair = pairNamed('l2');
    const wayward = { ...pair, later: { ...pair.later, manifest: pair.then.manifest } };
    expect(compareView(wayward).details.at(-1)).toBe(labWords.runToRun.outcome);
    for (const { details } of [compareView(pair), compareView(pairNamed('nothing'))]) {
      expect(details).not.toContain(labWords.runToRun.outcome);
    }
  });

  it('says that the yardstick changed and not the model, when test labels were corrected', () => {
    expect(compareView(pairNamed('labels')).details[0]).toBe(
      '5 test penguins have another label now. The model gives the same answers as before; the yardstick changed, not the model.'
    );
  });

  it('says that the yardstick changed before the test sets are known, too', () => {
    const view = compareView({ ...pairNamed('labels'), testSets: { then: null, later: null } });
    expect(view.headline).toMatch(/other exam/);
    expect(view.details[0]).toMatch(/^The model gives the same answers/);
  });

  it('says that the runs were tested on other penguins', () => {
    const split = pairNamed('split');
    const { inCommon } = pairFacts(split);
    expect(inCommon).toBeGreaterThan(0);
    expect(inCommon).toBeLessThan(100);
    expect(compareView(split).details[0]).toBe(
      `Tested on other penguins: ${inCommon} in common, of 100 then and 100 later.`
    );
    expect(compareView(split).details[1]).toMatch(new RegExp(`of ${inCommon} penguins`));
    expect(compareView(pairNamed('smallerTest')).details[0]).toMatch(
      /90 in common, of 100 then and 90 later/
    );
  });

  it.each(Object.keys(PAIRS) as (keyof typeof PAIRS)[])(
    'marks the bytes that differ on the later run: %s',
    (name) => {
      const pair = pairNamed(name);
      const [then, later] = compareView(pair).runs;
      const { differingBytes } = pairFacts(pair).comparison;
      expect(then!.result.bars.filter(({ differs }) => differs)).toHaveLength(0);
      expect(later!.result.bars.flatMap(({ differs }, index) => (differs ? [index] : []))).toEqual(
        differingBytes
      );
    }
  );

  it('rounds a score that is not whole', () => {
    const [, later] = compareView(pairNamed('smallerTest')).runs;
    expect(later!.result.percent).toMatch(/^\d+(\.\d)?%$/);
    expect(later!.result.detail).toMatch(/^\d+ of 90 right$/);
  });
});

describe('what is awaited', () => {
  it('is named while there is nothing to compare', () => {
    expect(pendingText({ at: 'idle', training: null })).toMatch(/about to be trained/);
    expect(pendingText({ at: 'trainingThen', training: 'then' })).toMatch(/first run is being trained/);
    expect(pendingText({ at: 'trainingLater', training: 'later' })).toMatch(/re-run is being trained/);
    expect(pendingText({ at: 'stopped', training: null })).toMatch(/cancelled/);
    expect(pendingText({ at: 'failed', training: null })).toMatch(/failed/);
  });
});
