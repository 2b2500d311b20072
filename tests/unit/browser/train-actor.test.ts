// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActor, setup, type AnyEventObject } from 'xstate';
import { RunStore } from '$lib/browser/run-store.svelte';
import { trainActor } from '$lib/browser/train-actor';
import { BASELINE } from '$lib/experiment';
import type { TrainInput } from '$lib/machine/training';
import type {
  Answer,
  EpochReport,
  TrainedRun,
  TrainerClient,
  TrainerFailure,
  TrainOptions
} from '$lib/trainer';
import { fakeRecord } from '../machine/fake-trainer';
import { saying } from '../trainer/saying';

const SCALING = { mean: [40, 4000], deviation: [5, 800] };

const report = (epoch: number): EpochReport => ({
  epoch,
  epochs: 100,
  loss: 1 / epoch,
  weights: Float64Array.of(epoch)
});

const trained: TrainedRun = {
  record: fakeRecord(BASELINE),
  weights: Float64Array.of(100),
  scaling: { mean: [41, 4100], deviation: [6, 900] }
};

/** A machine that trains from its first moment, keeps what it is told, and leaves the training on LEAVE. */
function startTraining(input: TrainInput = { run: 'then', manifest: BASELINE, pace: 7 }) {
  let asked: { manifest: TrainInput['manifest']; options: TrainOptions } | undefined;
  let answer!: (answer: Answer<'train'>) => void;
  const client: TrainerClient = {
    train(manifest, options = {}) {
      asked = { manifest, options };
      return new Promise((resolve) => (answer = resolve));
    },
    testSet: () => new Promise(() => {}),
    dispose() {}
  };
  const store = new RunStore();
  store.testSet = { penguins: [], trainingRows: 233, scaling: SCALING };
  const heard: AnyEventObject[] = [];
  const machine = setup({
    actors: { train: trainActor(client, store) },
    actions: { keep: ({ event }) => void heard.push(event) }
  }).createMachine({
    initial: 'training',
    states: {
      training: {
        invoke: { src: 'train', input },
        on: { LEAVE: 'left', TRAINED: { actions: 'keep', target: 'left' } }
      },
      left: {}
    },
    on: { '*': { actions: 'keep' } }
  });
  const actor = createActor(machine).start();
  return {
    store,
    heard,
    /** The epochs that were told so far. */
    get epochs() {
      return heard.filter(({ type }) => type === 'EPOCH').map(({ epoch }) => epoch as number);
    },
    get asked() {
      if (!asked) throw new Error('no training was asked for');
      return asked;
    },
    epoch: (...epochs: number[]) => epochs.forEach((number) => asked?.options.onEpoch?.(report(number))),
    /** Answers, and lets the answer arrive. */
    async finish(value: TrainedRun = trained) {
      answer({ ok: true, value });
      await Promise.resolve();
    },
    async fail(failure: TrainerFailure) {
      answer({ ok: false, failure });
      await Promise.resolve();
    },
    leave: () => actor.send({ type: 'LEAVE' } as never),
    stop: () => actor.stop()
  };
}

const frame = () => vi.advanceTimersToNextFrame();

beforeEach(() => void vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] }));
afterEach(() => {
  vi.useRealTimers();
});

describe('a training', () => {
  it('is asked of the client with its manifest and its pace', () => {
    const { asked } = startTraining();
    expect(asked.manifest).toEqual(BASELINE);
    expect(asked.options.pace).toBe(7);
    expect(asked.options.signal?.aborted).toBe(false);
  });

  it('tells the result as it comes, and keeps the model for the drawings', async () => {
    const training = startTraining({ run: 'a key', manifest: BASELINE, pace: 0 });
    await training.finish();
    expect(training.heard).toEqual([{ type: 'TRAINED', record: trained.record }]);
    expect(training.store.modelOf('a key')).toBe(trained);
    expect(training.store.modelOf('then')).toBeNull();
  });

  it('does not let weights into what it tells', async () => {
    const training = startTraining();
    training.epoch(1);
    frame();
    await training.finish();
    expect(training.heard[0]).toEqual({ type: 'EPOCH', epoch: 1, epochs: 100, loss: 1 });
    for (const event of training.heard) expect(event).not.toHaveProperty('weights');
  });
});

