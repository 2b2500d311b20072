import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test, type Browser } from '@playwright/test';
import { record } from './measurements';

/** Each round measures everyone once, so that a machine's moods meet all alike. */
const ROUNDS = 5;
const WARM_UP = 500;
const COUNT = 3_000;

/** The same sweep in Node, on one core: runs a second. */
async function inNode(): Promise<number> {
  const script = join(import.meta.dirname, 'sweep-speed.ts');
  const { stdout } = await promisify(execFile)('npx', ['tsx', script, String(WARM_UP), String(COUNT)]);
  return Number(stdout);
}

/** A sweep on the page itself, with so many workers: runs a second. */
async function inBrowser(browser: Browser, baseURL: string, workers: number): Promise<number> {
  const context = await browser.newContext({ baseURL });
  // The page leaves one of the machine's cores to itself.
  await context.addInitScript((cores) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: cores });
  }, workers + 1);
  const page = await context.newPage();
  await page.goto('/lab?view=spread', { waitUntil: 'networkidle' });
  const sweep = async (count: number): Promise<number> => {
    await page.getByRole('spinbutton', { name: 'How many runs' }).fill(String(count));
    const begun = performance.now();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText(`Done: ${count.toLocaleString('en')} runs.`).waitFor({ timeout: 120_000 });
    return (1000 * count) / (performance.now() - begun);
  };
  await sweep(WARM_UP);
  const rate = await sweep(COUNT);
  await context.close();
  return rate;
}

/** The aims: 80% of Node's throughput per core in the browser, and 1.7 times as fast with two workers as with one. */
test('a sweep in Node, and in the browser with one worker and with two', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const before = loadavg()[0]!;
  const [node, one, two]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    node.push(await inNode());
    one.push(await inBrowser(browser, baseURL!, 1));
    two.push(await inBrowser(browser, baseURL!, 2));
  }
  const runs = `${COUNT.toLocaleString('en')} runs`;
  record('5-cores', [
    { what: 'load of the machine before', unit: '', values: [before] },
    { what: `${runs} in Node, one core`, unit: 'runs/s', values: node },
    { what: `${runs} in the browser, one worker`, unit: 'runs/s', values: one },
    { what: `${runs} in the browser, two workers`, unit: 'runs/s', values: two },
    {
      what: 'one worker against Node',
      unit: '%',
      values: one.map((rate, round) => (100 * rate) / node[round]!)
    },
    {
      what: 'two workers against one',
      unit: '%',
      values: two.map((rate, round) => (100 * rate) / one[round]!)
    }
  ]);
});
