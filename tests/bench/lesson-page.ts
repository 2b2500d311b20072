import type { Browser, Page } from '@playwright/test';
import { BUILD, staticHost } from '../e2e/support/static-host';
import { test as base } from '../e2e/support/test';

/** What the page notes about itself, from before its own scripts run. Times in ms since it was opened. */
interface Watch {
  /** Main-thread tasks over 50 ms: the browser's own measure of a page that does not answer. */
  longTasks: { start: number; duration: number }[];
  /** When the last click happened, as the browser stamped it, before any script heard of it. */
  clicked: number;
  /** When a frame was painted after the stage last changed, and how many are still to come. */
  painted: number;
  pending: number;
}

declare global {
  interface Window {
    benchWatch: Watch;
  }
}

/** On a host that sends the site compressed, in the motion that most people have. */
export const test = base.extend<object, { readonly host: string }>({
  host: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture asks for
    async ({}, use) => {
      const { origin, close } = await staticHost(BUILD, { compresses: true });
      await use(origin);
      await close();
    },
    { scope: 'worker' }
  ],
  motion: 'no-preference'
});

export type Motion = 'no-preference' | 'reduce';

/** A page that has not gone anywhere yet, with nothing cached or remembered, being watched. */
export async function openPage(browser: Browser, host: string, reducedMotion: Motion): Promise<Page> {
  const context = await browser.newContext({
    baseURL: host,
    reducedMotion,
    viewport: { width: 1440, height: 900 }
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch: Watch = { longTasks: [], clicked: 0, painted: 0, pending: 0 };
    window.benchWatch = watch;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        watch.longTasks.push({ start: startTime, duration });
      }
    }).observe({ type: 'longtask', buffered: true });

    addEventListener('click', ({ timeStamp }) => (watch.clicked = timeStamp), { capture: true });

    const inStage = ({ target }: MutationRecord) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element?.closest('.stage') != null;
    };
    new MutationObserver((mutations) => {
      if (!mutations.some(inStage)) return;
      watch.pending++;
      // The second frame's callback runs once the first one, which shows the change, was handed over.
      requestAnimationFrame(() =>
        requestAnimationFrame((time) => {
          watch.painted = time;
          watch.pending--;
        })
      );
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-current']
    });
  });
  return page;
}

/** A fresh visit to the lesson, or to another page, being watched. */
export async function openLesson(
  browser: Browser,
  host: string,
  reducedMotion: Motion,
  path = '/'
): Promise<Page> {
  const page = await openPage(browser, host, reducedMotion);
  await page.goto(path, { waitUntil: 'networkidle' });
  return page;
}

interface Network {
  /** Milliseconds until an answer begins. */
  readonly latency: number;
  /** Bytes a second. */
  readonly downloadThroughput: number;
  readonly uploadThroughput: number;
}

/** Makes a page's processor so many times slower than this machine's, and its network like another. */
export async function slowDown(page: Page, rate: number, network?: Network): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  if (network) await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
}

/** Goes one step on, and waits until the process table's current row is that step's. */
export async function nextStep(page: Page, step: number): Promise<void> {
  await page.getByRole('button', { name: 'Next step' }).click();
  await currentRow(page)
    .and(page.locator(`:nth-child(${step})`))
    .waitFor();
}

/** The accuracy that training gave stands in the current row. */
export async function accuracyShows(page: Page): Promise<void> {
  await currentRow(page)
    .filter({ hasText: /accuracy \d+\s?%/i })
    .waitFor();
}

const currentRow = (page: Page) =>
  page
    .getByRole('table', { name: 'Process table' })
    .locator('tbody')
    .getByRole('row')
    .and(page.locator('[aria-current="step"]'));

/** From the click until what it changed in the stage was painted, in ms. */
export async function millisecondsToPaint(page: Page): Promise<number> {
  await page.waitForFunction(() => {
    const { clicked, painted, pending } = window.benchWatch;
    return painted > clicked && pending === 0;
  });
  return page.evaluate(() => window.benchWatch.painted - window.benchWatch.clicked);
}

/** The long tasks since the last click, in ms each. */
export const longTasksSinceClick = async (page: Page): Promise<number[]> =>
  longTasksSince(page, await page.evaluate(() => window.benchWatch.clicked));

/** By the page's own clock. */
export const now = (page: Page): Promise<number> => page.evaluate(() => performance.now());

/** The long tasks since a moment, in ms each. */
export async function longTasksSince(page: Page, moment: number): Promise<number[]> {
  return page.evaluate(async (moment) => {
    await new Promise((resolve) => setTimeout(resolve, 100)); // entries are delivered when idle
    return window.benchWatch.longTasks
      .filter(({ start, duration }) => start + duration > moment)
      .map((task) => task.duration);
  }, moment);
}
