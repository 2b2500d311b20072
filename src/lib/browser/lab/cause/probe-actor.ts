import { fromCallback } from 'xstate';
import type { ProbeInput, ProbeReported } from '../../../machine/lab';
import type { TrainerClient } from '../../../trainer';

/** Milliseconds that a probe takes at least, so that it can be followed. */
const LONGEST_REST = 250;
/** Milliseconds over which the rests of all probes that may be left are spread. */
const ALL_RESTS = 20_000;

/** How long a probe takes at least, in milliseconds: less when many may be left. */
export const restFor = (remaining: number): number =>
  Math.min(LONGEST_REST, Math.round(ALL_RESTS / Math.max(1, remaining)));

/** Ends after a while, or as soon as nobody waits for it any more. */
const rested = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (milliseconds === 0 || signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * The search's `probe` actor, on a real trainer: cancels the training when the machine leaves it.
 * @param rest milliseconds that the next probe takes at least; asked as each begins.
 */
export const probeActor = (client: Pick<TrainerClient, 'train'>, rest: () => number) =>
  fromCallback<ProbeReported, ProbeInput>(({ input: { manifest }, sendBack }) => {
    const controller = new AbortController();
    const { signal } = controller;
    void Promise.all([client.train(manifest, { signal }), rested(rest(), signal)]).then(([answer]) => {
      if (signal.aborted) return;
      sendBack({
        type: 'PROBED',
        output: answer.ok ? { ok: true, record: answer.value.record } : answer
      });
    });
    return () => controller.abort();
  });
