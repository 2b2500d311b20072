import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The scale of `app.css`, and what its custom properties stand for where they are written out. */
const SIZES = {
  label: '0.8125rem',
  body: '0.9375rem',
  head: '1.0625rem',
  title: '1.25rem',
  figure: '2.5rem',
  /** In the units of a drawing that grows with the text as a whole. */
  drawing: '13px'
};
const FIGURE_ON_PHONES = '1.875rem';
/** What follows the text around it: code, a power, what is as large as its neighbours. */
const RELATIVE = ['0.94em', '0.72em', '1em', 'inherit'];
/** What a container is asked in: as large as the text is set, by whoever set it. */
const ASKED_IN = '1rem';
const ALLOWED_SIZES = new Set([
  ...Object.entries(SIZES).flatMap(([name, size]) => [
    `var(--text-${name})`,
    ...(size.endsWith('rem') ? [size] : [])
  ]),
  FIGURE_ON_PHONES,
  ASKED_IN,
  ...RELATIVE
]);
const WEIGHTS = ['400', '600', '700'];

/**
 * Of the window, in em: twice the text in the same window needs the layout of half a window. Below 46.1875em a phone is
 * too low for everything on the stage, below 32.5em any window is too low for a bar that stays.
 */
const BREAKPOINTS = [
  'max-width: 22.5em',
  'max-width: 47.4375em',
  'max-width: 68.6875em',
  'min-width: 100em',
  'max-height: 51.25em',
  'max-height: 46.1875em',
  'max-height: 32.5em'
];
/**
 * Of a container: where tables become cards, where a label stands above, and a map that is hardly one. The stage asks
 * for the window's by what it has itself, and is a column of single things where a phone shows text twice as large.
 */
const CONTAINERS = [
  'max-width: 40rem',
  'max-width: 30rem',
  'max-width: 22rem',
  'max-height: 10rem',
  ...BREAKPOINTS.filter((query) => query.startsWith('max-width')),
  'max-width: 17.5em'
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:svelte|css)$/.test(file))
  .map((file) => `src/${file}`);

interface Style {
  readonly file: string;
  readonly text: string;
}

const styles: readonly Style[] = files.map((file) => {
  const text = readFileSync(file, 'utf8');
  const style = file.endsWith('.css') ? text : (/<style>(.*)<\/style>/s.exec(text)?.[1] ?? '');
  return { file, text: style.replace(/\/\*.*?\*\//gs, '').replace(/@font-face \{[^}]*\}/g, '') };
});

/** What a pattern's first group finds and a list does not allow, with where it stands. */
const others = (pattern: RegExp, allowed: Iterable<string>): string[] => {
  const known = new Set(allowed);
  return styles.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)]
      .map((found) => found[1]!.trim())
      .filter((found) => !known.has(found))
      .map((found) => `${file}: ${found}`)
  );
};

/** What stands between the brackets of a query, as far as it asks for a width or a height. */
const queries = (rule: 'media' | 'container'): RegExp =>
  new RegExp(`(?<=@${rule}[^{]*)\\(((?:min-|max-)?(?:width|height|inline-size|block-size)[^)]*)\\)`, 'g');

describe('styles keep to one scale', () => {
  it('which app.css holds', () => {
    const app = readFileSync('src/app.css', 'utf8');
    const held = [...app.matchAll(/--text-([\w-]+): ([^;]+);/g)].map(([, name, size]) => [name, size]);
    expect(held).toEqual([...Object.entries(SIZES), ['figure', FIGURE_ON_PHONES]]);
  });

  it('of sizes of text', () => {
    expect(others(/[\s;{]font-size:\s*([^;}!]+)/g, ALLOWED_SIZES)).toEqual([]);
    // In the shorthand the size comes before the family, and may have a line height.
    expect(others(/[\s;{]font:\s*(?:\d{3} )?([^;}/]+?)(?: ?\/|;|\})/g, ALLOWED_SIZES)).toEqual([]);
  });

  it('in which nothing of the height of a line is in pixels', () => {
    expect(others(/[\s;{](line-height:[^;]*\dpx)/g, [])).toEqual([]);
  });

  it('of weights', () => {
    expect(others(/[\s;{]font-weight:\s*([^;}]+)/g, WEIGHTS)).toEqual([]);
  });

  it('of widths and heights of the window', () => {
    expect(others(queries('media'), BREAKPOINTS)).toEqual([]);
  });

  it('of widths of containers', () => {
    expect(others(queries('container'), CONTAINERS)).toEqual([]);
  });

  it('and the patterns find what they look for', () => {
    const count = (pattern: RegExp) =>
      styles.reduce((sum, { text }) => sum + (text.match(pattern) ?? []).length, 0);
    expect(files.length).toBeGreaterThan(0);
    expect(count(/[\s;{]font-size:\s*([^;}!]+)/g)).toBeGreaterThan(100);
    expect(count(queries('media'))).toBeGreaterThan(40);
    expect(count(queries('container'))).toBeGreaterThan(40);
  });
});
