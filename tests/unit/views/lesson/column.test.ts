import { describe, expect, it } from 'vitest';
import { BASELINE, DRIFT_IDS, type DriftId, type Part } from '$lib/experiment';
import { column as words } from '$lib/lesson/column';
import type { LessonState } from '$lib/machine/lesson';
import { columnView } from '$lib/views/lesson/column';
import { realRun } from '../../machine/fake-trainer';
import { lessonAt, PLACES } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

const WEIGHTS = realRun(BASELINE).weights.length;

/** Where there is something to do, or to know, before the verdict. */
const KINDS: Partial<Record<(typeof PLACES)[number], string>> = {
  training: 'tell',
  trained: 'tell',
  saved: 'pack',
  loaded: 'ask',
  retraining: 'tell',
  retrained: 'tell',
  compared: 'tell'
};

it.each(PLACES)('the column has its own at %s, or leaves it to the stake and the verdict', (place) => {
  expect(columnView(lessonAt(place).state)?.kind).toBe(KINDS[place]);
});

it('the column counts the weights that there really are', () => {
  for (const place of ['training', 'trained'] as const) {
    const view = columnView(lessonAt(place).state);
    expect(view).toMatchObject({ kind: 'tell', text: expect.stringContaining(`all ${WEIGHTS}`) as string });
  }
});

describe('packing the case', () => {
  const pack = (state: LessonState) => {
    const view = columnView(state);
    if (view?.kind !== 'pack') throw new Error('there is nothing to pack');
    return view.pack.parts;
  };
  const packed = (state: LessonState) =>
    pack(state)
      .filter((part) => part.packed)
      .map(({ part }) => part);

  it('begins with everything in it, so that going on gives a match', () => {
    expect(pack(stateAt(2)).map(({ name, packed }) => [name, packed])).toEqual([
      ['Code', true],
      ['Data', true],
      ['Environment', true]
    ]);
  });

  it('says of the code what is saved of it', () => {
    const { hiddenUnits, epochs, learningRate } = BASELINE.code;
    expect(pack(stateAt(2))[0]!.holds).toBe(`${hiddenUnits} units, ${epochs} epochs, rate ${learningRate}`);
  });

  it.each<[DriftId, Part]>([
    ['more-epochs', 'code'],
    ['rows-reversed', 'data'],
    ['library-default', 'environment'],
    ['ddof', 'environment']
  ])('shows the part that is left out: %s, the %s', (drift, part) => {
    const others = (['code', 'data', 'environment'] as const).filter((other) => other !== part);
    expect(packed(stateAt(2, drift))).toEqual(others);
  });

  it('is the same act as the switch, seen from inside', () => {
    const lesson = realLesson();
    lesson.goTo(2);
    lesson.send({ type: 'PACK', part: 'environment', packed: false });
    expect(lesson.state.differs).toBe(true);
    lesson.send('TOGGLE_DRIFTS');
    expect(packed(lesson.state)).toEqual(['code', 'data', 'environment']);
    lesson.send('TOGGLE_DRIFTS');
    expect(packed(lesson.state)).toEqual(['code', 'data']);
  });
});

describe('the question', () => {
  it('says what a match means, and waits for an answer', () => {
    expect(columnView(stateAt(3))).toEqual({
      kind: 'ask',
      answer: null,
      means: 'A match: all 100 penguins get the same answer as before.',
      note: ''
    });
  });

  it('keeps the answer, and says what comes next', () => {
    const lesson = realLesson();
    lesson.goTo(3);
    for (const answer of ['match', 'mismatch'] as const) {
      lesson.send({ type: 'PREDICT', answer });
      expect(columnView(lesson.state)).toMatchObject({ kind: 'ask', answer, note: words.prediction.given });
    }
  });

  it('is asked again for each new difference', () => {
    const lesson = realLesson();
    lesson.goTo(3);
    lesson.send({ type: 'PREDICT', answer: 'match' });
    for (const id of DRIFT_IDS) {
      lesson.send({ type: 'CHOOSE_DRIFT', id, on: true });
      expect(columnView(lesson.state), id).toMatchObject({ kind: 'ask', answer: null, note: '' });
      lesson.send({ type: 'PREDICT', answer: 'mismatch' });
    }
  });

  it('is asked again about another difference after a re-run', () => {
    const lesson = realLesson();
    lesson.goTo(5);
    lesson.judge();
    lesson.send('BREAK');
    expect(columnView(lesson.state)).toMatchObject({ kind: 'ask', answer: null });
  });

  it('skipped, says what comes next, and is not asked again about the same', () => {
    const lesson = realLesson();
    lesson.goTo(3);
    lesson.send('SKIP_PREDICTION');
    expect(columnView(lesson.state)).toEqual({ kind: 'tell', title: '', text: words.prediction.skipped });
  });

  it('is not asked about a training whose result was seen, nor is that called skipped', () => {
    const lesson = realLesson();
    lesson.goTo(5);
    lesson.judge();
    lesson.goTo(3);
    expect(columnView(lesson.state)).toEqual({ kind: 'tell', title: '', text: words.prediction.known });
  });

  it('does not depend on what differs', () => {
    for (const id of DRIFT_IDS) expect(columnView(stateAt(3, id)), id).toEqual(columnView(stateAt(3)));
  });
});
