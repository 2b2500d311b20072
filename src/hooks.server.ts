import type { Handle } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { base } from '$app/paths';
import CannotStart from '$lib/components/page/CannotStart.svelte';
import UnknownAddress from '$lib/components/page/UnknownAddress.svelte';
import { locale } from '$lib/lesson';
import { withSharedLink } from './shared-link';
import startScript from './start.js?raw';

/** `/retrace/`, whatever page is made: of an address that is not known, nothing is relative. */
const HOME = `${base}/`;

/**
 * Fonts are preloaded with the page, so that text does not jump when they arrive. Every page, the one for unknown
 * addresses too, carries the script that watches its start, and what is read where the app does not run.
 */
export const handle: Handle = ({ event, resolve }) => {
  const isPage = event.route.id !== null;
  // Its hash is in the policy (svelte.config.js). A mark tells it that this is the index of a folder.
  const script = `<script${isPage ? ' data-page' : ''}>${startScript.replaceAll('\r\n', '\n')}</script>`;
  const plain = isPage
    ? ''
    : `<noscript data-reads>${render(UnknownAddress, { props: { home: HOME } }).body}</noscript>`;
  const notice = plain + render(CannotStart).body;
  return resolve(event, {
    preload: ({ type }) => type === 'js' || type === 'css' || type === 'font',
    transformPageChunk: ({ html }) =>
      withSharedLink(html, event.url.pathname, { origin: process.env.ORIGIN, base })
        .replace('%lang%', locale.tag)
        .replace('%dir%', locale.direction)
        .replace('<!--start-script-->', () => script)
        .replace('<!--cannot-start-->', () => notice)
  });
};
