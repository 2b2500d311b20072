import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import type { LessonState } from '$lib/machine/lesson';
import { FINGERPRINT_MARK, FINGERPRINT_SIZE, predictionsOf, runsView } from '$lib/views/lesson';
import { lessonAt } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

const then = (state: LessonState) => runsView(state)[0];
const later = (state: LessonState) => runsView(state)[1];

describe('a run', () => {
  it('is empty before it has begun, and says when it will', () => {
    const empty = { environment: '', weights: null, training: null, result: null, lossPath: '', flipped: [] };
    expect(then(stateAt(0))).toMatchObject({ label: 'Then', waiting: 'Trained at step 1', ...empty });
    expect(later(stateAt(2))).toMatchObject({ label: 'Later', waiting: 'Retrained at step 4', ...empty });
  });

  it('names its environment as soon as it has one', () => {
    expect(then(stateAt(1)).environment).toBe('env v1');
    expect(later(stateAt(3))).toMatchObject({ environment: 'env v1', drifted: false });
    expect(later(stateAt(3, 'ddof'))).toMatchObject({ environment: 'env v2', drifted: true });
  });

  it('is never drifted where it is the saved one', () => {
    expect(then(stateAt(6, 'library-default'))).toMatchObject({ environment: 'env v1', drifted: false });
  });

  it('shows the epochs while it trains, and no result yet', () => {
    const lesson = lessonAt('training');
    expect(then(lesson.state).training).toEqual({ epoch: 0, epochs: 100, text: 'epoch 0 of 100' });
    lesson.trainer.current.epoch();
    lesson.trainer.current.epoch();
    expect(then(lesson.state)).toMatchObject({ training: { text: 'epoch 2 of 100' }, result: null });
    expect(then(lesson.state).lossPath).toMatch(/^M[\d.]+,[\d.]+L/);
    expect(later(lesson.state)).toMatchObject({ training: null, lossPath: '' });
  });

  it('trains as many epochs as its own manifest says', () => {
    const lesson = lessonAt('retraining', { input: { drifts: ['more-epochs'] } });
    expect(later(lesson.state).training?.text).toBe('epoch 0 of 101');
    expect(then(lesson.state).training).toBeNull();
  });

  it('keeps its weights under the name that the trainer was asked with', () => {
    const lesson = lessonAt('mismatched');
    const [first, second] = lesson.trainer.trainings.map(({ input }) => input.run);
    expect(then(lesson.state).weights).toBe(first);
    expect(later(lesson.state).weights).toBe(second);
    expect(later(stateAt(3)).weights).toBeNull();
  });

  it('shows the result that was measured, of how many, and its fingerprint', () => {
    const { result, hiddenUnits } = then(stateAt(5));
    expect(hiddenUnits).toBe(BASELINE.code.hiddenUnits);
    expect(result).toMatchObject({
      percent: '85%',
      detail: '85 of 100 test penguins right',
      digest: '570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40',
      shortDigest: '570cce69…98d40',
      fingerprintLabel: 'Fingerprint of the weights: 570cce69…98d40'
    });
  });
});

describe('the fingerprint', () => {
  it('has 32 bars within its drawing, in order, and each is to be seen', () => {
    const bars = then(stateAt(5)).result?.bars ?? [];
    expect(bars).toHaveLength(32);
    bars.forEach(({ x, y, width, height }, index) => {
      expect(height).toBeGreaterThanOrEqual(3);
      expect(y + height).toBeCloseTo(bars[0].y + bars[0].height);
      expect(y + height, 'room for its mark').toBeLessThan(FINGERPRINT_MARK.y);
      expect(x + width).toBeLessThanOrEqual(FINGERPRINT_SIZE.width + 1e-9);
      if (index > 0) expect(x).toBeGreaterThan(bars[index - 1].x + bars[index - 1].width);
    });
  });

  it('draws a byte as a height', () => {
    const bars = then(stateAt(5)).result?.bars ?? [];
    // The digest begins with 57 0c ce and ends with 40.
    expect(bars[2].height).toBeGreaterThan(bars[0].height);
    expect(bars[0].height).toBeGreaterThan(bars[1].height);
    expect(bars[31].height).toBeCloseTo(3 + (0x40 / 255) * (bars[31].y + bars[31].height - 3));
  });

  it('has no differing bars when the bits are the same', () => {
    for (const run of runsView(stateAt(5)))
      expect(run.result?.bars.some(({ differs }) => differs)).toBe(false);
  });

  it('marks the differing bytes of the later run once the verdict has fallen, and says how many', () => {
    const differing = (state: LessonState) =>
      runsView(state).map(({ result }) => result?.bars.filter(({ differs }) => differs).length);
    expect(differing(stateAt(4, 'library-default'))).toEqual([0, 0]);
    expect(differing(stateAt(5, 'library-default'))).toEqual([0, 32]);
    expect(later(stateAt(5, 'library-default')).result?.fingerprintLabel).toContain(
      ', 32 of 32 bytes differ'
    );
  });

  it('marks exactly the bytes that differ, and counts one in the singular', () => {
    const { state } = lessonAt('mismatched');
    if (!state.comparison) throw new Error('there is no verdict');
    const one = { ...state, comparison: { ...state.comparison, differingBytes: [7] } };
    const { result } = later(one);
    expect(result?.bars.flatMap(({ differs }, index) => (differs ? [index] : []))).toEqual([7]);
    expect(result?.fingerprintLabel).toContain(', 1 of 32 bytes differs');
  });
});

describe('the penguins that flipped', () => {
  it('stand out in both runs, once the verdict has fallen', () => {
    expect(runsView(stateAt(4, 'library-default')).map(({ flipped }) => flipped.length)).toEqual([0, 0]);
    expect(runsView(stateAt(5, 'library-default')).map(({ flipped }) => flipped.length)).toEqual([28, 28]);
    expect(later(stateAt(5, 'rows-reversed')).flipped).toHaveLength(6);
    expect(later(stateAt(5)).flipped).toEqual([]);
  });

  it('are those of which the two runs say something else', () => {
    const state = stateAt(5, 'random-seed');
    const before = predictionsOf(state.then);
    const after = predictionsOf(state.later);
    const differing = [...before.keys()].filter((id) => before.get(id) !== after.get(id));
    expect(differing).toHaveLength(7);
    expect(later(state).flipped).toEqual(differing);
  });
});

it('says nothing about any penguin before a run', () => {
  expect(predictionsOf(null).size).toBe(0);
  expect(predictionsOf(realLesson().state.then).size).toBe(0);
});

it('knows what a run says by the penguin, not by its place in the list', () => {
  const { then: record } = stateAt(1);
  if (!record) throw new Error('there is no run');
  const said = predictionsOf(record);
  record.testIds.forEach((id, index) => {
    expect(said.get(id)).toBe(record.predictions[index] === 1 ? 'MALE' : 'FEMALE');
  });
});
