/** `npm run budget`: whether the built page is still light. Fails past a budget, and where it finds nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { weighPage } from './page-weight.js';
import { ROOT } from './run.js';
import { table } from './table.js';

/** The stricter of the two kilobytes. */
const KB = 1000;

/** What should be left of the budget for JavaScript, so that the next addition fits. */
const ROOM = 5 * KB;

/** @type {readonly [thing: string, part: keyof import('./page-weight.js').PageWeight, budget: number][]} */
const BUDGETS = [
  ['JavaScript', 'scripts', 75 * KB],
  ['CSS', 'styles', 12 * KB],
  ['fonts', 'fonts', 60 * KB],
  ['worker and data', 'worker', 12 * KB]
];

/** Everything that a visit to the lesson loads by itself, also once it has been idle: held by a journey, which sees it come. */
export const WHOLE_VISIT = 215 * KB;

/** What the other pages may load before they are alive, in JavaScript. */
export const OTHER_PAGES = /** @type {const} */ ([
  ['/lab', 'lab/index.html', 110 * KB],
  ['/verify', 'verify/index.html', 110 * KB],
  ['/why', 'why/index.html', 85 * KB],
  ['/terms', 'terms/index.html', 110 * KB],
  ['/deep', 'deep/index.html', 100 * KB],
  ['/cost', 'cost/index.html', 95 * KB],
  ['/try', 'try/index.html', 125 * KB],
  ['/compare', 'compare/index.html', 100 * KB],
  ['/review', 'review/index.html', 125 * KB],
  ['/case', 'case/index.html', 115 * KB]
]);

/**
 * Holds a page's weight against the budgets. A part without any file is a failure too: either the
 * page lost it, or the measuring no longer understands the build.
 *
 * @param {import('./page-weight.js').PageWeight} weight
 */
export function judge(weight) {
  return BUDGETS.map(([thing, part, budget]) => row(thing, weight[part], budget));
}

/** @param {string} thing @param {readonly import('./page-weight.js').WeighedFile[]} files @param {number} budget */
function row(thing, files, budget) {
  const compressed = sum(files.map((file) => file.compressed));
  return {
    thing,
    files: files.length,
    'bytes raw': sum(files.map((file) => file.raw)),
    compressed,
    budget,
    left: budget - compressed,
    verdict: files.length === 0 ? 'NOT FOUND' : compressed > budget ? 'TOO HEAVY' : 'ok'
  };
}

const sum = (/** @type {readonly number[]} */ numbers) =>
  numbers.reduce((total, number) => total + number, 0);

function main() {
  const build = join(ROOT, 'build');
  if (!existsSync(join(build, 'index.html'))) {
    console.error('There is no build/index.html to weigh: run `npm run build` first.');
    return 1;
  }
  const rows = [
    ...judge(weighPage(build)),
    ...OTHER_PAGES.map(([page, html, budget]) =>
      row(`JavaScript of ${page}`, weighPage(build, html).scripts, budget)
    )
  ];
  console.log(
    `${table(rows)}\nBytes; compressed is gzip -9 a file, and a font as it is. 1 KB = ${KB} bytes.`
  );
  for (const { thing, left } of rows) {
    if (thing.startsWith('JavaScript') && left >= 0 && left < ROOM) {
      console.warn(
        `Nearly full: ${left} bytes of ${thing} are left, and ${ROOM} should be. Load more of it later.`
      );
    }
  }
  return rows.every(({ verdict }) => verdict === 'ok') ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main();
