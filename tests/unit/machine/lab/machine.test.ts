import fc from 'fast-check';
import { createActor } from 'xstate';
import { describe, expect, it } from 'vitest';
import {
  LAB_START,
  labMachine,
  labState,
  NOTHING_DIFFERS,
  runKey,
  WIDEST_TOLERANCE,
  type LabCommand,
  type LabState
} from '$lib/machine/lab';
import { fakeTrainer, promptTrainer, realTrainer, type FakeTrainer } from '../fake-trainer';
import { anyMove, anySetup } from './setups';
import { saying } from '../../trainer/saying';

function startLab(trainer: FakeTrainer, open = true) {
  const actor = createActor(labMachine.provide({ actors: { train: trainer.actor } })).start();
  if (open) actor.send({ type: 'OPEN', place: LAB_START });
  return {
    send: (...commands: LabCommand[]) => commands.forEach((command) => actor.send(command)),
    get state(): LabState {
      return labState(actor.getSnapshot());
    }
  };
}

/** Both results are those of what is set up; or one of them is being trained, or was stopped. */
function expectHonest({ at, then, later, keys, comparison }: LabState): void {
  if (then) expect(runKey('then', then.manifest)).toBe(keys.then);
  if (later) expect(runKey('later', later.manifest)).toBe(keys.later);
  expect(comparison === null).toBe(then === null || later === null);
  if (at === 'ready') expect(comparison).not.toBeNull();
}

describe('the Lab', () => {
  it('trains nothing before it is opened', () => {
    const trainer = fakeTrainer();
    const { state } = startLab(trainer, false);
    expect(state.at).toBe('idle');
    expect(trainer.trainings).toHaveLength(0);
  });

  it('trains both runs, and the re-run anew even when nothing differs', () => {
    const trainer = realTrainer();
    const lab = startLab(trainer);
    expect(lab.state.at).toBe('ready');
    expect(trainer.trainings).toHaveLength(2);
    expect(lab.state.comparison?.kind).toBe('identical');
  });

  it('trains what is not known yet, and nothing twice', () => {
    const trainer = realTrainer();
    const lab = startLab(trainer);
    lab.send({ type: 'TOGGLE_DRIFT', id: 'library-default' });
    expect(trainer.trainings).toHaveLength(3);
    expect(lab.state.comparison?.kind).toBe('mismatch');
    lab.send({ type: 'UNDO' }, { type: 'REDO' }, { type: 'RESET' }, { type: 'UNDO' });
    expect(trainer.trainings).toHaveLength(3);
    expect(lab.state.comparison?.kind).toBe('mismatch');
  });

  it('takes back the last hundred steps, and no more', () => {
    const lab = startLab(fakeTrainer());
    const seeds = Array.from({ length: 101 }, (_, step) => 1000 + step);
    for (const value of seeds) {
      lab.send({ type: 'SET_FIELD', run: 'later', path: 'environment.seed', value });
    }
    const undone: unknown[] = [];
    while (lab.state.canUndo) {
      lab.send({ type: 'UNDO' });
      undone.push(lab.state.setup.later['environment.seed']);
    }
    expect(undone).toEqual(seeds.slice(0, 100).reverse());
  });

  it('drops a training whose run is no longer wanted', () => {
    const trainer = fakeTrainer();
    const lab = startLab(trainer);
    trainer.current.finish();
    lab.send({ type: 'TOGGLE_DRIFT', id: 'float32' });
    expect(trainer.trainings.map(({ stopped }) => stopped)).toEqual([true, true, false]);
    expect(trainer.current.input.manifest.environment.precision).toBe('float32');
  });

  it('shows epochs as they come', () => {
    const trainer = fakeTrainer();
    const lab = startLab(trainer);
    trainer.current.epoch(0.7);
    trainer.current.epoch(0.6);
    expect(lab.state).toMatchObject({ training: 'then', progress: { epoch: 2, lossCurve: [0.7, 0.6] } });
    trainer.current.finish();
    expect(lab.state).toMatchObject({ training: 'later', progress: null });
  });

  it('can be cancelled and taken up again', () => {
    const trainer = fakeTrainer();
    const lab = startLab(trainer);
    lab.send({ type: 'CANCEL' });
    expect(lab.state.at).toBe('stopped');
    expect(trainer.current.stopped).toBe(true);
    lab.send({ type: 'RETRY' });
    expect(lab.state.training).toBe('then');
  });

  it('says which run failed, and why; a retry or another setup goes on', () => {
    const trainer = fakeTrainer();
    const lab = startLab(trainer);
    trainer.current.finish();
    trainer.current.fail('refused', 'Too hot.');
    expect(lab.state).toMatchObject({
      at: 'failed',
      failure: { run: 'later', kind: 'refused', reason: saying('Too hot.') }
    });
    lab.send({ type: 'RETRY' });
    expect(lab.state).toMatchObject({ training: 'later', failure: null });
    trainer.current.fail();
    lab.send({ type: 'TOGGLE_DRIFT', id: 'ddof' });
    expect(lab.state).toMatchObject({ training: 'later', failure: null });
  });

  it('takes a field that is left out for a change too', () => {
    const lab = startLab(promptTrainer());
    lab.send({ type: 'SET_FIELD', run: 'later', path: 'environment.host', value: undefined });
    expect(lab.state.pair.later.environment.host).toBeUndefined();
    expect(lab.state.canUndo).toBe(true);
  });

  it('keeps the place apart from what can be undone', () => {
    const lab = startLab(promptTrainer());
    lab.send({ type: 'SHOW', view: 'bits' }, { type: 'SET_CRITERION', criterion: 'bits' });
    expect(lab.state).toMatchObject({ view: 'bits', criterion: 'bits', canUndo: false });
  });

  it.each([
    [-3, 0],
    [2.5, 2.5],
    [1e9, WIDEST_TOLERANCE],
    [Number.NaN, 0]
  ])('takes a tolerance of %d points for %d', (points, taken) => {
    const lab = startLab(promptTrainer());
    lab.send({ type: 'SET_TOLERANCE', points });
    expect(lab.state.tolerance).toBe(taken);
  });

  it('opens a place as it was left', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const lab = startLab(promptTrainer());
        lab.send({ type: 'OPEN', place: { setup, view: 'cause', tolerance: 3, criterion: 'score' } });
        expect(lab.state).toMatchObject({ setup, view: 'cause', tolerance: 3, canUndo: false, at: 'ready' });
      }),
      { numRuns: 30 }
    );
  });
});

