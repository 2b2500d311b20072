import { describe, expect, it } from 'vitest';
import { count, fill, lesson as words } from '$lib/lesson';
import { verdict } from '$lib/lesson/verdict';
import { predictionView } from '$lib/views/lesson';
import { verdictView } from '$lib/views/lesson/verdict';
import { realRun } from '../../machine/fake-trainer';
import { lessonAt } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

const { prediction } = words.runs;

describe('the verdict', () => {
  it('does not fall before the comparison is over', () => {
    for (const step of [0, 1, 2, 3, 4] as const) expect(verdictView(stateAt(step))).toBeNull();
    expect(verdictView(lessonAt('compared').state)).toBeNull();
  });

  it('on identical runs speaks of every weight, and invites to let something differ', () => {
    expect(verdictView(stateAt(5))).toEqual({
      matches: true,
      sign: '=',
      headline: 'Identical, down to the last bit of all 33 weights',
      details: ['0 of 100 penguins are classified differently'],
      next: 'differ',
      lab: null
    });
  });

  it('invites to let something differ as well when the switch is on and nothing is chosen', () => {
    const lesson = realLesson('library-default');
    lesson.send({ type: 'CHOOSE_DRIFT', id: 'library-default', on: false });
    lesson.goTo(5);
    lesson.judge();
    expect(verdictView(lesson.state)?.next).toBe('differ');
    lesson.send('LET_DIFFER');
    lesson.goTo(5);
    lesson.judge();
    expect(verdictView(lesson.state)?.matches).toBe(false);
  });

  it('on another result says how many penguins, and what changed from what to what', () => {
    expect(verdictView(stateAt(5, 'library-default'))).toEqual({
      matches: false,
      sign: '≠',
      headline: '28 of 100 penguins are classified differently',
      details: ['library default: l2 went from 0 to 0.01'],
      next: 'investigate',
      lab: '?drifts=library-default'
    });
  });

  it('on an equal score does not let the score hide the answers', () => {
    expect(verdictView(stateAt(5, 'rows-reversed'))).toEqual({
      matches: false,
      sign: '≠',
      headline: '6 of 100 penguins are classified differently',
      details: [
        fill(verdict.sameScoreDetail, { percent: 85 }),
        'rows reversed: edits of the rows went from none to rows-reversed'
      ],
      next: 'investigate',
      lab: '?drifts=rows-reversed'
    });
  });

  it('on other bits with equal predictions says both, and promises nothing', () => {
    const view = verdictView(stateAt(5, 'float32'));
    expect(view).toMatchObject({
      matches: true,
      sign: '≈',
      headline: verdict.equivalent,
      next: null
    });
    expect(view?.details).toEqual([
      `${verdict.agreement.unknown} ${verdict.noPromise}`,
      'float32: precision went from float64 to float32'
    ]);
  });

  // How far the weights agree is a fact of the two trainings: never the same for all drifts.
  it.each([
    ['float32', 5],
    ['ddof', 2],
    ['gradient-chunks', 14]
  ] as const)('tells from the weights in how many digits they agree: %s, %d', (drift, n) => {
    const state = stateAt(5, drift);
    const then = realRun(state.saved).weights;
    const later = realRun(state.loaded).weights;
    const view = verdictView(state, (run) => (run === 'then' ? then : later));
    expect(view?.details[0]).toBe(`${count(verdict.agreement.digits, n)} ${verdict.noPromise}`);
    for (const [place, weight] of then.entries()) {
      expect(Math.abs(weight - later[place])).toBeLessThan(10 ** -n * Math.abs(weight));
    }
  });

  it('says so when not even the first digits agree', () => {
    const weights = (...values: number[]) => Float64Array.of(...values);
    const detail = (then: Float64Array, later: Float64Array) =>
      verdictView(stateAt(5, 'float32'), (run) => (run === 'then' ? then : later))?.details[0];
    expect(detail(weights(1, 0.3), weights(1, 0.5))).toContain(verdict.agreement.none);
    expect(detail(weights(1, 0.3), weights(1, -0.3))).toContain(verdict.agreement.none);
    expect(detail(weights(1, 0.3), weights(1, 0.31))).toContain(verdict.agreement.digits.one);
  });

  it('names every cause', () => {
    expect(verdictView(stateAt(5, 'library-default', 'more-epochs'))?.details).toEqual([
      'library default: l2 went from 0 to 0.01',
      'code changed: epochs went from 100 to 101'
    ]);
  });

  it('sends the learner on to investigate, and while they do to the causes', () => {
    expect(verdictView(stateAt(5, 'library-default'))?.next).toBe('investigate');
    expect(verdictView(stateAt(6, 'library-default'))?.next).toBe('see-causes');
  });
});

describe('the prediction', () => {
  it('is asked for before the comparison, and shows what was answered', () => {
    const lesson = realLesson();
    expect(predictionView(lesson.state)).toBeNull();
    lesson.goTo(3);
    expect(predictionView(lesson.state)).toEqual({ answer: null });
    lesson.send({ type: 'PREDICT', answer: 'mismatch' });
    expect(predictionView(lesson.state)).toEqual({ answer: 'mismatch' });
    lesson.goTo(5);
    expect(predictionView(lesson.state)).toBeNull();
  });

  const predicted = (answer: 'match' | 'mismatch', ...drifts: 'library-default'[]) => {
    const lesson = realLesson(...drifts);
    lesson.goTo(4);
    lesson.send({ type: 'PREDICT', answer });
    lesson.goTo(5);
    lesson.judge();
    return verdictView(lesson.state)?.details.at(-1);
  };

  it('is confirmed by the verdict, in either outcome', () => {
    expect(predicted('match')).toBe(fill(prediction.right, { answer: 'match' }));
    expect(predicted('mismatch', 'library-default')).toBe(fill(prediction.right, { answer: 'mismatch' }));
  });

  it('is turned into a reason to look when it was not so', () => {
    expect(predicted('mismatch')).toBe(fill(prediction.wrong, { answer: 'mismatch' }));
    expect(predicted('match', 'library-default')).toBe(fill(prediction.wrong, { answer: 'match' }));
  });
});
