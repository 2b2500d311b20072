/**
 * MicroPython in threads of its own: it trains for longer than the browsers take together, beside which it runs, and
 * answers nobody meanwhile. This file is both ends of them.
 */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { LANES } from '../../scripts/side-by-side.js';
import { throughVite } from '../../scripts/through-vite.js';

/**
 * @typedef {import('../../src/lib/experiment').Manifest} Manifest
 * @typedef {typeof import('./micropython').trainInMicroPython} Train
 * @typedef {{ value: Awaited<ReturnType<Train>> } | { error: string }} Answer
 */

/**
 * @returns {{ train: Train, end: () => Promise<unknown> }} `train` takes as many manifests at a time as there are lanes,
 *   and throws where it gives no result.
 */
export function startMicroPython() {
  const threads = Array.from({ length: LANES }, () => new Worker(new URL(import.meta.url)));
  const idle = [...threads];
  return {
    async train(manifest) {
      const thread = idle.pop();
      if (!thread) throw new Error('All threads are at work.');
      thread.postMessage(manifest);
      const [answer] = /** @type {[Answer]} */ (await once(thread, 'message'));
      idle.push(thread);
      if ('error' in answer) throw new Error(answer.error);
      return answer.value;
    },
    end: () => Promise.all(threads.map((thread) => thread.terminate()))
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
