import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import type { LessonState } from '$lib/machine/lesson';
import { FINGERPRINT_MARK, FINGERPRINT_SIZE, predictionsOf, runsView } from '$lib/views/lesson';
import { realRun } from '../../machine/fake-trainer';
import { lessonAt } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

const then = (state: LessonState) => runsView(state)[0];
const later = (state: LessonState) => runsView(state)[1];

describe('a run', () => {
  it('is empty before it has begun, and says so', () => {
    const empty = { weights: null, training: null, result: null, mapText: '', flipped: [] };
    expect(then(stateAt(0))).toMatchObject({ label: 'Then', isThere: true, note: 'no model yet', ...empty });
    expect(later(stateAt(2))).toMatchObject({ label: 'Later', isThere: false, note: 'not yet', ...empty });
  });

  it('is a promise until the case is opened', () => {
    expect(([0, 1, 2, 3, 4, 5] as const).map((step) => later(stateAt(step)).isThere)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true
    ]);
  });

  it('names the environment that was loaded', () => {
    expect(later(stateAt(3)).note).toBe('env v1 loaded, not trained yet');
    expect(later(stateAt(3, 'ddof')).note).toBe('env v2 loaded, not trained yet');
  });

  it.each(['more-epochs', 'rows-reversed'] as const)(
    'whose env v1 is not the cause stays v1: %s',
    (drift) => {
      expect(later(stateAt(3, drift))).toEqual(later(stateAt(3)));
    }
  );

  it('shows the epochs while it trains, and no result yet', () => {
    const lesson = lessonAt('training');
    expect(then(lesson.state).training).toEqual({ epoch: 0, epochs: 100, text: 'epoch 0 of 100' });
    lesson.trainer.current.epoch();
    lesson.trainer.current.epoch();
    expect(then(lesson.state)).toMatchObject({
      training: { epoch: 2, text: 'epoch 2 of 100' },
      weights: 'then',
      result: null,
      mapText: ''
    });
    expect(later(lesson.state)).toMatchObject({ training: null, weights: null });
  });

  it('drops the old result while it trains again', () => {
    const lesson = lessonAt('investigating');
    expect(later(lesson.state).result).not.toBeNull();
    lesson.send({ type: 'RESTORE', id: 'library-default' }, 'RERUN');
    expect(later(lesson.state)).toMatchObject({ result: null, mapText: '', flipped: [] });
    expect(later(lesson.state).training).not.toBeNull();
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
    const { result, hiddenUnits, note, fingerprintOf } = then(stateAt(5));
    expect(hiddenUnits).toBe(BASELINE.code.hiddenUnits);
    expect(note).toBe('85 of 100 answers right');
    expect(fingerprintOf).toBe(`fingerprint of the ${realRun(BASELINE).weights.length} weights`);
    expect(result).toMatchObject({
      percent: '85%',
      detail: '85 of 100 answers right',
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
      expect(y + height).toBeCloseTo(bars[0]!.y + bars[0]!.height);
      expect(y + height, 'room for its mark').toBeLessThan(FINGERPRINT_MARK.y);
      expect(x + width).toBeLessThanOrEqual(FINGERPRINT_SIZE.width + 1e-9);
      if (index > 0) expect(x).toBeGreaterThan(bars[index - 1]!.x + bars[index - 1]!.width);
    });
  });

  it('draws a byte as a height', () => {
    const bars = then(stateAt(5)).result?.bars ?? [];
    // The digest begins with 57 0c ce and ends with 40.
    expect(bars[2]!.height).toBeGreaterThan(bars[0]!.height);
    expect(bars[0]!.height).toBeGreaterThan(bars[1]!.height);
    expect(bars[31]!.height).toBeCloseTo(3 + (0x40 / 255) * (bars[31]!.y + bars[31]!.height - 3));
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

  it('draws while the two are compared what it tells only with the verdict', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(5);
    expect(lesson.state.at).toBe('compared');
    const { result, mapText, flipped } = later(lesson.state);
    expect(result?.bars.filter(({ differs }) => differs)).toHaveLength(32);
    expect(flipped).toHaveLength(28);
    expect(result?.fingerprintLabel).not.toContain('differ');
    expect(mapText).toBe('71 of 100 answers right');
    lesson.judge();
    expect(later(lesson.state).result?.fingerprintLabel).toContain(', 32 of 32 bytes differ');
    expect(later(lesson.state).mapText).toBe(
      '71 of 100 answers right, 28 are answered differently than then'
    );
    expect(then(lesson.state).mapText).toBe('85 of 100 answers right');
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
