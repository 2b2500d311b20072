import type { TrainerRequests } from './protocol';
import type { Handlers } from './serve';
import { describeTestSet } from './test-set';
import { trainEpochs } from './train';

/** What the lesson asks of its worker. */
export const LESSON_HANDLERS: Handlers<TrainerRequests> = {
  train: ({ manifest, pace }, dataset) => ({ steps: trainEpochs(manifest, dataset), pace }),
  testSet: ({ manifest }, dataset) => ({ value: describeTestSet(manifest, dataset) })
};
