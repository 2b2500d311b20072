/**
 * Programs that start others, in a group of their own, so that all of it ends: when it is no longer wanted, when
 * we are told to stop, and when we break down.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const started = new Set();
/** @type {Set<string>} */
const folders = new Set();

process.on('exit', () => {
  for (const child of started) kill(child, 'SIGKILL');
  for (const folder of folders) remove(folder);
});
for (const [signal, number] of /** @type {const} */ ([
  ['SIGINT', 2],
  ['SIGTERM', 15]
])) {
  process.on(signal, () => process.exit(128 + number));
}

const WINDOWS = process.platform === 'win32';

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment] variables to add
 */
export function startGroup(file, args, environment = {}) {
  const child = spawn(file, args, {
    detached: !WINDOWS,
    // The third is for what Xvfb has to tell; others leave it alone.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment }
  });
  started.add(child);
  let complaints = '';
  child.stderr?.on('data', (chunk) => (complaints = (complaints + chunk).slice(-2000)));
  /** @type {Promise<string>} resolves with what it said last, when it has ended. */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', () => resolve(complaints.trim().split('\n').at(-1) ?? ''));
  });
  return { child, ended };
}

/** Asks politely first. @param {ReturnType<typeof startGroup>} group */
export async function stopGroup({ child, ended }) {
  kill(child, 'SIGTERM');
  await Promise.race([ended, rest(3000, undefined, { ref: false })]);
  kill(child, 'SIGKILL'); // and whatever of its group outlived it
  started.delete(child);
}

/** @param {ChildProcess} child @param {NodeJS.Signals} signal */
function kill(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(WINDOWS ? child.pid : -child.pid, signal);
  } catch {
    // It is gone already.
  }
}

/**
 * @template T
 * @param {(folder: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'retrace-engine-'));
  folders.add(folder);
  try {
    return await use(folder);
  } finally {
    remove(folder);
    folders.delete(folder);
  }
}

/** A browser may still be writing while it ends. @param {string} folder */
function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  } catch {
    // A temporary folder that stays does no harm.
  }
}
