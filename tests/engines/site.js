/**
 * Serves the built site's workers, and the page that drives them, to one engine after another.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run.js';
import { SetupProblem } from '../../scripts/setup.js';

/** @typedef {import('./findings').PageReport} PageReport */

const WORKERS = '/_app/immutable/workers/';
const PAGE = '<!doctype html><title>Engines</title><script type="module" src="/page.js"></script>';

/** @returns {SetupProblem} */
const notBuilt = () => new SetupProblem('The site is not built, or not whole: run `npm run build`.');

/** What the Lab's page allows. Here workers are sent with it too, for engines go by their own headers. */
function builtPolicy() {
  const page = join(ROOT, 'build/lab/index.html');
  const html = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
  if (!policy) throw notBuilt();
  return policy;
}

/** A worker that the site ships. @param {string} name its source file's, which no other worker's may be */
function builtWorker(name) {
  const folder = join(ROOT, 'build', WORKERS);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const [file, ...others] = files.filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (!file) throw notBuilt();
  if (others.length > 0) throw new Error(`The site ships ${others.length + 1} workers called “${name}”.`);
  return { address: WORKERS + file, text: readFileSync(join(folder, file), 'utf8') };
}

/**
 * @template T
 * @param {{ manifests: readonly import('$lib/experiment').Manifest[], pageScript: string }} subjects
 * @param {(site: { address: (engine: string) => string, reportOf: (engine: string) => Promise<PageReport>, wasVisitedBy: (engine: string) => boolean }) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withSite({ manifests, pageScript }, use) {
  const policy = builtPolicy();
  const lesson = builtWorker('worker');
  const lab = builtWorker('lab-worker');
  const sweep = builtWorker('sweep-worker');
  /** @type {import('./findings').PageTask} */
  const task = {
    workers: { lesson: lesson.address, lab: lab.address, sweep: sweep.address },
    manifests
  };
  /** @type {ReadonlyMap<string, readonly [type: string, text: string]>} */
  const files = new Map([
    ['/', ['text/html', PAGE]],
    ['/page.js', ['text/javascript', pageScript]],
    ['/task', ['application/json', JSON.stringify(task)]],
    ...[lesson, lab, sweep].map(
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
      'content-security-policy': policy,
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
