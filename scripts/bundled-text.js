/**
 * A Vite plugin: `import text from './entry.ts?bundled'` gives the text of one readable module that holds the
 * entry and everything it imports, for Node alone. So what a bundle carries is built from the app's own code.
 */
import { build } from 'vite';
import { ROOT } from './run.js';

const QUERY = '?bundled';

/** @returns {import('vite').Plugin} */
export function bundledText() {
  return {
    name: 'retrace:bundled-text',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(QUERY)) return null;
      const entry = await this.resolve(source.slice(0, -QUERY.length), importer);
      return entry && entry.id + QUERY;
    },
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const { code, modules } = await bundledCode(id.slice(0, -QUERY.length));
      modules.forEach((module) => this.addWatchFile(module));
      return { code: `export default ${JSON.stringify(code)};`, moduleType: 'js', map: null };
    }
  };
}

/**
 * The text of the module, and which modules it holds.
 *
 * @param {string} entry
 */
export async function bundledCode(entry) {
  const output = await build({
    configFile: false,
    root: ROOT, // the text names its modules by their paths from here, wherever it is built from
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ssr: entry, write: false, minify: false, target: 'node18', sourcemap: false, emptyOutDir: false }
  });
  if (!('output' in output)) throw new Error(`${entry} was not built`);
  const [chunk, ...others] = output.output;
  if (others.length > 0) throw new Error(`${entry} is more than one file`);
  return { code: chunk.code, modules: chunk.moduleIds.filter((module) => module.startsWith('/')) };
}
