import type { FromPythonWorker, PythonEnding, PythonProgram, ToPythonWorker } from './protocol';

/** The part of a `Worker` that a client needs. */
export interface PythonWorker {
  addEventListener(type: 'message', listener: (event: { readonly data: FromPythonWorker }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { message?: string }) => void): void;
  postMessage(message: ToPythonWorker): void;
  terminate(): void;
}

/** What is heard of a program while it runs. */
export interface PythonListener {
  onBegan?: () => void;
  onLine?: (text: string) => void;
  onLeft?: (lines: number) => void;
  onTold?: (kind: string, json: string) => void;
}

/** How a program ended, or why it did not begin: Python did not arrive. */
export type PythonOutcome = PythonEnding | { readonly at: 'stopped' } | { readonly at: 'unloaded' };

/** Runs Python elsewhere, one program at a time. Its promises never reject: what goes wrong is an outcome. */
export interface PythonClient {
  /** Loads what it needs, unless that is there; tells whether it is. */
  load(): Promise<boolean>;
  /** Runs a program; one that is under way is stopped. Aborting `signal` ends it at once, whatever it is doing. */
  run(program: PythonProgram, signal: AbortSignal, listener: PythonListener): Promise<PythonOutcome>;
  dispose(): void;
}

interface Running extends PythonListener {
  settle(outcome: PythonOutcome): void;
}

/**
 * @param fetchPython brings the compiled interpreter; asked again after it failed.
 * @param spawn makes a worker that serves programs.
 */
export function createPythonClient(
  fetchPython: () => Promise<WebAssembly.Module>,
  spawn: () => PythonWorker
): PythonClient {
  let module: WebAssembly.Module | null = null;
  let worker: PythonWorker | null = null;
  let running: Running | null = null;
  let disposed = false;

  function settle(outcome: PythonOutcome): void {
    running?.settle(outcome);
    running = null;
  }

  function end(outcome: PythonOutcome): void {
    worker?.terminate();
    worker = null;
    settle(outcome);
  }

  function start(): PythonWorker {
    const started = spawn();
    let hasSpoken = false;
    const onDeath = ({ message = '' }: { message?: string }): void => {
      // A worker that was replaced has no say any more.
      if (worker === started) end(hasSpoken ? { at: 'crashed', words: message } : { at: 'unloaded' });
    };
    started.addEventListener('message', ({ data: message }) => {
      if (worker !== started) return;
      hasSpoken = true;
      if (message.type === 'began') running?.onBegan?.();
      else if (message.type === 'line') running?.onLine?.(message.text);
      else if (message.type === 'left') running?.onLeft?.(message.lines);
      else if (message.type === 'told') running?.onTold?.(message.kind, message.json);
      else settle(message.ending);
    });
    started.addEventListener('error', onDeath);
    started.addEventListener('messageerror', onDeath);
    return started;
  }

  async function load(): Promise<boolean> {
    try {
      module ??= await fetchPython();
      // At once, so that its code is there too: the page may lose its connection before something is run.
      if (!disposed) worker ??= start();
    } catch {
      // What did not arrive is asked for again the next time.
    }
    return module !== null && worker !== null;
  }

  /** What never ends is ended with its worker; the next one is there at once. */
  function stop(): void {
    if (running === null) return;
    end({ at: 'stopped' });
    void load();
  }

  return {
    load,
    async run(program, signal, listener) {
      stop();
      const isThere = await load();
      if (signal.aborted) return { at: 'stopped' };
      if (!isThere) return { at: 'unloaded' };
      return new Promise((resolve) => {
        signal.addEventListener('abort', stop, { once: true });
        running = {
          ...listener,
          settle(outcome) {
            signal.removeEventListener('abort', stop);
            resolve(outcome);
          }
        };
        worker!.postMessage({ module: module!, program });
      });
    },
    dispose() {
      disposed = true;
      end({ at: 'stopped' });
    }
  };
}