const anyCommand: fc.Arbitrary<LabCommand> = fc.oneof(
  anyMove.map((move): LabCommand =>
    move.type === 'toggle' ? { type: 'TOGGLE_DRIFT', id: move.id } : { ...move, type: 'SET_FIELD' }
  ),
  anySetup.map((setup): LabCommand => ({ type: 'SET_UP', setup })),
  fc.constantFrom<LabCommand>(
    { type: 'UNDO' },
    { type: 'REDO' },
    { type: 'RESET' },
    { type: 'CANCEL' },
    { type: 'RETRY' },
    { type: 'SHOW', view: 'cause' },
    { type: 'SET_TOLERANCE', points: 1 }
  )
);

describe('whatever is done', () => {
  it('never shows a result of another setup', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 12 }), (commands) => {
        const lab = startLab(promptTrainer());
        for (const command of commands) {
          lab.send(command);
          expectHonest(lab.state);
          expect(lab.state.at).toBe('ready');
        }
      }),
      { numRuns: 60 }
    );
  });

  it('undo leads back through every setup, and redo forward again', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 8 }), (moves) => {
        const lab = startLab(promptTrainer());
        const seen = [lab.state.setup];
        for (const move of moves) {
          lab.send(
            move.type === 'toggle' ? { type: 'TOGGLE_DRIFT', id: move.id } : { ...move, type: 'SET_FIELD' }
          );
          if (lab.state.setup !== seen.at(-1)) seen.push(lab.state.setup);
        }
        const steps = seen.length - 1;
        for (let step = steps - 1; step >= 0; step--) {
          lab.send({ type: 'UNDO' });
          expect(lab.state.setup).toEqual(seen[step]);
        }
        expect(lab.state).toMatchObject({ canUndo: false, setup: NOTHING_DIFFERS });
        for (let step = 1; step <= steps; step++) {
          lab.send({ type: 'REDO' });
          expect(lab.state.setup).toEqual(seen[step]);
        }
        expect(lab.state.canRedo).toBe(false);
      }),
      { numRuns: 60 }
    );
  });
});
