/**
 * A Vite plugin: `import code from './kernel.as.ts?wasm'` gives the WebAssembly that AssemblyScript makes of a file,
 * in base64, wherever Vite runs. So it is built from source each time, and no file of its own has to be fetched.
 */
import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const QUERY = '?wasm';

/** No garbage collector, no start-up code, no relaxed operations: SIMD's own are all that is switched on. */
const OPTIONS = [
  ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge'],
  ...['--runtime', 'stub', '--initialMemory', '8', '--noAssert', '--enable', 'simd']
];

/**
 * Functions that are not exported are inlined. AssemblyScript wants a decorator for that, which nothing else that
 * reads TypeScript allows there, so it is put in front here.
 *
 * @param {string} source
 */
const inlined = (source) => source.replace(/^function /gm, '@inline function ');

/**
 * Compiles one file that imports nothing.
 *
 * @param {string} path
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function compile(path) {
  const source = inlined(readFileSync(path, 'utf8'));
  /** @type {Uint8Array | undefined} */
  let wasm;
  const { error, stderr } = await asc.main(['entry.ts', '--outFile', 'out.wasm', ...OPTIONS], {
    readFile: (name) => (name === 'entry.ts' ? source : null),
    writeFile: (_, contents) => void (wasm = /** @type {Uint8Array} */ (contents)),
    listFiles: () => []
  });
  if (error || !wasm) throw new Error(`${path} was not compiled: ${error?.message}\n${stderr.toString()}`);
  return Uint8Array.from(wasm);
}

/** @returns {import('vite').Plugin} */
export function assemblyScript() {
  return {
    name: 'retrace:assembly-script',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const path = id.slice(0, -QUERY.length);
      this.addWatchFile(path);
      const code = Buffer.from(await compile(path)).toString('base64');
      return { code: `export default ${JSON.stringify(code)};`, moduleType: 'js', map: null };
    }
  };
}
