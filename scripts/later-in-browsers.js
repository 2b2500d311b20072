/**
 * What `Later` loads is no part of the prerendered pages. The build for the server leaves it out, or its style sheets
 * would hold up the first look at a page that does not show it. An import with a comment in it stays: the plain lesson
 * shows the same, and has no other way to its style sheet.
 *
 * @returns {import('vite').Plugin}
 */
export const laterInBrowsers = () => ({
  name: 'later-in-browsers',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\.svelte$/ },
    handler(code, _, options) {
      if (!options?.ssr) return null;
      return {
        code: code.replaceAll(/load=\{\(\) => import\('[^']*'\)\}/g, 'load={() => new Promise(() => {})}'),
        map: null
      };
    }
  }
});
