import type { FromReader, ToReader } from './protocol';

/** What a reader is asked; it never rejects: null where it broke down, or was replaced. */
export interface Reader {
  ask(request: Omit<ToReader, 'id'>): Promise<FromReader | null>;
  dispose(): void;
}

/** Bundlers find the worker by this exact form. */
const spawn = (): Worker =>
  new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module', name: 'compare' });

/** Reads lists in a worker, so that a large one does not hold up the page. It remembers the list of each side. */
export function createReader(onbroken: () => void): Reader {
  const pending = new Map<number, (answer: FromReader | null) => void>();
  let worker: Worker | null = null;
  let last = 0;

  const settle = (id: number, answer: FromReader | null): void => {
    pending.get(id)?.(answer);
    pending.delete(id);
  };
  const stop = (): void => {
    worker?.terminate();
    worker = null;
    for (const id of [...pending.keys()]) settle(id, null);
  };
  const start = (): Worker => {
    const started = spawn();
    started.addEventListener('message', ({ data }: MessageEvent<FromReader>) => settle(data.id, data));
    started.addEventListener('error', () => {
      stop();
      onbroken();
    });
    return started;
  };

  return {
    ask: (request) =>
      new Promise((resolve) => {
        const id = ++last;
        pending.set(id, resolve);
        try {
          worker ??= start();
          worker.postMessage({ ...request, id } satisfies ToReader);
        } catch {
          stop();
          onbroken();
        }
      }),
    dispose: stop
  };
}
