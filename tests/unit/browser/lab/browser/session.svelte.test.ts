import { describe, expect, it, vi } from 'vitest';
import { BrowserSession } from '$lib/browser/lab/browser/session.svelte';
import type { LabClient } from '$lib/trainer/lab';
import { mathProbe } from '../../../views/lab/browser/math-probes';

type Answer = Awaited<ReturnType<LabClient['probeMath']>>;

describe('the test of this browser', () => {
  it('asks the trainer, follows its progress and keeps its answer', async () => {
    let answer: (answer: Answer) => void = () => {};
    const probeMath = vi.fn<LabClient['probeMath']>(() => new Promise((resolve) => (answer = resolve)));
    const probe = new BrowserSession({ client: { probeMath } });
    probe.run();
    probeMath.mock.calls[0]![0]?.onProgress?.({ done: 5, total: 42 });
    expect(probe.work.state).toEqual({ at: 'running', progress: { done: 5, total: 42 } });
    answer({ ok: true, value: mathProbe });
    await vi.waitFor(() => expect(probe.work.state).toEqual({ at: 'done', result: mathProbe }));
  });

  it.each(['cancel', 'stop'] as const)('ends with “%s”, and tells the trainer', (way) => {
    const probeMath = vi.fn<LabClient['probeMath']>(() => new Promise(() => {}));
    const probe = new BrowserSession({ client: { probeMath } });
    probe.run();
    probe[way]();
    expect(probeMath.mock.calls[0]![0]?.signal?.aborted).toBe(true);
    expect(probe.work.state).toEqual({ at: 'cancelled' });
  });
});
