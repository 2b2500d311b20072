/**
 * Runs inside each engine, and speaks with the workers of the built site through the site's own client. It is
 * opened as /?<name> and hands its findings to /report?<name>.
 */
import { createTrainerClient } from '../../src/lib/trainer/client';
import { createLabClient } from '../../src/lib/trainer/lab-client';
import type { Outcome } from '../../src/lib/trainer/messages';
import { createSweepClient } from '../../src/lib/trainer/pool';
import {
  platformMath,
  resultOf,
  sweepOf,
  sweptOf,
  type PageFindings,
  type PageReport,
  type PageTask,
  type Result,
  type Swept
} from './findings';

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure.reason));
  return outcome.value;
}

async function work({ workers, manifests }: PageTask): Promise<PageFindings> {
  const spawn = (address: string) => () => new Worker(address, { type: 'module' });
  const results: (readonly Result[])[] = [];
  const swept: Swept[] = [];
  const lab = createLabClient(spawn(workers.lab));
  const clients = [createTrainerClient(spawn(workers.lesson)), lab];
  const sweeps = createSweepClient({ workers: 1, spawn: spawn(workers.sweep) });
  for (const manifest of manifests) {
    const ofWorkers: Result[] = [];
    for (const client of clients) ofWorkers.push(resultOf(valueOf(await client.train(manifest)).record));
    results.push(ofWorkers);
    swept.push(sweptOf(valueOf(await sweeps.run(sweepOf(manifest)))));
  }
  return { results, swept, math: platformMath(valueOf(await lab.probeMath())) };
}

async function reportOfWork(): Promise<PageReport> {
  try {
    const task = (await (await fetch('/task')).json()) as PageTask;
    return { ok: true, value: await work(task) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

await fetch(`/report${location.search}`, { method: 'POST', body: JSON.stringify(await reportOfWork()) });
