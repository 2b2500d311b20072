/**
 * MicroPython in a thread of its own: it trains for longer than the browsers take together, beside which it runs, and
 * answers nobody meanwhile. This file is both ends of it.
 */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { throughVite } from '../../scripts/through-vite.js';

/**
 * @typedef {import('../../src/lib/experiment').Manifest} Manifest
 * @typedef {typeof import('./micropython').trainInMicroPython} Train
 * @typedef {{ value: Awaited<ReturnType<Train>> } | { error: string }} Answer
 */

/**
 * @returns {{ train: Train, end: () => Promise<number> }} `train` takes one manifest at a time, and throws where it gives
 *   no result.
 */
export function startMicroPython() {
  const thread = new Worker(new URL(import.meta.url));
  return {
    async train(manifest) {
      thread.postMessage(manifest);
      const [answer] = /** @type {[Answer]} */ (await once(thread, 'message'));
      if ('error' in answer) throw new Error(answer.error);
      return answer.value;
    },
    end: () => thread.terminate()
  };
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  const { trainInMicroPython } = /** @type {typeof import('./micropython')} */ (
    await throughVite('tests/engines/micropython.ts')
  );
  port.on('message', (/** @type {Manifest} */ manifest) =>
    trainInMicroPython(manifest).then(
      (value) => port.postMessage({ value }),
      (error) => port.postMessage({ error: error.message })
    )
  );
}
