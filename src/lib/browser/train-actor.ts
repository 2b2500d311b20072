import { fromCallback } from 'xstate';
import type { TrainInput, TrainingReport } from '../machine/training';
import type { EpochReport, TrainerClient } from '../trainer';
import type { RunStore } from './run-store.svelte';

/**
 * The machine's `train` actor, on a real trainer: reports epochs as the screen can show them,
 * keeps the weights for the drawings, and cancels the training when the machine leaves it.
 */
export const trainActor = (client: TrainerClient, store: RunStore) =>
  fromCallback<TrainingReport, TrainInput>(({ input: { run, manifest, pace }, sendBack }) => {
    const controller = new AbortController();
    let reports: EpochReport[] = [];
    let frame = 0;

    const show = () => {
      frame = 0;
      const newest = reports.at(-1);
      if (newest && store.testSet)
        store.keep(run, { weights: newest.weights, scaling: store.testSet.scaling });
      for (const { epoch, epochs, loss } of reports) sendBack({ type: 'EPOCH', epoch, epochs, loss });
      reports = [];
    };

    const onEpoch = (report: EpochReport) => {
      reports.push(report);
      frame ||= requestAnimationFrame(show);
    };

    void client.train(manifest, { pace, signal: controller.signal, onEpoch }).then((result) => {
      if (controller.signal.aborted) return;
      cancelAnimationFrame(frame);
      show();
      if (result.ok) {
        store.keep(run, result.value);
        sendBack({ type: 'TRAINED', record: result.value.record });
      } else {
        sendBack({ type: 'TRAINING_FAILED', ...result.failure });
      }
    });

    return () => {
      controller.abort();
      cancelAnimationFrame(frame);
    };
  });