describe('the epochs of a training', () => {
  it('are told as the screen can show them: all that came since the last frame, in order', () => {
    const training = startTraining();
    training.epoch(1, 2, 3);
    expect(training.epochs).toEqual([]);
    frame();
    expect(training.epochs).toEqual([1, 2, 3]);
    training.epoch(4);
    training.epoch(5);
    expect(training.epochs).toEqual([1, 2, 3]);
    frame();
    expect(training.epochs).toEqual([1, 2, 3, 4, 5]);
    frame();
    expect(training.epochs).toHaveLength(5);
  });

  it('ask for one frame, however many they are', () => {
    const request = vi.spyOn(window, 'requestAnimationFrame');
    const training = startTraining();
    training.epoch(1, 2, 3, 4);
    expect(request).toHaveBeenCalledOnce();
    frame();
    training.epoch(5, 6);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('are all told before the result, without waiting for a frame', async () => {
    const training = startTraining();
    training.epoch(1, 2);
    frame();
    training.epoch(3, 4);
    await training.finish();
    expect(training.heard.map(({ type, epoch }) => (epoch as number | undefined) ?? type)).toEqual([
      1,
      2,
      3,
      4,
      'TRAINED'
    ]);
    frame();
    expect(training.heard).toHaveLength(5);
  });

  it('leave the newest weights to the drawings, once a frame', () => {
    const training = startTraining();
    training.epoch(1, 2, 3);
    expect(training.store.modelOf('then')).toBeNull();
    frame();
    expect(training.store.modelOf('then')).toEqual({ weights: Float64Array.of(3), scaling: SCALING });
  });

  it('are told even before the test set is known; they are only not drawn', () => {
    const training = startTraining();
    training.store.testSet = null;
    training.epoch(1);
    frame();
    expect(training.epochs).toEqual([1]);
    expect(training.store.modelOf('then')).toBeNull();
  });
});

describe('a training that is left', () => {
  it.each(['leave', 'stop'] as const)('is cancelled: %s', (how) => {
    const training = startTraining();
    const { signal } = training.asked.options;
    training[how]();
    expect(signal?.aborted).toBe(true);
  });

  it('tells nothing any more: no epoch, no result', async () => {
    const training = startTraining();
    training.epoch(1, 2);
    training.leave();
    frame();
    await training.finish();
    frame();
    expect(training.heard).toEqual([]);
    expect(training.store.modelOf('then')).toBeNull();
  });

  it('tells nothing of having been cancelled either', async () => {
    const training = startTraining();
    training.leave();
    await training.fail({ kind: 'cancelled', reason: saying('cancelled before it ended') });
    frame();
    expect(training.heard).toEqual([]);
  });
});

describe('a training that fails', () => {
  it.each<TrainerFailure>([
    { kind: 'refused', reason: saying('the data is another') },
    { kind: 'broken', reason: saying('out of memory') },
    { kind: 'cancelled', reason: saying('the page is going') }
  ])('says so, with the reason: $kind', async (failure) => {
    const training = startTraining();
    await training.fail(failure);
    expect(training.heard).toEqual([{ type: 'TRAINING_FAILED', ...failure }]);
  });

  it('tells the epochs that it came to before it says so', async () => {
    const training = startTraining();
    training.epoch(1, 2);
    await training.fail({ kind: 'broken', reason: saying('out of memory') });
    expect(training.heard.map(({ type }) => type)).toEqual(['EPOCH', 'EPOCH', 'TRAINING_FAILED']);
  });
});
