/**
 * Starting other programs the same way on every system: the tools of node_modules are started with
 * this Node itself, by the file their package names, so no shell, PATH or `.cmd` is involved.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The command line that starts a package's tool.
 *
 * @param {string} name the package, or `package#tool` where the tool is named otherwise
 * @param {...string} args
 */
export function tool(name, ...args) {
  const [packageName, toolName = packageName] = /** @type {[string, string?]} */ (name.split('#'));
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [process.execPath, join(folder, typeof bin === 'string' ? bin : bin[toolName]), ...args];
}

/** npm itself; as a script of this Node where npm says which file it is, as it does in every `npm run`. */
export function npm(/** @type {string[]} */ ...args) {
  const { npm_execpath: file } = process.env;
  return file?.endsWith('.js') ? [process.execPath, file, ...args] : ['npm', ...args];
}

/**
 * Starts a command in the project's folder, with our terminal as its own.
 *
 * @param {string[]} command
 * @param {Record<string, string>} [environment] variables to add
 * @param {'inherit' | 'pipe'} [output] where what it prints goes: to our terminal, or to us
 */
export function start([file, ...args], environment = {}, output = 'inherit') {
  return spawn(/** @type {string} */ (file), args, {
    cwd: ROOT,
    stdio: ['inherit', output, output],
    env: { ...process.env, ...environment },
    shell: file === 'npm' && process.platform === 'win32'
  });
}

/**
 * Runs a command to its end. Resolves with its exit code, and with 1 where it never started or was
 * killed. A signal that asks us to stop is passed on first, and then obeyed.
 *
 * @param {string[]} command
 * @param {Record<string, string>} [environment]
 * @param {(text: string) => void} [listener] hears what it prints, in place of our terminal
 * @returns {Promise<number>}
 */
export function run(command, environment, listener) {
  const child = start(command, environment, listener && 'pipe');
  if (listener)
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', listener);
  /** @type {NodeJS.Signals | undefined} */
  let received;
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    received = signal;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      for (const signal of SIGNALS) process.off(signal, passOn);
      if (received) process.kill(process.pid, received);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command[0]} did not start: ${error.message}`);
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM'];
