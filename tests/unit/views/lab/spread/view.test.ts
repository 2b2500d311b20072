import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { NOTHING_RUN } from '$lib/machine/lab/spread/runs';
import { spreadCsv } from '$lib/views/lab/spread/csv';
import { pileRows, runPage } from '$lib/views/lab/spread/tables';
import { timeText } from '$lib/views/lab/spread/text';
import { spreadView } from '$lib/views/lab/spread/view';
import { realRun } from '../../../machine/fake-trainer';
import { piled, spreadState } from './spreads';

const lesson = realRun(BASELINE).record;

describe('what is said', () => {
  const sentencesOf = (state: Parameters<typeof spreadState>[0]) =>
    spreadView(spreadState({ work: { at: 'done', result: null }, ...state }), lesson, {}).sentences;

  it('of everything pinned: one digest, or that something is not named', () => {
    const same = piled([85, 85, 85], { varies: 'nothing' }, [7, 7, 7]);
    expect(sentencesOf({ experiment: 'pinned', runs: [same] })[0]).toMatch(
      /^3 runs of one manifest gave 1 digest: 85%/
    );
    const broken = piled([85, 85], { varies: 'nothing' }, [7, 8]);
    expect(sentencesOf({ experiment: 'pinned', runs: [broken] })[0]).toMatch(
      /gave 2 different digests\. So the results differ from run to run.*deterministic algorithms/
    );
  });

  it('of the seed: how far luck reaches', () => {
    expect(sentencesOf({ experiment: 'seed', runs: [piled([80, 85, 91])] })[0]).toBe(
      'With only the seed forgotten, 3 runs gave 3 different digests and anything from 80% to 91%: a difference of 11 points by luck alone.'
    );
  });

  it('of the lucky seed: that the luck did not last, or that it did', () => {
    const after = (lucky: number[]) => [
      piled([85, 90], { id: 'seeds' }),
      piled(lucky, { id: 'lucky', varies: 'split' }),
      piled([82, 83, 83], { id: 'honest', varies: 'split' })
    ];
    expect(sentencesOf({ experiment: 'lucky', runs: after([80, 82, 84]) })[0]).toMatch(
      /scored 90% here, but its median on 3 fresh splits is 82%, beside 83% .*: the luck did not last\.$/
    );
    expect(sentencesOf({ experiment: 'lucky', runs: after([90, 91]) })[0]).toMatch(/the luck lasted\.$/);
  });

  it('of a choice of one’s own, and nothing before it is done', () => {
    const runs = [piled([80, 85], { id: 'on', drift: 'library-default' })];
    expect(sentencesOf({ experiment: 'own', runs })[0]).toMatch(
      /^With library default: 2 runs gave 2 different digests/
    );
    expect(sentencesOf({ work: { at: 'running', progress: null }, experiment: 'own', runs })).toEqual([]);
  });

  it('of how the lesson’s own run was picked, with no number that was not computed', () => {
    const note = (known: Parameters<typeof spreadView>[2]) =>
      spreadView(NOTHING_RUN, lesson, known).note.join(' ');
    expect(note({})).toMatch(
      /picked .* after we had seen the test accuracy\. So its 85% is probably a little higher/
    );
    expect(note({})).toMatch(/show how typical it is/);
    expect(note({ seeds: piled([84, 86, 88]) })).toMatch(/3 runs .* a median of 86%/);
    // Splits can be tried with the lesson's seed, or with the one that nobody picked: their medians are not the same.
    for (const seed of [1, 2]) {
      expect(note({ splits: piled([80, 82, 84], { seed, varies: 'split' }) })).toContain(
        `On fresh splits, 3 runs with seed ${seed} have a median of 82%, and nine in ten lie from 80% to 84%.`
      );
    }
    expect(spreadView(NOTHING_RUN, null, {}).note.join(' ')).not.toMatch(/\d/);
  });

  it('of runs that gave no model', () => {
    const [series] = spreadView(
      spreadState({ work: { at: 'done', result: null }, runs: [piled([85, null, null])] }),
      lesson,
      {}
    ).series;
    expect(series!.refused).toMatch(/^2 runs gave no model/);
  });

  it('of the time that is left, never too little', () => {
    expect([0.2, 1.2, 89.5, 100, 121].map(timeText)).toEqual([
      '1 second',
      '2 seconds',
      '2 minutes',
      '2 minutes',
      '3 minutes'
    ]);
  });
});

describe('tables and file', () => {
  const runs = piled([85, 84, null, 85]);

  it('tells the piles with their shares', () => {
    expect(pileRows(runs)).toEqual([
      { accuracy: '84%', count: '1', share: '33.3%', upTo: '33.3%' },
      { accuracy: '85%', count: '2', share: '66.7%', upTo: '100%' }
    ]);
  });

  it('shows the runs page by page, and never a page that is not there', () => {
    expect(runPage(runs, 7, lesson)).toMatchObject({
      first: 0,
      shown: 'Runs 1 to 4 of 4',
      earlier: false,
      later: false
    });
    const many = runPage(piled(Array.from({ length: 45 }, () => 80)), 1, lesson);
    expect(many).toMatchObject({ first: 20, shown: 'Runs 21 to 40 of 45', earlier: true, later: true });
    expect(many.rows[0]).toMatchObject({ seed: '21', accuracy: '80%', same: false });
  });

  it('writes seed, accuracy and digest of every run that gave a model', () => {
    const lines = spreadCsv([runs]).split('\r\n');
    expect(lines[0]).toBe('seed,accuracy,digest,split,drift,part');
    expect(lines.slice(1, -1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['1', '0.85'],
      ['2', '0.84'],
      ['4', '0.85']
    ]);
    expect(lines[1]!.split(',')[2]).toMatch(/^[0-9a-f]{64}$/);
    expect(lines[4]).toBe('');
  });
});
