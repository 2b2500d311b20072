import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Text and what holds it grow with the size that the reader has set for text, so no size of text is in pixels. */
const SIZES = /(?<=[\s;{])(?:font(?:-size)?|line-height):[^;]*\dpx/g;
/** Breakpoints too: twice the text in the same window needs the layout of half a window. */
const BREAKPOINTS = /@(?:media|container)[^{]*\dpx[^{]*/g;

/** Charts whose drawing is scaled as a whole, text and all. */
const SCALED = ['LossCurves.svelte', 'GrowthChart.svelte'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:svelte|css)$/.test(file))
  .map((file) => `src/${file}`);
const styleOf = (file: string): string => {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.css') ? text : text.slice(text.indexOf('<style>'));
};

it('no size of text and no breakpoint is in pixels', () => {
  const offending = files.flatMap((file) => {
    const style = styleOf(file);
    const sizes = SCALED.some((chart) => file.endsWith(chart)) ? [] : (style.match(SIZES) ?? []);
    return [...sizes, ...(style.match(BREAKPOINTS) ?? [])].map((found) => `${file}: ${found}`);
  });
  expect(files.length).toBeGreaterThan(0);
  expect(offending).toEqual([]);
});
