import { describe, expect, it } from 'vitest';
import { labWords } from '$lib/lesson/lab';
import { questionView } from '$lib/views/lab/cause/question';
import { labWith, setupOf } from './searches';
import { saying } from '../../../trainer/saying';

const words = labWords.cause;
const fares = (state: Parameters<typeof questionView>[0]) =>
  Object.fromEntries(questionView(state).criteria.map(({ criterion, broken }) => [criterion, broken]));
const reasons = (state: Parameters<typeof questionView>[0]) =>
  questionView(state).obstacle?.reasons.map((reason) => reason.split(':')[0]);

describe('what counts as still broken', () => {
  it('tells how the two runs fare by each measure, with what was measured', () => {
    const { criteria, obstacle, differences } = questionView(labWith(setupOf('library-default')));
    expect(criteria.map(({ name, state, now }) => [name, state, now])).toEqual([
      ['Any bit differs', 'broken', 'the digests differ'],
      ['Any prediction differs', 'broken', '28 predictions differ'],
      ['The score differs', 'broken', '85% then, 71% later']
    ]);
    expect(obstacle).toBeNull();
    expect(differences).toMatch(/^The two runs differ in 2 things/);
  });

  it('is not known before both runs are', () => {
    const state = { ...labWith(setupOf('library-default')), later: null, comparison: null };
    expect(fares(state)).toEqual({ bits: null, predictions: null, score: null });
    expect(questionView({ ...state, at: 'trainingLater' }).obstacle?.text).toBe(words.waiting.training);
    expect(questionView({ ...state, at: 'stopped' }).obstacle?.text).toBe(words.waiting.stopped);
  });

  it('counts a re-run that the trainer refuses as broken', () => {
    const state = {
      ...labWith(setupOf('library-default')),
      later: null,
      comparison: null,
      at: 'failed' as const,
      failure: { run: 'later' as const, kind: 'refused' as const, reason: saying('no rows are left') }
    };
    expect(fares(state)).toEqual({ bits: true, predictions: true, score: true });
    expect(questionView(state).obstacle).toBeNull();
  });

  it('says that other penguins were tested, where they were', () => {
    const [, predictions] = questionView(labWith(setupOf('split-seed'))).criteria;
    expect(predictions).toMatchObject({ broken: true, now: 'they are tested on other penguins' });
  });
});

describe('a tolerance', () => {
  it('is asked for only where scores are measured', () => {
    expect(questionView(labWith(setupOf('ddof'))).tolerance).toBeNull();
    expect(questionView(labWith(setupOf('ddof'), 'score', 2)).tolerance).toEqual({ points: 2, most: 20 });
  });

  it('decides from which difference of scores on the run is broken', () => {
    const within = (points: number) => fares(labWith(setupOf('library-default'), 'score', points)).score;
    expect([13.5, 14].map(within)).toEqual([true, false]);
  });
});

describe('what stands in the way of a search', () => {
  it('is that nothing differs', () => {
    const { obstacle, differences } = questionView(labWith(setupOf()));
    expect(obstacle?.text).toBe(words.nothing);
    expect(differences).toBe('');
  });

  it('is that nothing is broken by the chosen measure, although it is by a stricter one', () => {
    const state = labWith(setupOf('ddof'));
    expect(questionView(state).obstacle?.text).toMatch(/^By this measure nothing is broken/);
    expect(reasons(state)).toEqual(['Any bit differs']);
    expect(questionView({ ...state, criterion: 'bits' }).obstacle).toBeNull();
  });

  it('is that the scores are within the tolerance, with all that this hides', () => {
    expect(reasons(labWith(setupOf('library-default'), 'score', 20))).toEqual([
      'Any bit differs',
      'Any prediction differs'
    ]);
  });

  it('is that the model is the same to the bit, although its score is not', () => {
    expect(reasons(labWith(setupOf('test-labels-corrected'), 'bits'))).toEqual(['The score differs']);
  });

  it('is that whatever differs is harmless', () => {
    const { obstacle } = questionView(labWith(setupOf('host-name', 'user')));
    expect(obstacle?.reasons).toEqual([]);
    expect(obstacle?.text).toContain(words.whole.never);
  });
});
