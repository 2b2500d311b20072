/**
 * Takes every manifest through every engine: one browser at a time, and MicroPython beside all others.
 */
import { SetupProblem } from '../../scripts/setup.js';
import { sideBySide } from '../../scripts/side-by-side.js';
import { BROWSERS, visit } from './browsers.js';
import { BUNDLE_SCRIPTS, runBundle } from './bundle-scripts.js';
import { startMicroPython } from './micropython-thread.js';
import { withSite } from './site.js';
import { isSame, said, trainedByKernel, wrongsOf } from './verdict.js';

/**
 * @typedef {import('./findings').PlatformMath} PlatformMath
 * @typedef {typeof import('./subjects')} Subjects
 *
 * What an engine gave: for each manifest an empty text where it is what Node's trainer gave, else what is wrong.
 * @typedef {object} Measured
 * @property {string} name
 * @property {string} version
 * @property {readonly string[]} wrong
 * @property {number | null} simd how many of the manifests its SIMD kernel trained; null where it has none
 * @property {PlatformMath | null} math null where it broke down first
 *
 * An engine that is not to be had here, and a sentence that says so.
 * @typedef {{ name: string, missing: string }} Missing
 */

const UNKNOWN = 'of an unknown version';

/** An npm package: it is there wherever the site can be built. */
const MICROPYTHON = 'MicroPython';

/**
 * @param {Subjects} subjects
 * @param {(engine: string) => void} announce
 * @returns {Promise<(Measured | Missing)[]>} Node first, to which the others are held
 */
export async function measure(subjects, announce) {
  const micropython = startMicroPython();
  try {
    const [others, python] = await Promise.all([
      measureOthers(subjects, announce),
      measureReruns(MICROPYTHON, ({ manifest }) => micropython.train(manifest), subjects)
    ]);
    return [...others, python];
  } finally {
    await micropython.end();
  }
}

/** @param {Subjects} subjects @param {(engine: string) => void} announce */
async function measureOthers(subjects, announce) {
  /** @type {(Measured | Missing)[]} */
  const measured = [measureNode(subjects)];
  const manifests = subjects.subjects.map(({ manifest }) => manifest);
  await withSite(
    { manifests, pageScript: subjects.pageScript },
    async ({ address, reportOf, wasVisitedBy }) => {
      for (const browser of BROWSERS) {
        const { name } = browser;
        announce(name);
        measured.push(
          await unlessMissing(name, browser.find, async (file) => {
            const { version, report } = await visit(browser, file, address(name), reportOf(name)).catch(
              (error) => ({
                version: UNKNOWN,
                report: { ok: /** @type {const} */ (false), message: error.message }
              })
            );
            if (!report.ok && !wasVisitedBy(name))
              return { name, missing: `${name} did not open a page. ${report.message}` };
            if (!report.ok) return broken(name, version, report.message, subjects);
            const wrong = wrongsOf(subjects.subjects, report.value);
            return {
              name,
              version,
              wrong,
              simd: trainedByKernel(report.value.swept),
              math: report.value.math
            };
          })
        );
      }
    }
  );
  announce(BUNDLE_SCRIPTS.map(({ name }) => name).join(', '));
  const reruns = await Promise.all(
    BUNDLE_SCRIPTS.map((script) =>
      unlessMissing(script.name, script.find, (program) =>
        measureReruns(script.name, ({ bundle }) => runBundle(script, program, bundle), subjects)
      )
    )
  );
  return [...measured, ...reruns];
}

/** Its trainer is what all are held to, its own SIMD kernel as well. @param {Subjects} subjects @returns {Measured} */
function measureNode({ subjects, nodeSweeps, nodeMath }) {
  const swept = nodeSweeps();
  const wrong = wrongsOf(subjects, { results: subjects.map(({ result }) => [result]), swept });
  const version = process.versions.node;
  return { name: 'Node', version, wrong, simd: trainedByKernel(swept), math: nodeMath() };
}

/**
 * Trains one manifest, and says in which engine; a bundle's script with its exit code, which is 0 where the claim holds.
 *
 * @typedef {Pick<import('./subjects').Subject, 'manifest' | 'bundle'>} Given
 * @typedef {(given: Given) => Promise<{ engine: string, result: import('./findings').Result, exitCode?: number }>} Rerun
 *
 * @param {string} name
 * @param {Rerun} rerun
 * @param {Subjects} subjects
 * @returns {Promise<Measured>}
 */
async function measureReruns(name, rerun, { subjects, platformSubjects }) {
  const wrong = await sideBySide(subjects, (given) =>
    rerun(given).then(
      ({ exitCode = 0, result }) =>
        isSame(result, given.result) && exitCode === 0
          ? ''
          : `expected ${said([given.result])}, but it gave ${said([result])}${exitCode === 0 ? '' : ` and exit code ${exitCode}`}`,
      (error) => error.message
    )
  );
  if (wrong.every(Boolean)) return { name, version: UNKNOWN, wrong, simd: null, math: null };
  let version = UNKNOWN;
  const runs = [];
  for (const given of platformSubjects) {
    const { engine, result } = await rerun(given);
    version = engine;
    const flips = result.predictionsDigest === given.portable.predictionsDigest ? 0 : null;
    runs.push({ ...result, learningRate: given.manifest.code.learningRate, flips });
  }
  return { name, version, wrong, simd: null, math: { functions: null, runs } };
}

/**
 * @param {string} name
 * @param {() => Promise<string>} find
 * @param {(file: string) => Promise<Measured | Missing>} use
 * @returns {Promise<Measured | Missing>}
 */
async function unlessMissing(name, find, use) {
  /** @type {string} */
  let file;
  try {
    file = await find();
  } catch (error) {
    if (error instanceof SetupProblem) return { name, missing: error.message };
    throw error;
  }
  return use(file);
}

/**
 * An engine that opened the page and gives nothing fails: it may be the trainer that broke it. One that could not
 * even open it is as good as missing here.
 *
 * @param {string} name @param {string} version @param {string} message @param {Subjects} subjects
 * @returns {Measured}
 */
const broken = (name, version, message, { subjects }) => ({
  name,
  version,
  wrong: subjects.map(() => message),
  simd: 0,
  math: null
});
