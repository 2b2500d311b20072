/** Starts the Lab's worker. Bundlers find its file by this exact form, so it stands beside it. */
export const spawnLabWorker = (): Worker =>
  new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module', name: 'lab' });
