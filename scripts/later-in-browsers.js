import { relative } from 'node:path';
import { ROOT } from './run.js';

/** How `Later` is used: with the import of what it loads, or with one that stands elsewhere. */
const USE = /<Later\b/g;
const OWN_IMPORT = /<Later load=\{\(\) => import\('[^']*'\)\}/g;
const STAYS = /<Later load=\{(?:\(\) => import\(\/\*.*?\*\/ '[^']*'\)|[\w.]+)\}/g;

/** @param {string} code @param {RegExp} pattern */
const times = (code, pattern) => code.match(pattern)?.length ?? 0;

/**
 * What `Later` loads is no part of the prerendered pages. The build for the server leaves it out, or its style sheets
 * would hold up the first look at a page that does not show it. An import with a comment in it stays: the plain lesson
 * shows the same, and has no other way to its style sheet.
 *
 * The build fails where `Later` is used in another way, or nowhere: then this would leave out nothing, and say nothing.
 *
 * @returns {import('vite').Plugin}
 */
export const laterInBrowsers = () => {
  let leftOut = 0;
  return {
    name: 'later-in-browsers',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\.svelte$/ },
      handler(code, id, options) {
        if (!options?.ssr) return null;
        const own = times(code, OWN_IMPORT);
        if (own + times(code, STAYS) !== times(code, USE))
          throw new Error(
            `${relative(ROOT, id)} uses Later in a way that scripts/later-in-browsers.js does not read: write <Later load={() => import('…')}.`
          );
        leftOut += own;
        return {
          code: code.replaceAll(OWN_IMPORT, '<Later load={() => new Promise(() => {})}'),
          map: null
        };
      }
    },
    buildEnd(error) {
      if (!error && this.environment.name === 'ssr' && leftOut === 0)
        throw new Error(
          'No page uses Later: what does scripts/later-in-browsers.js leave out of the pages now?'
        );
    }
  };
};
