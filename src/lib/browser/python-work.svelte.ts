import { because } from '../experiment/reason';
import { parseDataset, type Dataset } from '../trainer';
import csv from '../trainer/penguins.csv?raw';
import {
  createPythonClient,
  fetchPython,
  readProgress,
  readRun,
  spawnPythonWorker,
  type PythonClient,
  type PythonPart,
  type PythonResult,
  type PythonRun
} from '../trainer/python';
import { LabWork } from './lab/work.svelte';

/** Python that a page runs: one program at a time, what it prints as it comes, and what came of it. */
export class PythonWork {
  readonly work = new LabWork<PythonResult>();
  /** What the program has printed so far, or the last one did. */
  lines = $state.raw<readonly string[]>([]);
  /** How many more lines there were. */
  left = $state(0);
  /** Whether Python has arrived. */
  isThere = $state(false);
  readonly #client: PythonClient;
  #dataset: Dataset | undefined;

  constructor(client: PythonClient = createPythonClient(fetchPython, spawnPythonWorker)) {
    this.#client = client;
  }

  /** Begins to run a program; one that is under way is stopped. @param key what it is about */
  run(parts: readonly PythonPart[], key = ''): Promise<void> {
    return this.work.run(async (signal, report) => {
      this.lines = [];
      this.left = 0;
      let printed: string[] = [];
      let run: PythonRun | null = null;
      let diverged = false;
      let began = 0;
      // All that came in one frame is drawn at once, however much a program prints.
      const show = (): void => {
        if (printed.length === 0 || signal.aborted) return;
        this.lines = [...this.lines, ...printed];
        printed = [];
      };
      const outcome = await this.#client.run({ parts, data: csv }, signal, {
        onBegan: () => (began = performance.now()),
        onLine(text) {
          if (printed.push(text) === 1) requestAnimationFrame(show);
        },
        onLeft: (lines) => (this.left = lines),
        onTold: (kind, json) => {
          const progress = kind === 'progress' ? readProgress(json) : null;
          if (progress) report({ done: progress.epoch, total: progress.epochs });
          if (kind === 'run') run = readRun(json, (this.#dataset ??= parseDataset(csv)));
          if (kind === 'no-result') diverged = true;
        }
      });
      const took = performance.now() - began;
      show();
      if (outcome.at === 'unloaded')
        return { ok: false, failure: { kind: 'unloaded', reason: because('no-python') } };
      this.isThere = true;
      if (outcome.at === 'stopped')
        return { ok: false, failure: { kind: 'cancelled', reason: because('cancelled') } };
      return { ok: true, value: { ending: outcome, took, run, diverged } };
    }, key);
  }

  cancel = (): void => this.work.cancel();

  stop(): void {
    this.work.cancel();
    this.#client.dispose();
  }
}
