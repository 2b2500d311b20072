import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withSharedLink } from '../../../src/shared-link';

const ROOT = join(import.meta.dirname, '../../..');

const page = (head: string) =>
  `<head><meta property="og:image" content="./og.png" /><!--shared-link-->${head}</head>`;
const HEAD =
  '<title>Two “runs” &amp; "one" model</title><meta name="description" content="Said &quot;so&quot;."/>';

const tag = (html: string, name: string) =>
  new RegExp(`<meta property="og:${name}" content="([^"]*)"`).exec(html)?.[1];

describe('what other sites show of a link', () => {
  it('is the title and the description of the page, and a picture that is described', () => {
    const html = withSharedLink(page(HEAD), '/lab/', { origin: undefined, base: '' });
    expect(tag(html, 'title')).toBe('Two “runs” &amp; &quot;one&quot; model');
    expect(tag(html, 'description')).toBe('Said &quot;so&quot;.');
    expect(tag(html, 'image:alt')).toMatch(/28 of 100 penguins/);
    expect(tag(html, 'image')).toBe('./og.png');
    expect(tag(html, 'url')).toBeUndefined();
  });

  it('has whole addresses where the build was told its origin', () => {
    const html = withSharedLink(page(HEAD), '/retrace/lab/', {
      origin: 'https://example.org',
      base: '/retrace'
    });
    expect(tag(html, 'image')).toBe('https://example.org/retrace/og.png');
    expect(tag(html, 'url')).toBe('https://example.org/retrace/lab/');
  });

  it('is nothing of a page without a title, as the one for unknown addresses', () => {
    expect(withSharedLink(page(''), '/404', { origin: undefined, base: '' })).toBe(
      page('').replace('<!--shared-link-->', '')
    );
  });

  it('has a picture of the size that is asked for, and light', () => {
    const file = join(ROOT, 'static/og.png');
    expect(existsSync(file)).toBe(true);
    const png = readFileSync(file);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(120_000);
    expect(readFileSync(join(ROOT, 'src/app.html'), 'utf8')).toMatch(/og:image:width" content="1200"/);
  });
});
