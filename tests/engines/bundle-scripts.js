/**
 * The two scripts of a bundle, run as whoever gets it would: unpacked into an empty folder.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { installFromDebian, onPath, SetupProblem } from '../../scripts/setup.js';
import { withFolder } from './processes.js';

/**
 * @typedef {object} BundleScript
 * @property {string} name
 * @property {string} file
 * @property {() => Promise<string>} find the program that runs it; throws a SetupProblem where it is not to be had
 */

/** @type {readonly BundleScript[]} */
export const BUNDLE_SCRIPTS = [
  { name: 'reproduce.mjs', file: 'reproduce.mjs', find: () => Promise.resolve(process.execPath) },
  { name: 'reproduce.py', file: 'reproduce.py', find: findPython }
];

/** Where CPython is; throws a SetupProblem where it is not to be had. */
export async function findPython() {
  const find = () => onPath(['python3']).find(existsSync);
  const found = find() ?? ((await installFromDebian(['python3'])) ? find() : undefined);
  if (found) return found;
  throw new SetupProblem('Python is not installed: on Debian, install python3.');
}

/**
 * Runs a bundle's script, and reads what its re-run gave off the right-hand column that it prints.
 *
 * @param {BundleScript} script
 * @param {string} program
 * @param {Uint8Array} bundle
 * @returns {Promise<{ exitCode: number, engine: string, result: import('./findings').Result }>}
 */
export async function runBundle({ file }, program, bundle) {
  return withFolder(async (folder) => {
    for (const [path, bytes] of Object.entries(unzipSync(bundle))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const { exitCode, stdout, stderr } = await finished(program, [file], folder);
    const right = /^accuracy +\d+ of \d+ +(\d+) of (\d+)$/m.exec(stdout);
    const digest = digestIn(stdout, 'weights');
    const predictionsDigest = digestIn(stdout, 'predictions');
    if (!right || !digest || !predictionsDigest) {
      throw new Error(`It ended with ${exitCode} and no result: ${stderr.trim() || 'it said nothing'}`);
    }
    return {
      exitCode,
      engine: / (?:in|on) (\S+ [\d.]+\S*) \.\.\.$/m.exec(stdout)?.[1] ?? 'of an unknown version',
      result: {
        accuracy: { correct: Number(right[1]), total: Number(right[2]) },
        digest,
        predictionsDigest
      }
    };
  });
}

/** @param {string} stdout @param {string} row @returns {import('$lib/experiment').Digest | undefined} */
function digestIn(stdout, row) {
  const lines = new RegExp(`^${row} +\\w{32} +(\\w{32})\\n +\\w{32} +(\\w{32})$`, 'm').exec(stdout);
  return lines ? /** @type {import('$lib/experiment').Digest} */ (`${lines[1]}${lines[2]}`) : undefined;
}

/**
 * @param {string} program @param {string[]} args @param {string} cwd
 * @returns {Promise<{ exitCode: number, stdout: string, stderr: string }>}
 */
function finished(program, args, cwd) {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, timeout: 120_000, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
