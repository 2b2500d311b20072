/**
 * What the first page really makes a browser load, read from the built files themselves: the page's
 * own links, the imports that follow from them, the fonts whose characters occur, and the worker.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * @typedef {{ path: string, raw: number, compressed: number }} WeighedFile
 * @typedef {{ scripts: WeighedFile[], styles: WeighedFile[], fonts: WeighedFile[], worker: WeighedFile[] }} PageWeight
 *   Paths are relative to the build, sizes in bytes.
 */

/** SvelteKit loads the root layout and the error page, nodes 0 and 1, with whichever page comes first. */
const NODES = '_app/immutable/nodes';
const FRAME = ['0', '1'];
const WORKERS = '_app/immutable/workers';

/**
 * @param {string} build the folder that holds index.html
 * @param {string} [html] the page to weigh. @default the first page
 * @returns {PageWeight}
 * @throws where the page refers to a file that was not built.
 */
export function weighPage(build, html = 'index.html') {
  const text = (/** @type {string} */ path) => readFileSync(join(build, path), 'utf8');
  const weighAll = (/** @type {Iterable<string>} */ paths) => weighFiles(build, paths);

  const page = text(html);
  const linked = linksOf(page);
  const frame = FRAME.map((node) => {
    const file = filesIn(build, NODES).find(
      (path) => isScript(path) && posix.basename(path).startsWith(`${node}.`)
    );
    if (!file) throw new Error(`No node ${node} is in ${NODES}: where are the layout and the error page?`);
    return file;
  });
  const scripts = closure([...linked.filter(isScript), ...frame], (path) => importsOf(text(path), path));
  const styles = linked.filter((path) => path.endsWith('.css'));
  const characters = new Set([page, ...scripts.map(text)].join(''));
  const fonts = [
    ...linked.filter((path) => path.endsWith('.woff2')),
    ...styles.flatMap((path) => fontsOf(text(path), path, characters))
  ];
  const named = scripts.flatMap((path) => urlsOf(text(path), path)).filter((path) => path.includes(WORKERS));
  // A page that names no worker yet loads one later: which one is not known, so all count.
  const workers = named.length > 0 ? named : filesIn(build, WORKERS).filter(isScript);
  const worker = closure(workers, (path) => [...importsOf(text(path), path), ...urlsOf(text(path), path)]);

  return {
    scripts: weighAll(scripts),
    styles: weighAll(styles),
    fonts: weighAll(fonts),
    worker: weighAll(worker)
  };
}

/**
 * Weighs each file once, however often it is named.
 *
 * @param {string} build the folder that holds index.html
 * @param {Iterable<string>} paths relative to it
 * @returns {WeighedFile[]}
 */
export const weighFiles = (build, paths) =>
  [...new Set(paths)].sort().map((path) => {
    const bytes = readFileSync(join(build, path));
    // woff2 is compressed already, and servers send it as it is.
    const compressed = path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    return { path, raw: bytes.length, compressed };
  });

const isScript = (/** @type {string} */ path) => /\.m?js$/.test(path);

/**
 * All files reached from some, themselves included.
 *
 * @param {readonly string[]} from
 * @param {(path: string) => readonly string[]} next
 */
function closure(from, next) {
  const reached = new Set(from);
  for (const path of reached) {
    if (isScript(path)) next(path).forEach((found) => reached.add(found));
  }
  return [...reached];
}

/** @param {string} build @param {string} folder */
function filesIn(build, folder) {
  const path = join(build, folder);
  return existsSync(path) ? readdirSync(path).map((name) => posix.join(folder, name)) : [];
}

/**
 * The page's own files: what it links or preloads, and what its start script imports. They are named
 * from `_app` on, so that it does not matter below which folder the site is served.
 *
 * @param {string} html
 */
function linksOf(html) {
  return all(html, /["'(](?:[^"'()\s]*\/)?(_app\/[^"'()\s]+\.(?:js|css|woff2))["')]/g);
}

/**
 * What a module imports or re-exports without being asked: `import("…")` waits for a reason.
 *
 * @param {string} script
 * @param {string} path
 */
function importsOf(script, path) {
  return beside(path, all(script, /\b(?:import|export)\b[\w$\s{},*]*["'](\.{1,2}\/[^"']+)["']/g));
}

/**
 * Files that a script names as `new URL("…", import.meta.url)`: workers, and their data.
 *
 * @param {string} script
 * @param {string} path
 */
function urlsOf(script, path) {
  return beside(
    path,
    all(script, /new URL\(\s*["'`](\.{0,2}\/?[^"'`:$]+)["'`]\s*,\s*(?:``\+|""\+)?import\.meta\.url/g)
  );
}

/**
 * The fonts of a style sheet that a browser would load for these characters: it takes the first
 * source it understands, and none whose range is not needed.
 *
 * @param {string} css
 * @param {string} path
 * @param {ReadonlySet<string>} characters
 */
function fontsOf(css, path, characters) {
  const faces = all(css, /@font-face\s*\{([^}]*)\}/g);
  const needed = faces.filter((face) => {
    const [range] = all(face, /unicode-range:([^;]*)/gi);
    return range === undefined || [...characters].some(within(range));
  });
  return beside(
    path,
    needed.flatMap((face) => all(face, /url\(["']?([^"')]+\.woff2)["']?\)/g).slice(0, 1))
  );
}

/**
 * Whether a character is in a `unicode-range`, such as `U+0-FF, U+4??, U+131`.
 *
 * @param {string} range
 * @returns {(character: string) => boolean}
 */
function within(range) {
  const spans = all(range, /U\+([\dA-F?]+(?:-[\dA-F]+)?)/gi).map((span) => {
    const [from = '', to = from] = span.split('-');
    return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'F'), 16)];
  });
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return spans.some(([from = 0, to = 0]) => from <= code && code <= to);
  };
}

/** @param {string} path @param {readonly string[]} relative */
const beside = (path, relative) => relative.map((other) => posix.join(posix.dirname(path), other));

/** What the pattern's first group finds, everywhere. @param {string} text @param {RegExp} pattern */
const all = (text, pattern) => Array.from(text.matchAll(pattern), ([, found = '']) => found);
