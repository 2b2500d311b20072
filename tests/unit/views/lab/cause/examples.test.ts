import { describe, expect, it } from 'vitest';
import { isBroken } from '$lib/experiment/lab';
import { NOTHING_DIFFERS, pairOf, toggledDrift } from '$lib/machine/lab';
import { CAUSE_EXAMPLES } from '$lib/machine/lab/cause/examples';
import { repairedManifest } from '$lib/machine/lab/cause/repair';
import { causeExamples } from '$lib/views/lab/cause/examples';
import { realRun } from '../../../machine/fake-trainer';
import { foundBy, setupOf } from './searches';

const example = (id: string) => CAUSE_EXAMPLES.find((each) => each.id === id)!;

const HARMLESS = [
  'code.comment',
  'environment.name',
  'environment.library',
  'environment.host',
  'environment.timeZone',
  'environment.user'
];

describe('the ready examples, searched with the real trainer', () => {
  it.each([
    ['one', [['code.l2']], ['code.l2']],
    [
      'several',
      [['code.epochs'], ['code.l2'], ['data.edits:rows-reversed']],
      ['code.epochs', 'code.l2', 'data.edits:rows-reversed']
    ],
    ['pair', [['code.batchSize', 'code.learningRate']], ['code.batchSize']]
  ])('have the causes that they promise: %s', async (id, groups, repair) => {
    const { setup, criterion } = example(id);
    const search = await foundBy(setup, criterion);
    const { result } = search;
    if (result?.kind !== 'found') throw new Error('nothing was found');
    const keys = (changes: readonly { key: string }[]) => changes.map(({ key }) => key);
    expect(result.groups.map(keys)).toEqual(groups);
    expect(keys(result.repair)).toEqual(repair);
    expect(keys(result.harmless)).toEqual(HARMLESS);
    expect(result.probes).toBe(search.probes.length);
  });

  it.each(CAUSE_EXAMPLES)('are repaired by what is put back: $id', async ({ setup, criterion }) => {
    const search = await foundBy(setup, criterion);
    const { then, later } = pairOf(setup);
    const reference = realRun(then).record;
    expect(isBroken(criterion, reference, realRun(later).record)).toBe(true);
    expect(isBroken(criterion, reference, realRun(repairedManifest(search)!).record)).toBe(false);
  });

  it.each(CAUSE_EXAMPLES)('can be set up by hand: $id', ({ setup }) => {
    const byHand = setup.drifts.toReversed().reduce(toggledDrift, NOTHING_DIFFERS);
    expect(byHand).toEqual(setup);
  });
});

describe('the choice of examples', () => {
  it('says which one is set up, if one is', () => {
    const shown = (setup: Parameters<typeof causeExamples>[0]['setup']) =>
      causeExamples({ setup })
        .filter((each) => each.shown)
        .map(({ name }) => name);
    expect(shown(example('pair').setup)).toEqual(['Two that matter only together']);
    expect(shown(setupOf('ddof'))).toEqual([]);
  });
});
