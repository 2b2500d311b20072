/** Starts the trainer's worker. Bundlers find its file by this exact form, so it stands beside it. */
export const spawnTrainerWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'trainer' });
