/**
 * A Vite plugin: which language the site is built in. `LANGUAGE=fr npm run build` takes the words from
 * src/lib/lesson/fr; nothing is chosen at run time (ADR 34).
 */
import { dirname, join } from 'node:path';
import { ROOT } from './run.js';

/** The files here are the only ones that name a folder of words, and this is the one they name. */
const ROOM = join(ROOT, 'src/lib/lesson');
const NAMED = /^\.\/en(?=\/|$)/;

const { LANGUAGE } = process.env;

/**
 * @param {string | null} [folder] of the words, with the same files as `en`; null leaves them in English
 * @returns {import('vite').Plugin}
 */
export function language(folder = LANGUAGE ? join(ROOM, LANGUAGE) : null) {
  return {
    name: 'retrace:language',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (folder === null || !importer || dirname(importer) !== ROOM || !NAMED.test(source)) return null;
      const wanted = source.replace(NAMED, () => folder);
      // Given back as not found, it would be looked for in English by whoever is asked next.
      const found = await this.resolve(wanted, importer, options);
      if (!found) throw new Error(`There is no ${wanted}: a language has the same files as en.`);
      return found;
    }
  };
}
