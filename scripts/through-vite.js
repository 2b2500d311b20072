import { join } from 'node:path';
import { ROOT } from './run.js';

/**
 * A module of the project for a script, through Vite as everywhere.
 *
 * @param {string} path from the project's folder.
 * @returns {Promise<unknown>}
 */
export async function throughVite(path) {
  const { runnerImport } = await import('vite');
  const { assemblyScript } = await import('./assembly-script.js');
  const { bundledText } = await import('./bundled-text.js');
  const { module } = await runnerImport(join(ROOT, path), {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [assemblyScript(), bundledText()]
  });
  return module;
}
