import { describe, expect, it } from 'vitest';
import { searchControls } from '$lib/views/lab/cause/controls';
import { CAUSE_EXAMPLES } from '$lib/machine/lab/cause/examples';
import { causeNews } from '$lib/views/lab/cause/news';
import { searched, setupOf } from './searches';
import { saying } from '../../../trainer/saying';

const several = CAUSE_EXAMPLES[1]!.setup;
const pair = CAUSE_EXAMPLES[2]!.setup;

describe('the progress of a search', () => {
  it('goes by the probes left at worst, whose number only falls', async () => {
    const states = await searched(several);
    const steps = states.slice(0, -1).map((state) => searchControls(state, true));
    expect(steps.map(({ done }) => done)).toEqual(steps.map((_, index) => index));
    expect(steps.map(({ total }) => total)).toEqual(
      steps.map(({ total }) => total).toSorted((a, b) => b - a)
    );
    expect(steps[0]?.progress).toBe(
      `Probe 1. At most ${states[0]!.remaining} probes left, this one included.`
    );
    expect(searchControls(states.at(-1)!, true)).toMatchObject({ running: false, progress: null });
  });
});

describe('the button', () => {
  const labelOf = (...given: Parameters<typeof searchControls>) => {
    const { run, due } = searchControls(...given);
    return [run, due];
  };

  it('starts, starts again, and goes on where a search was stopped', async () => {
    const states = await searched(setupOf('library-default'));
    const [running, done] = [states[1]!, states.at(-1)!];
    const stopped = { ...running, at: 'cancelled', busy: false, canRetry: true } as const;
    expect(labelOf(running, true)).toEqual(['Find the cause', false]);
    expect(labelOf(done, true)).toEqual(['Search again', false]);
    expect(labelOf(stopped, true)).toEqual(['Go on', true]);
    expect(searchControls(stopped, true).outcome).toBe('Cancelled after 1 probe.');
  });

  it('starts anew when something else is set up by then', async () => {
    const states = await searched(setupOf('library-default'));
    const stopped = { ...states[1]!, at: 'cancelled', busy: false, canRetry: true } as const;
    expect(labelOf(stopped, false)).toEqual(['Find the cause', true]);
    expect(labelOf(states.at(-1)!, false)).toEqual(['Find the cause', true]);
    expect(searchControls(stopped, false).outcome).toBe('');
  });

  it('says what went wrong', async () => {
    const [running] = await searched(setupOf('library-default'));
    const failure = { kind: 'broken', reason: saying('out of memory') } as const;
    const failed = { ...running!, at: 'failed', busy: false, canRetry: true, failure } as const;
    expect(searchControls(failed, true)).toMatchObject({
      outcome: 'The search stopped: The trainer stopped: out of memory',
      failed: true
    });
  });
});

describe('the news', () => {
  const told = async (...asked: Parameters<typeof searched>) => [
    ...new Set((await searched(...asked)).map((state) => causeNews(state, true)))
  ];

  it('are the start, every cause and the end, and not every probe', async () => {
    expect(await told(several)).toEqual([
      'The search begins: 9 differences.',
      'Cause 1 found: epochs.',
      'Cause 2 found: l2.',
      'Cause 3 found: rows reversed.',
      expect.stringMatching(/^The search is done\. 3 causes found\. Put back epochs, l2, and rows reversed/)
    ]);
  });

  it('say of a pair that it matters only together', async () => {
    const [, ...rest] = await told(pair);
    expect(rest[0]).toBe('Cause 1 found, only together: batch size and learning rate.');
  });

  it('are none of what no longer fits', async () => {
    for (const state of await searched(pair)) expect(causeNews(state, false)).toBe('');
  });
});
