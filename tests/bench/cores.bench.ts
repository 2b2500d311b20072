import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { BASELINE } from '../../src/lib/experiment';
import { test } from './lesson-page';
import { record, type Measurement } from './measurements';

/** Each round measures everyone once, so that a machine's moods meet all alike. */
const ROUNDS = 5;
const WARM_UP = 500;
const COUNT = 3_000;

const WORKERS = '_app/immutable/workers';

/** The same sweep in Node, on one core: runs a second. */
async function inNode(): Promise<number> {
  const script = join(import.meta.dirname, 'sweep-speed.ts');
  const { stdout } = await promisify(execFile)('npx', ['tsx', script, String(WARM_UP), String(COUNT)]);
  return Number(stdout);
}

/** The site's own workers, so many at once, beside a page that does nothing: runs a second. */
async function inWorkers(page: Page, workers: number): Promise<number> {
  const file = readdirSync(join(import.meta.dirname, '../../build', WORKERS)).find((name) =>
    name.startsWith('sweep-worker-')
  );
  if (!file) throw new Error('The site ships no worker for sweeps: is it built?');
  await page.goto('/verify', { waitUntil: 'networkidle' });
  return page.evaluate(
    async ({ address, workers, base, warmUp, count }) => {
      const pool = Array.from({ length: workers }, () => new Worker(address, { type: 'module' }));
      const sweep = (worker: Worker, runs: number) =>
        new Promise<unknown>((resolve) => {
          worker.onmessage = resolve;
          const spec = { base, varies: { kind: 'seed', from: 1 }, count: runs };
          const input = { spec, span: { from: 0, to: runs } };
          worker.postMessage({ type: 'request', id: runs, name: 'sweep', input });
        });
      await Promise.all(pool.map((worker) => sweep(worker, warmUp)));
      const begun = performance.now();
      await Promise.all(pool.map((worker) => sweep(worker, count)));
      const seconds = (performance.now() - begun) / 1000;
      for (const worker of pool) worker.terminate();
      return (workers * count) / seconds;
    },
    { address: `/${WORKERS}/${file}`, workers, base: BASELINE, warmUp: WARM_UP, count: COUNT }
  );
}

/** A sweep as learners run it, with so many workers: runs a second. */
async function onThePage(page: Page, workers: number): Promise<number> {
  // The page leaves one of the machine's cores to itself.
  await page.addInitScript((cores) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: cores });
  }, workers + 1);
  await page.goto('/lab?view=spread', { waitUntil: 'networkidle' });
  const sweep = async (count: number): Promise<number> => {
    await page.getByRole('textbox', { name: 'How many runs' }).fill(String(count));
    const begun = performance.now();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText(`Done: ${count.toLocaleString('en')} runs.`).waitFor({ timeout: 120_000 });
    return (1000 * count) / (performance.now() - begun);
  };
  await sweep(WARM_UP);
  return sweep(COUNT);
}

const CONTENDERS: readonly { readonly what: string; readonly rate: (page: Page) => Promise<number> }[] = [
  { what: 'in Node, one core', rate: inNode },
  { what: 'in the browser, one worker', rate: (page) => inWorkers(page, 1) },
  { what: 'in the browser, two workers', rate: (page) => inWorkers(page, 2) },
  { what: 'on the page, one worker', rate: (page) => onThePage(page, 1) },
  { what: 'on the page, two workers', rate: (page) => onThePage(page, 2) }
];

/** Aimed at: 80% of Node's throughput per core, and 170% of one worker's with two. */
test('a sweep in Node, in the browser, and on the page while it draws', async ({ browser, host }) => {
  test.setTimeout(900_000);
  const load = loadavg()[0]!;
  const rates = CONTENDERS.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { rate }] of CONTENDERS.entries()) {
      const context = await browser.newContext({ baseURL: host });
      rates[index]!.push(await rate(await context.newPage()));
      await context.close();
    }
  }
  const share = (of: number, to: number): Measurement => ({
    what: `${CONTENDERS[of]!.what}, against ${CONTENDERS[to]!.what}`,
    unit: '%',
    values: rates[of]!.map((rate, round) => (100 * rate) / rates[to]![round]!)
  });
  record('5-cores', [
    { what: 'load of the machine before', unit: '', values: [load] },
    ...CONTENDERS.map(({ what }, index) => ({ what, unit: 'runs/s', values: rates[index]! })),
    share(1, 0),
    share(2, 1),
    share(3, 0),
    share(4, 3)
  ]);
});
