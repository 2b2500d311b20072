import { describe, expect, it } from 'vitest';
import type { Work } from '$lib/machine/work';
import { workView } from '$lib/views/work';
import { saying } from '../trainer/saying';

const words = {
  run: 'Start',
  again: 'Start again',
  cancel: 'Stop',
  progress: 'Progress',
  done: 'Done.',
  cancelled: 'Cancelled.',
  failed: 'Failed. {message}'
};
const view = (work: Work<number>) =>
  workView(work, words, (progress) => (progress ? `${progress.done} of ${progress.total}` : 'begins'));

describe('a piece of work', () => {
  it('waits to be started, and has nothing to say', () => {
    expect(view({ at: 'idle' })).toMatchObject({
      running: false,
      run: 'Start',
      due: true,
      progress: null,
      outcome: ''
    });
  });

  it('tells how far it is, from before its first step', () => {
    expect(view({ at: 'running', progress: null })).toMatchObject({
      running: true,
      due: false,
      done: 0,
      total: 1,
      progress: 'begins'
    });
    expect(view({ at: 'running', progress: { done: 3, total: 7 } })).toMatchObject({
      running: true,
      done: 3,
      total: 7,
      progress: '3 of 7',
      outcome: ''
    });
  });

  it.each([
    [{ at: 'done', result: 1 }, 'Done.', false, false],
    [{ at: 'cancelled' }, 'Cancelled.', true, false],
    [
      { at: 'failed', kind: 'broken', reason: saying('No memory.') },
      'Failed. The trainer stopped: No memory.',
      true,
      true
    ]
  ] as const)('says how it ended: %o', (work, outcome, due, failed) => {
    expect(view(work)).toMatchObject({
      running: false,
      run: 'Start again',
      due,
      progress: null,
      outcome,
      failed
    });
  });
});
