import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDrifts } from '$lib/experiment';
import { fakeRecord } from '../fake-trainer';
import { lessonAt, startLesson } from './driver';

describe('while a training is under way', () => {
  it('shows its step, and the epochs as they are reported', () => {
    const lesson = lessonAt('training');
    expect(lesson.state).toMatchObject({ step: 1, then: null, progress: null });
    lesson.trainer.current.epoch(0.6);
    lesson.trainer.current.epoch(0.4);
    expect(lesson.state.progress).toEqual({ epoch: 2, epochs: 100, lossCurve: [0.6, 0.4] });
    lesson.trainer.current.finish();
    expect(lesson.state.progress).toBeNull();
  });

  it('starts the second training with no epochs of the first', () => {
    const lesson = lessonAt('training');
    lesson.goTo(4);
    lesson.trainer.current.epoch();
    lesson.trainer.current.finish();
    expect(lesson.state).toMatchObject({ at: 'retraining', progress: null });
  });

  it('queues one step and walks it once the training is done, however often it is pressed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('training', 'retraining'),
        (presses, place) => {
          const lesson = lessonAt(place, { input: { drifts: ['random-seed'] } });
          const { step } = lesson.state;
          for (let press = 0; press < presses; press++) lesson.send('NEXT');
          expect(lesson.state).toMatchObject({ at: place, step, goal: step + 1 });
          lesson.trainer.current.finish();
          lesson.judge();
          expect(lesson.state).toMatchObject({ at: step === 1 ? 'saved' : 'mismatched', goal: step + 1 });
        }
      )
    );
  });

  it('goes no further than it was sent, whoever presses on', () => {
    const lesson = lessonAt('training');
    lesson.goTo(3);
    lesson.send('NEXT', 'NEXT');
    expect(lesson.state).toMatchObject({ at: 'training', step: 1, goal: 3 });
    expect(lesson.trainer.trainings).toHaveLength(1);
    lesson.trainer.current.finish();
    expect(lesson.state).toMatchObject({ at: 'loaded', goal: 3 });
  });

  it('ends in trust when the investigation was queued and the results match', () => {
    const lesson = lessonAt('training');
    lesson.goTo(6);
    lesson.trainer.current.finish();
    lesson.trainer.current.finish();
    expect(lesson.state).toMatchObject({ at: 'trusted', step: 5, goal: 5 });
  });

  it('takes queued steps back one by one, and goes on training', () => {
    const lesson = lessonAt('training');
    lesson.goTo(3);
    lesson.send('BACK');
    expect(lesson.state).toMatchObject({ at: 'training', goal: 2 });
    expect(lesson.trainer.current.stopped).toBe(false);
    lesson.trainer.current.finish();
    expect(lesson.state.at).toBe('saved');
  });

  it.each([
    ['training', 'trained', 1],
    ['retraining', 'retrained', 4]
  ] as const)('goes on where that very step is gone to: %s', (during, after, step) => {
    const lesson = lessonAt(during);
    lesson.goTo(6);
    lesson.trainer.current.epoch();
    const { trainings } = lesson.trainer;
    const before = trainings.length;
    lesson.goTo(step);
    expect(lesson.state).toMatchObject({ at: during, goal: step, progress: { epoch: 1 } });
    expect(trainings).toHaveLength(before);
    lesson.trainer.current.finish();
    expect(lesson.state).toMatchObject({ at: after, goal: step });
  });

  it('forgets a queued goal for the newest one', () => {
    const lesson = lessonAt('training');
    lesson.goTo(6);
    lesson.goTo(2);
    lesson.trainer.current.finish();
    expect(lesson.state.at).toBe('saved');
    expect(lesson.trainer.trainings).toHaveLength(1);
  });
});

describe('a training that is no longer wanted', () => {
  it.each([
    ['training', 'idle'],
    ['retraining', 'loaded']
  ] as const)('is cancelled by a step back from %s', (during, before) => {
    const lesson = lessonAt(during);
    lesson.trainer.current.epoch();
    lesson.send('BACK');
    expect(lesson.trainer.current.stopped).toBe(true);
    expect(lesson.state).toMatchObject({ at: before, progress: null });
  });

  it.each([
    ['training', 0],
    ['retraining', 2],
    ['retraining', 0]
  ] as const)('is cancelled by going from %s straight to step %i', (during, step) => {
    const lesson = lessonAt(during);
    lesson.goTo(step);
    expect(lesson.trainer.current.stopped).toBe(true);
    expect(lesson.state.step).toBe(step);
  });

  it('is cancelled by a reset', () => {
    const lesson = lessonAt('retraining');
    lesson.send('RESET');
    expect(lesson.trainer.current.stopped).toBe(true);
  });

  it('is cancelled when what differs changes under it, and the learner is back at loading', () => {
    const lesson = lessonAt('retraining');
    lesson.goTo(6);
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.trainer.current.stopped).toBe(true);
    expect(lesson.state).toMatchObject({ at: 'loaded', goal: 3, differs: true });
  });

  it('changes nothing by a late report', () => {
    const lesson = lessonAt('retraining');
    const late = lesson.trainer.current;
    lesson.send('BACK');
    const before = lesson.actor.getSnapshot();
    late.epoch();
    late.finish();
    late.fail();
    expect(lesson.actor.getSnapshot()).toBe(before);
  });

  it('does not answer for the training that took its place', () => {
    const lesson = lessonAt('retraining');
    const late = lesson.trainer.current;
    lesson.send('TOGGLE_DRIFTS', 'NEXT');
    expect(lesson.state.at).toBe('retraining');
    late.epoch();
    late.finish();
    late.fail();
    expect(lesson.state).toMatchObject({ at: 'retraining', progress: null, later: null });
    lesson.trainer.current.finish();
    expect(lesson.state.later).toEqual(fakeRecord(applyDrifts(['library-default'])));
  });

  it('begins anew when the learner comes back to it', () => {
    const lesson = lessonAt('training');
    lesson.trainer.current.epoch();
    lesson.send('BACK', 'NEXT');
    expect(lesson.trainer.trainings).toHaveLength(2);
    expect(lesson.state).toMatchObject({ at: 'training', progress: null });
  });

  it('is ended once it is answered', () => {
    const lesson = lessonAt('training');
    expect(lesson.trainer.current.stopped).toBe(false);
    lesson.trainer.current.finish();
    expect(lesson.trainer.current.stopped).toBe(true);
  });
});

it('says so when it was started without a trainer', async () => {
  const { createActor } = await import('xstate');
  const { lessonMachine } = await import('$lib/machine/lesson');
  const actor = createActor(lessonMachine, { input: {} });
  let error: unknown;
  actor.subscribe({ error: (reason) => (error = reason) });
  actor.start();
  actor.send({ type: 'NEXT' });
  expect(String(error)).toContain('provide the actor “train”');
  expect(startLesson().trainer.trainings).toEqual([]);
});
