import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judge } from '../../../scripts/budget.js';
import { weighPage } from '../../../scripts/page-weight.js';

const IMMUTABLE = '_app/immutable';

/** A small build, in the shapes that SvelteKit and Vite give it. */
const BUILD: Record<string, string> = {
  'index.html': `<link href="./_app/immutable/entry/start.A.js" rel="modulepreload">
    <link href="./_app/immutable/nodes/2.B.js" rel="modulepreload">
    <link href="./_app/immutable/assets/2.C.css" rel="stylesheet">
    <script>Promise.all([import("./_app/immutable/entry/start.A.js"), import("./_app/immutable/entry/app.D.js")])</script>
    <p>Plain letters</p>`,
  [`${IMMUTABLE}/entry/start.A.js`]: 'export{a as start}from"../chunks/E.js";',
  [`${IMMUTABLE}/entry/app.D.js`]: 'import"../chunks/F.js";const n=()=>import("../nodes/9.G.js");',
  [`${IMMUTABLE}/chunks/E.js`]: 'import{x as a,$ as b}from"./F.js";import*as c from"./H.js";export{a};',
  [`${IMMUTABLE}/chunks/F.js`]: 'export const x=1,y="import of ./nothing.js";',
  [`${IMMUTABLE}/chunks/H.js`]: 'export{}',
  [`${IMMUTABLE}/nodes/2.B.js`]:
    'new Worker(new URL(new URL(`../workers/w-I.js`,import.meta.url).href,``+import.meta.url),{type:`module`});',
  [`${IMMUTABLE}/nodes/0.M.js`]: 'export const layout=1;',
  [`${IMMUTABLE}/nodes/1.N.js`]: 'export const error=1;',
  [`${IMMUTABLE}/nodes/9.G.js`]: 'export const late=true;',
  [`${IMMUTABLE}/assets/2.C.css`]:
    '@font-face{src:url(./mono-latin.J.woff2)format("woff2"),url(./mono-latin.J.woff)format("woff");unicode-range:U+??,U+131}' +
    '@font-face{src:url(./mono-greek.K.woff2)format("woff2");unicode-range:U+370-377,U+4??}h1{color:red}',
  [`${IMMUTABLE}/assets/mono-latin.J.woff2`]: 'x'.repeat(500),
  [`${IMMUTABLE}/assets/mono-greek.K.woff2`]: 'x'.repeat(700),
  [`${IMMUTABLE}/workers/w-I.js`]:
    'import{t}from"./shared-L.js";fetch(new URL("../assets/penguins-M.csv",import.meta.url));',
  [`${IMMUTABLE}/workers/shared-L.js`]: 'export const t=1;',
  [`${IMMUTABLE}/assets/penguins-M.csv`]: 'a,b\n'
};

let build: string;

beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => {
  rmSync(build, { recursive: true });
});

function weigh(changes: Record<string, string | undefined> = {}) {
  for (const [path, text] of Object.entries({ ...BUILD, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(build, path)), { recursive: true });
    writeFileSync(join(build, path), text);
  }
  return weighPage(build);
}

const names = (files: readonly { path: string }[]) =>
  files.map(({ path }) => path.slice(IMMUTABLE.length + 1)).sort();

describe('what the first page loads', () => {
  it('follows static imports from the page, its layout and the error page, and not the dynamic ones', () => {
    expect(names(weigh().scripts)).toEqual([
      'chunks/E.js',
      'chunks/F.js',
      'chunks/H.js',
      'entry/app.D.js',
      'entry/start.A.js',
      'nodes/0.M.js',
      'nodes/1.N.js',
      'nodes/2.B.js'
    ]);
  });

  it('takes a font only where the page has characters of its range', () => {
    expect(names(weigh().fonts)).toEqual(['assets/mono-latin.J.woff2']);
    const greek = weigh({ 'index.html': `${BUILD['index.html']} Ͱ` });
    expect(names(greek.fonts)).toEqual(['assets/mono-greek.K.woff2', 'assets/mono-latin.J.woff2']);
  });

  it('counts the worker with its imports and its data', () => {
    expect(names(weigh().worker)).toEqual(['assets/penguins-M.csv', 'workers/shared-L.js', 'workers/w-I.js']);
  });

  it('leaves out the worker of another page', () => {
    const { worker } = weigh({ [`${IMMUTABLE}/workers/lab-O.js`]: 'export const lab=true;' });
    expect(names(worker)).not.toContain('workers/lab-O.js');
  });

  it('finds the worker of a chunk that loads later', () => {
    const { worker } = weigh({ [`${IMMUTABLE}/nodes/2.B.js`]: '' });
    expect(names(worker)).toContain('workers/w-I.js');
  });

  it('measures fonts as they are, and compresses everything else', () => {
    const { fonts, styles } = weigh({
      [`${IMMUTABLE}/assets/2.C.css`]: BUILD[`${IMMUTABLE}/assets/2.C.css`] + 'b{}'.repeat(500)
    });
    expect(fonts[0]).toMatchObject({ raw: 500, compressed: 500 });
    expect(styles[0]!.raw).toBeGreaterThan(1500);
    expect(styles[0]!.compressed).toBeLessThan(400);
  });

  it('reads a site that is served below a folder', () => {
    const html = BUILD['index.html']!.replaceAll('./_app', '/retrace/_app');
    expect(weigh({ 'index.html': html })).toEqual(weigh());
  });

  it('weighs whichever page it is asked for', () => {
    const html = BUILD['index.html']!.replaceAll('2.B.js', '3.Q.js');
    weigh({ 'lab/index.html': html, [`${IMMUTABLE}/nodes/3.Q.js`]: 'export{}' });
    const found = names(weighPage(build, 'lab/index.html').scripts);
    expect(found).toContain('nodes/3.Q.js');
    expect(found).not.toContain('nodes/2.B.js');
  });

  it.each(['0.M', '1.N'])(
    'refuses a build in which %s.js, the layout or the error page, is not found',
    (node) => {
      expect(() => weigh({ [`${IMMUTABLE}/nodes/${node}.js`]: undefined })).toThrow(/^No node [01]/);
    }
  );

  it('refuses a page that refers to what was not built', () => {
    expect(() => weigh({ [`${IMMUTABLE}/chunks/H.js`]: undefined })).toThrow(/H\.js/);
  });
});

describe('the budgets', () => {
  const light = () => [{ path: 'a', raw: 2000, compressed: 1000 }];
  const weight = () => ({ scripts: light(), styles: light(), fonts: light(), worker: light() });

  it('are kept by a light page', () => {
    expect(judge(weight()).map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('are kept to the byte, by all files of a kind together', () => {
    const scripts = (last: number) => [...light(), { path: 'b', raw: 9, compressed: last }];
    expect(judge({ ...weight(), scripts: scripts(74_000) })[0]).toMatchObject({
      compressed: 75_000,
      left: 0,
      verdict: 'ok'
    });
    expect(judge({ ...weight(), scripts: scripts(74_001) })[0]).toMatchObject({ verdict: 'TOO HEAVY' });
  });

  it.each(['scripts', 'styles', 'fonts', 'worker'])('are not kept by finding no %s', (part) => {
    const verdicts = judge({ ...weight(), [part]: [] }).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict === 'NOT FOUND')).toHaveLength(1);
  });
});
