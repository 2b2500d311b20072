import { sharedLink as words } from '$lib/lesson/shared-link';

interface Site {
  /** Where it will stand, such as `https://example.org`, if the build was told. */
  readonly origin: string | undefined;
  /** The folder below that, such as `/retrace`. */
  readonly base: string;
}

/**
 * Puts into a page what other sites show of a link to it: the title and the description that it has anyway, and a
 * picture. Many of them ask for whole addresses, which only a build that was told its origin can give.
 * @param html the page, with `<!--shared-link-->` where this belongs.
 * @param path its address, from the origin on.
 */
export function withSharedLink(html: string, path: string, { origin, base }: Site): string {
  const title = /<title>([^<]*)/.exec(html)?.[1];
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1];
  const tags = Object.entries({
    title: title?.replaceAll('"', '&quot;'),
    description,
    'image:alt': title && words.picture,
    url: title && origin && `${origin}${path}`
  }).map(([name, content]) => (content ? `<meta property="og:${name}" content="${content}" />` : ''));
  const whole = html.replace('<!--shared-link-->', () => tags.join(''));
  return origin
    ? whole.replace(/(?<=<meta property="og:image" content=")[^"]*/, () => `${origin}${base}/og.png`)
    : whole;
}
