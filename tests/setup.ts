import fc from 'fast-check';
import { vi } from 'vitest';

/**
 * Property tests draw the same cases each time, everywhere: a failure is then somebody's change and never luck.
 * New cases are looked for by `npm run fuzz`, which sets FUZZ_SEED.
 */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) });

/** How long to wait for what must come: so long that only what never comes is missed, however busy the machine. */
export const PATIENCE = 120_000;

// Vitest has no setting for this, and its own second is over before a busy machine has trained anything.
const { waitFor } = vi;
vi.waitFor = (callback, options = {}) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: PATIENCE, ...options });
