/**
 * The built site in a browser, for scripts that look at it: preview server, Chromium and page, all
 * closed again whatever happens.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { CHROMIUM_ARGS } from './chromium-args.js';
import { start, tool } from './run.js';
import { ensureBrowser, SetupProblem } from './setup.js';

const { PORT = '4174' } = process.env;
const ORIGIN = `http://127.0.0.1:${PORT}`;

/**
 * @template T
 * @param {(browser: import('@playwright/test').Browser, origin: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPreview(use) {
  const { chromium } = await import('@playwright/test');
  const executablePath = await ensureBrowser();
  const server = start(tool('vite', 'preview', '--host', '127.0.0.1', '--port', PORT, '--strictPort'));
  try {
    await answers(server);
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
    try {
      return await use(browser, ORIGIN);
    } finally {
      await browser.close();
    }
  } finally {
    server.kill();
  }
}

/** @param {import('node:child_process').ChildProcess} server */
async function answers(server) {
  for (let attempt = 0; attempt < 150 && server.exitCode === null; attempt++) {
    if (
      await fetch(ORIGIN).then(
        ({ ok }) => ok,
        () => false
      )
    )
      return;
    await rest(200);
  }
  throw new SetupProblem(
    `The built site did not answer at ${ORIGIN}: run \`npm run build\`, and free the port.`
  );
}
