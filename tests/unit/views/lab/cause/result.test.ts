import { describe, expect, it } from 'vitest';

import { PAIR, type Criterion } from '$lib/experiment/lab';
import { withLater, type LabSetup } from '$lib/machine/lab';
import { CAUSE_EXAMPLES } from '$lib/machine/lab/cause/examples';
import { repairedManifest } from '$lib/machine/lab/cause/repair';
import { causeResult } from '$lib/views/lab/cause/result';
import { foundBy, labWith, setupOf } from './searches';

const [one, several, pair] = CAUSE_EXAMPLES.map(({ setup }) => setup) as [LabSetup, LabSetup, LabSetup];

async function resultOf(setup: LabSetup, criterion: Criterion = 'predictions', tolerance = 0) {
  const search = await foundBy(setup, criterion, tolerance);
  return causeResult(search, setup.drifts, true, labWith(setup, criterion, tolerance))!;
}

describe('what a search has found', () => {
  it('is told as causes, repair and harmless rest', async () => {
    const view = await resultOf(several);
    expect(view.title).toBe('3 causes found');
    expect(view.cards.map(({ title, tag, parts }) => [title, tag, parts.map(({ name }) => name)])).toEqual([
      ['Cause 1', 'breaks by itself', ['epochs']],
      ['Cause 2', 'breaks by itself', ['l2']],
      ['Cause 3', 'breaks by itself', ['rows reversed']]
    ]);
    expect(view.repair?.text).toBe(
      'Put back epochs, l2, and rows reversed, and what is left does no harm. Leave out any one of these 3, and it is still broken.'
    );
    expect(view.harmless?.changes.map(({ name }) => name)).toEqual([
      'comment',
      'environment',
      'library version',
      'host name',
      'time zone',
      'user'
    ]);
    expect(view.action).toEqual({ label: 'Put these back', does: 'put-back' });
  });

  it('counts the real retrainings, and what trying everything would take', async () => {
    const search = await foundBy(one);
    const view = await resultOf(one);
    expect(view.effort).toContain(`Found with ${search.probes.length} real retrainings.`);
    expect(view.effort).toContain('128 ways');
  });

  it('explains a pair that matters only together: putting back one of it is enough', async () => {
    const { cards, repair } = await resultOf(pair);
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ kind: 'together', tag: 'only together' });
    expect(cards[0]?.why).toMatch(/^Neither of the two/);
    expect(cards[0]?.parts.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['batch size', '16', '17'],
      ['learning rate', '0.3', '0.29']
    ]);
    expect(repair?.text).toBe(
      'Put back batch size, and what is left does no harm. ' +
        'Putting back learning rate instead of batch size repairs it too: that was tried with everything outside this cause put back as well.'
    );
  });

  it('says that either of a pair repairs where the probes have shown it', async () => {
    const { repair } = await resultOf(setupOf(...PAIR));
    expect(repair?.text).toBe(
      'Put back either one of batch size and learning rate: each of them is enough, and what is left does no harm.'
    );
  });

  it('says of no other repair where a cause breaks by itself', async () => {
    expect((await resultOf(one)).repair?.text).toBe('Put back l2, and what is left does no harm.');
  });

  it('names the drift that a part came from, and what to do about it', async () => {
    const [card] = (await resultOf(one)).cards;
    expect(card?.parts[0]?.drift).toMatchObject({
      name: 'From the drift “library default”.',
      advice: { lead: 'Lock it' }
    });
  });

  it('names no drift where the field was set by hand', async () => {
    const [card] = (await resultOf({ then: {}, drifts: [], later: { 'code.l2': 0.01 } })).cards;
    expect(card?.parts[0]).toMatchObject({ name: 'l2', drift: null });
  });

  it('says so when nothing is harmless', async () => {
    const view = await resultOf({ then: {}, drifts: [], later: { 'code.l2': 0.01 } });
    expect(view.harmless).toEqual({ text: 'None: every difference is part of a cause.', changes: [] });
  });

  it('says what counted as broken, with the tolerance where it counts', async () => {
    expect((await resultOf(one, 'score', 5)).measure).toBe(
      'Counted as broken: “The score differs by more than 5 points”.'
    );
    expect((await resultOf(one, 'bits')).measure).toBe('Counted as broken: “Any bit differs”.');
  });

  it('depends on the measure: by bits each of the pair breaks alone', async () => {
    expect((await resultOf(pair, 'bits')).cards.map(({ kind }) => kind)).toEqual(['alone', 'alone']);
  });

  it('is that there is no cause, or none among the differences', async () => {
    const search = await foundBy(one);
    const view = (kind: 'unbroken' | 'always-broken') =>
      causeResult({ ...search, result: { kind, probes: 2 } }, [], true, labWith(one))!;
    expect(view('unbroken')).toMatchObject({ title: 'No cause', cards: [], repair: null, action: null });
    expect(view('always-broken').none).toMatch(
      /none of these differences, and results differ from run to run.*deterministic algorithms/
    );
  });
});

describe('a result that no longer fits', () => {
  it('says that it was put back, as long as it is, and lets that be undone', async () => {
    const search = await foundBy(several);
    const back = labWith(withLater(several, repairedManifest(search)!));
    expect(back.comparison?.kind).toBe('identical');
    const view = causeResult(search, several.drifts, false, back)!;
    expect(view.notice).toEqual({ kind: 'put-back', text: 'Put back: epochs, l2, and rows reversed.' });
    expect(view.action).toEqual({ label: 'Undo putting back', does: 'return' });
  });

  it('is marked as an earlier one otherwise, with a way back', async () => {
    const search = await foundBy(several);
    const view = causeResult(search, several.drifts, false, labWith(setupOf('ddof')))!;
    expect(view.notice?.kind).toBe('earlier');
    expect(view.action).toEqual({ label: 'Back to that setup', does: 'return' });
  });
});
