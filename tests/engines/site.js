/**
 * Serves the built site's workers, and the page that drives them, to one engine after another.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run.js';
import { SetupProblem } from '../../scripts/setup.js';

/** @typedef {import('./findings').PageReport} PageReport */

const WORKERS = '/_app/immutable/workers/';
const PAGE = '<!doctype html><title>Engines</title><script type="module" src="/page.js"></script>';

/** What the site's own pages allow. */
const POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'";

/** The files of the two workers that the site ships: the lesson's and the Lab's. */
function builtWorkers() {
  const folder = join(ROOT, 'build', WORKERS);
  let files = /** @type {string[]} */ ([]);
  try {
    files = readdirSync(folder);
  } catch {
    // As good as an empty folder.
  }
  return [/^worker-.*\.js$/, /^lab-worker-.*\.js$/].map((pattern) => {
    const file = files.find((name) => pattern.test(name));
    if (!file)
      throw new SetupProblem('The site is not built, or not with both workers: run `npm run build`.');
    return { address: WORKERS + file, text: readFileSync(join(folder, file), 'utf8') };
  });
}

/**
 * @template T
 * @param {{ manifests: readonly import('$lib/experiment').Manifest[], pageScript: string }} subjects
 * @param {(site: { address: (engine: string) => string, reportOf: (engine: string) => Promise<PageReport>, wasVisitedBy: (engine: string) => boolean }) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withSite({ manifests, pageScript }, use) {
  const workers = builtWorkers();
  /** @type {import('./findings').PageTask} */
  const task = { workers: workers.map(({ address }) => address), manifests };
  /** @type {ReadonlyMap<string, readonly [type: string, text: string]>} */
  const files = new Map([
    ['/', ['text/html', PAGE]],
    ['/page.js', ['text/javascript', pageScript]],
    ['/task', ['application/json', JSON.stringify(task)]],
    ...workers.map(
      ({ address, text }) => /** @type {[string, [string, string]]} */ ([address, ['text/javascript', text]])
    )
  ]);
  /** @type {Map<string, (report: PageReport) => void>} */
  const awaited = new Map();
  /** Engines that have asked for the page. */
  const visitors = new Set();

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST' && pathname === '/report') {
      /** @type {Buffer[]} */
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        response.end();
        awaited.get(decodeURIComponent(search.slice(1)))?.(JSON.parse(Buffer.concat(chunks).toString()));
      });
      return;
    }
    if (pathname === '/') visitors.add(decodeURIComponent(search.slice(1)));
    const [type, text] = files.get(pathname) ?? [];
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': POLICY,
      'cache-control': 'no-store'
    });
    response.end(text);
  });

  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  try {
    return await use({
      address: (engine) => `http://127.0.0.1:${port}/?${encodeURIComponent(engine)}`,
      reportOf: (engine) => new Promise((resolve) => awaited.set(engine, resolve)),
      wasVisitedBy: (engine) => visitors.has(engine)
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
