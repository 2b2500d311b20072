// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CauseSession } from '$lib/browser/lab/cause/session.svelte';
import { CAUSE_EXAMPLES } from '$lib/machine/lab/cause/examples';
import { CauseLab } from '../../../../component/support/cause-lab.svelte';

const [one, , pair] = CAUSE_EXAMPLES;

/** Whether the reader asked for calm. */
const prefersCalm = (calm: boolean) =>
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: calm }));

function open(setup = one!.setup) {
  const session = new CauseLab({ setup });
  return { session, cause: session.part(CauseSession) };
}

const over = (cause: CauseSession) => vi.waitFor(() => expect(cause.state.busy).toBe(false));

beforeEach(() => prefersCalm(true));

describe('the search of a visit', () => {
  it('is about what is set up when it starts, and takes the first run as known', async () => {
    const { session, cause } = open();
    cause.start();
    await over(cause);
    expect(cause.state.result).toMatchObject({ kind: 'found', probes: session.asked.length });
    expect(cause.state.reference).toBe(session.state.then);
    expect(cause.drifts).toEqual(one!.setup.drifts);
    expect(cause.fits).toBe(true);
  });

  it('is cancelled when the setup changes, whatever is looked at, and can go on when that is undone', async () => {
    const { session, cause } = open();
    session.held = true;
    cause.start();
    session.send({ type: 'TOGGLE_DRIFT', id: 'ddof' });
    flushSync();
    expect(cause.state.at).toBe('cancelled');
    expect(session.newest.signal?.aborted).toBe(true);
    expect(cause.fits).toBe(false);
    session.held = false;
    session.send({ type: 'UNDO' });
    expect(cause.fits).toBe(true);
    cause.run();
    await over(cause);
    expect(cause.state.result?.kind).toBe('found');
  });

  it('is cancelled when another measure is chosen', () => {
    const { session, cause } = open();
    session.held = true;
    cause.start();
    session.send({ type: 'SET_CRITERION', criterion: 'bits' });
    flushSync();
    expect(cause.state.at).toBe('cancelled');
  });

  it('puts back what the repair takes, and sets up again what it was about', async () => {
    const { session, cause } = open(pair!.setup);
    cause.start();
    await over(cause);
    cause.putBack();
    expect(session.state.comparison?.flipped).toEqual([]);
    expect(session.state.setup.drifts).toContain('rate-rounded-down');
    expect(session.state.setup.drifts).not.toContain('batches-of-17');
    expect(cause.fits).toBe(false);
    session.send({ type: 'SET_CRITERION', criterion: 'bits' });
    cause.return();
    expect(session.state.setup).toEqual(pair!.setup);
    expect(session.state.criterion).toBe('predictions');
    expect(cause.fits).toBe(true);
  });

  it('ends with the visit, and with it the probe under way', () => {
    const { session, cause } = open();
    session.held = true;
    cause.start();
    cause.stop();
    expect(session.newest.signal?.aborted).toBe(true);
  });

  it('takes its time where motion is welcome', async () => {
    prefersCalm(false);
    vi.useFakeTimers();
    const { session, cause } = open();
    cause.start();
    await vi.advanceTimersByTimeAsync(20);
    expect(session.asked).toHaveLength(1);
    expect(cause.state.probes).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(cause.state.at).toBe('done');
    vi.useRealTimers();
  });
});
