/**
 * The browsers: where each is found or had from, and how it opens a page in a fresh profile, without a window. The
 * page hands in its findings by itself, so none of them needs a driver.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CHROMIUM_ARGS } from '../../scripts/chromium-args.js';
import { ensureBrowser, installFromDebian, onPath, SetupProblem, works } from '../../scripts/setup.js';
import { startGroup, stopGroup, withFolder } from './processes.js';

/**
 * @typedef {object} Browser
 * @property {string} name
 * @property {() => Promise<string>} find where it is; throws a SetupProblem where it is not to be had
 * @property {(file: string, use: (display?: string) => Promise<Opened>) => Promise<Opened>} [around] what has to be there first
 * @property {(file: string, display?: string) => Promise<string>} version
 * @property {(file: string, page: string, profile: string, display?: string) => ReturnType<typeof startGroup>} open
 *
 * @typedef {{ version: string, report: import('./findings').PageReport }} Opened
 */

/** For a whole visit, which takes seconds: a slow machine gets there too. */
const PATIENCE = 180_000;

/** What a first start would show or fetch. */
const FIREFOX_PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false
};

/** @type {readonly Browser[]} */
export const BROWSERS = [
  {
    name: 'Chromium',
    find: ensureBrowser,
    version: (file) => ownVersion(file),
    open: (file, page, profile) =>
      startGroup(file, [
        '--headless',
        ...CHROMIUM_ARGS,
        '--disable-dev-shm-usage', // which containers keep small
        '--no-first-run',
        `--user-data-dir=${profile}`,
        page
      ])
  },
  {
    name: 'Firefox',
    find: () =>
      foundOrInstalled('Firefox', ['firefox-esr'], () =>
        [
          ...onPath(['firefox-esr', 'firefox']),
          '/Applications/Firefox.app/Contents/MacOS/firefox',
          join(process.env.ProgramFiles ?? '', 'Mozilla Firefox/firefox.exe')
        ].find(works)
      ),
    version: (file) => ownVersion(file),
    open(file, page, profile) {
      const lines = Object.entries(FIREFOX_PREFERENCES).map(
        ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`
      );
      writeFileSync(join(profile, 'user.js'), lines.join(''));
      return startGroup(file, ['--headless', '--no-remote', '--profile', profile, page]);
    }
  },
  {
    name: 'WebKitGTK',
    find: () =>
      foundOrInstalled('WebKitGTK’s MiniBrowser with Xvfb', ['webkit2gtk-driver', 'xvfb'], () =>
        onPath(['Xvfb']).some(existsSync) ? miniBrowsers().find(existsSync) : undefined
      ),
    around: withDisplay,
    version: (file, display) => ownVersion(file, { DISPLAY: display ?? '' }),
    open: (file, page, profile, display) =>
      startGroup(file, [page], {
        // It takes no profile; this is where it would look for one.
        ...Object.fromEntries(
          ['HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR'].map((name) => [
            name,
            profile
          ])
        ),
        DISPLAY: display ?? '',
        GDK_BACKEND: 'x11',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {})
      })
  }
];

/**
 * Lets a browser open its page, and takes its report.
 *
 * @param {Browser} browser
 * @param {string} file
 * @param {string} page
 * @param {Promise<import('./findings').PageReport>} report
 * @returns {Promise<Opened>}
 */
export function visit({ around = (_, use) => use(), version, open }, file, page, report) {
  return around(file, async (display) => {
    const itsVersion = await version(file, display);
    return withFolder(async (profile) => {
      const browser = open(file, page, profile, display);
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(`It gave no result within ${PATIENCE / 1000} s.`), PATIENCE);
      });
      const gone = browser.ended.then((words) => `It ended before it gave a result${words && `: ${words}`}`);
      try {
        const outcome = await Promise.race([report, late, gone]);
        return {
          version: itsVersion,
          report: typeof outcome === 'string' ? { ok: false, message: outcome } : outcome
        };
      } finally {
        clearTimeout(timer);
        await stopGroup(browser);
      }
    });
  });
}

/**
 * @param {string} what
 * @param {readonly string[]} packages Debian's
 * @param {() => string | undefined} find
 */
async function foundOrInstalled(what, packages, find) {
  const found = find() ?? ((await installFromDebian(packages)) ? find() : undefined);
  if (found) return found;
  throw new SetupProblem(`${what} is not installed: on Debian, install ${packages.join(' and ')}.`);
}

/** Distributions put it beside the library, in a folder for its programs or for its architecture. */
function miniBrowsers() {
  return ['/usr/lib', '/usr/lib64', '/usr/libexec']
    .filter(existsSync)
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))])
    .flatMap((folder) => ['4.1', '4.0'].map((version) => join(folder, `webkit2gtk-${version}/MiniBrowser`)));
}

/**
 * A display that nobody sees; Xvfb picks a number that is free.
 *
 * @type {NonNullable<Browser['around']>}
 */
async function withDisplay(_, use) {
  const server = startGroup('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1024x768x24']);
  try {
    const number = await Promise.race([
      new Promise((resolve) => server.child.stdio[3]?.once('data', (line) => resolve(String(line).trim()))),
      server.ended.then((words) => Promise.reject(new Error(`Xvfb did not start: ${words}`)))
    ]);
    return await use(`:${number}`);
  } finally {
    await stopGroup(server);
  }
}

/** @param {string} file @param {Record<string, string>} [environment] */
async function ownVersion(file, environment) {
  const options = { timeout: 30_000, env: { ...process.env, ...environment } };
  const { stdout } = await promisify(execFile)(file, ['--version'], options).catch(() => ({ stdout: '' }));
  return /\d+\.[\d.]+\w*/.exec(stdout)?.[0] ?? 'of an unknown version';
}
