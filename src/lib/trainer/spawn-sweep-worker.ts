/** Starts a worker of the pool. Bundlers find its file by this exact form, so it stands beside it. */
export const spawnSweepWorker = (): Worker =>
  new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module', name: 'sweep' });
