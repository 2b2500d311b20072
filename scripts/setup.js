/**
 * What a fresh clone lacks: the packages, and a browser for the tests that need one. Every entry
 * script asks for what it needs, so that `npm start` and `npm test` are all there is to know.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, ROOT, run, tool } from './run.js';

/** A problem that its reader can solve: shown as one sentence, without a stack. */
export class SetupProblem extends Error {}

/** Node, the packages of the lockfile, and the types that SvelteKit generates. */
export async function ensureDependencies() {
  const { engines } = readJson('package.json');
  if (!satisfies(process.versions.node, engines.node)) {
    throw new SetupProblem(
      `Retrace needs Node ${engines.node}, and this is ${process.versions.node}: get a current one from https://nodejs.org.`
    );
  }
  if (!installedAsLocked()) {
    console.log('Installing the packages of package-lock.json …');
    if ((await run(npm('ci'))) !== 0) {
      throw new SetupProblem('The packages could not be installed: see what npm says above.');
    }
  }
  if (!existsSync(join(ROOT, '.svelte-kit/tsconfig.json')))
    await run(tool('@sveltejs/kit#svelte-kit', 'sync'));
}

/**
 * Whether a version satisfies a range of the two forms that package.json uses: `^20.19` and `>=24`.
 *
 * @param {string} version
 * @param {string} range alternatives, joined by `||`
 */
export function satisfies(version, range) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return range.split('||').some((alternative) => {
    const [, sign, number = ''] = /^\s*(\^|>=)([\d.]+)\s*$/.exec(alternative) ?? [];
    const [wantedMajor = 0, wantedMinor = 0] = number.split('.').map(Number);
    if (major === wantedMajor) return minor >= wantedMinor;
    return sign === '>=' && major > wantedMajor;
  });
}

/**
 * npm writes down what it installed once it is done, so this also notices an installation that was
 * broken off. Comparing versions, rather than dates or a hash of our own, keeps a plain `npm install`
 * from being undone. Packages for other systems are optional and may be absent.
 */
function installedAsLocked() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || optional || devOptional
  );
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

/**
 * The path of a Chromium to test with: the one that CHROMIUM_PATH names, one that is installed, the
 * one that Playwright downloads, or Debian's.
 *
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const { CHROMIUM_PATH: named } = process.env;
  if (named) {
    if (existsSync(named)) return named;
    throw new SetupProblem(`CHROMIUM_PATH names ${named}, which is not there: correct or unset it.`);
  }
  return (
    installedBrowser() ?? (await downloadedBrowser()) ?? (await debianBrowser()) ?? refuse(WITHOUT_BROWSER)
  );
}

const WITHOUT_BROWSER =
  'No Chromium was found and none could be downloaded: install Chrome or Chromium, or set CHROMIUM_PATH to one.';

/** @param {string} sentence @returns {never} */
function refuse(sentence) {
  throw new SetupProblem(sentence);
}

function installedBrowser() {
  const { ProgramFiles, 'ProgramFiles(x86)': x86, LOCALAPPDATA } = process.env;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  /** @type {Partial<Record<NodeJS.Platform, string[]>>} */
  const usualPlaces = {
    darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    win32: [ProgramFiles, x86, LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe'))
  };
  return (usualPlaces[process.platform] ?? onPath(names)).find(works);
}

/** Where these programs would be, in the order of the names. @param {readonly string[]} names */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function downloadedBrowser() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    console.log('No Chromium is installed: Playwright downloads its own …');
    await run(tool('@playwright/test#playwright', 'install', 'chromium'));
  }
  return works(path) ? path : undefined;
}

async function debianBrowser() {
  return (await installFromDebian(['chromium'])) ? installedBrowser() : undefined;
}

/**
 * Installs packages where that is ours to do: as root on Debian, or on a system made from it.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether that was so; not whether the packages are there now
 */
export async function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing Debian’s ${packages.join(', ')} …`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(['apt-get', '-qq', ...APT_BOUNDS, 'update'], environment);
  await run(
    ['apt-get', '-qq', ...APT_BOUNDS, 'install', '-y', '--no-install-recommends', ...packages],
    environment
  );
  return true;
}

/** Without a network, or beside another installation, it gives up rather than wait for ever. */
const APT_BOUNDS = ['Acquire::http::Timeout=20', 'Acquire::Retries=1', 'DPkg::Lock::Timeout=60'].flatMap(
  (bound) => ['-o', bound]
);

/**
 * Being there is not enough on Linux: Ubuntu's `chromium-browser` may only tell to install a snap, and
 * a downloaded browser may miss system libraries.
 *
 * @param {string} path
 */
export function works(path) {
  if (!existsSync(path)) return false;
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/**
 * Runs an entry script's main function; a problem that its reader can solve ends it with a sentence.
 *
 * @param {() => Promise<number>} main resolves with the exit code
 */
export async function enter(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
