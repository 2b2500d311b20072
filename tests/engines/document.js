/**
 * From what was measured to docs/engines.md, and to the sum of the tests. Nothing here reads or runs.
 */

/**
 * @typedef {import('./measure.js').Measured} Measured
 * @typedef {import('./measure.js').Missing} Missing
 * @typedef {Pick<import('./subjects').Subject, 'name' | 'changes' | 'result' | 'covered'>} Row
 */

/** @param {Measured | Missing} engine @returns {engine is Measured} */
export const wasRun = (engine) => !('missing' in engine);

/**
 * Each manifest in each engine is a test: those of Node too, where the kernel is held to the trainer.
 *
 * @param {readonly (Measured | Missing)[]} engines
 * @param {number} manifests how many there are
 */
export function countEngines(engines, manifests) {
  const ran = engines.filter(wasRun);
  const failed = ran.flatMap(({ wrong }) => wrong).filter((words) => words !== '').length;
  return {
    passed: ran.length * manifests - failed,
    failed,
    skipped: (engines.length - ran.length) * manifests
  };
}

/**
 * What was wrong where: one entry for each reason that an engine gave, with the manifests that it holds of. An engine that
 * breaks down gives the same reason for all of them.
 *
 * @param {readonly Pick<Row, 'name'>[]} rows
 * @param {readonly (Measured | Missing)[]} engines
 */
export function wrongsOfEngines(rows, engines) {
  return engines.filter(wasRun).flatMap(({ name, wrong }) =>
    [...new Set(wrong)].filter(Boolean).map((words) => ({
      engine: name,
      manifests: wrong.every((other) => other === words)
        ? 'all manifests'
        : rows.flatMap((row, index) => (wrong[index] === words ? [row.name] : [])).join('; '),
      words
    }))
  );
}

/** How much of the manifests an engine's SIMD kernel trained. @param {Measured} engine @param {number} manifests */
export const kernelShare = ({ simd }, manifests) => (simd === null ? 'none' : `${simd} of ${manifests}`);

/** What each manifest gave in each engine, as rows. @param {readonly Row[]} rows @param {readonly (Measured | Missing)[]} engines */
export function agreement(rows, engines) {
  return rows.map(({ name }, index) =>
    Object.fromEntries([
      ['Manifest', name],
      ...engines.map((engine) => [engine.name, wasRun(engine) ? (engine.wrong[index] ? '✗' : '✓') : '–'])
    ])
  );
}

/**
 * What platform math gave in each engine, as rows.
 *
 * @param {readonly (Measured | Missing)[]} engines
 */
export function platformFunctions(engines) {
  return engines.filter(wasRun).flatMap(({ name, math }) => {
    if (!math?.functions) return [];
    const { exp, tanh } = math.functions;
    return [{ Engine: name, ...columns('exp', exp), ...columns('tanh', tanh) }];
  });
}

/** @param {string} name @param {import('$lib/trainer/lab').ProbedFunction} probed */
const columns = (name, { differing, tried, worst }) => ({
  [`${name} differs on`]: differing === 0 ? 'none' : share(differing, tried),
  [`${name} at most by`]: worst ? `${whole(worst.ulps)} ULP` : '–'
});

/** Two digits that count: 9.6%, 0.014%. @param {number} part @param {number} total */
const share = (part, total) => `${whole(part)} (${Number(((100 * part) / total).toPrecision(2))}%)`;

/** @param {number} value */
const whole = (value) => value.toLocaleString('en');

/** @param {readonly (Measured | Missing)[]} engines */
export function platformRuns(engines) {
  const all = runsOf(engines);
  return engines.filter(wasRun).flatMap(({ name, math }) =>
    math === null
      ? []
      : [
          Object.fromEntries([
            ['Engine', name],
            ...math.runs.flatMap(({ learningRate, digest, predictionsDigest, accuracy, flips }) => {
              // The scripts print a digest of their predictions; whoever has the same predictions has the same flips.
              const equal = all.find(
                (run) => run.predictionsDigest === predictionsDigest && run.flips !== null
              );
              return [
                [`Digest at ${learningRate}`, digest.slice(0, 8)],
                [`Right at ${learningRate}`, `${accuracy.correct} of ${accuracy.total}`],
                [`Flips at ${learningRate}`, String(flips ?? equal?.flips ?? 'some')]
              ];
            })
          ])
        ]
  );
}

/** @param {readonly (Measured | Missing)[]} engines */
const runsOf = (engines) =>
  engines
    .filter(wasRun)
    .flatMap(({ name, math }) => (math?.runs ?? []).map((run) => ({ engine: name, ...run })));

/** Who agrees with whom, at each learning rate. @param {readonly (Measured | Missing)[]} engines */
function camps(engines) {
  const all = runsOf(engines);
  return [...new Set(all.map(({ learningRate }) => learningRate))].map((rate) => {
    const runs = all.filter(({ learningRate }) => learningRate === rate);
    const digests = [...new Set(runs.map(({ digest }) => digest))];
    const listed = digests.map((digest) => {
      const equal = runs.filter((run) => run.digest === digest);
      return `${equal.map(({ engine }) => engine).join(', ')} (${equal[0]?.accuracy.correct} right)`;
    });
    return `- Learning rate ${rate}, engines with the same digest: ${listed.join('; ')}.`;
  });
}

/** @param {readonly Record<string, string>[]} rows all with the same keys */
function markdownTable(rows) {
  const heads = Object.keys(rows[0] ?? {});
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(Object.values(row)))].join(
    '\n'
  );
}

/** @param {readonly Row[]} rows */
const namesOf = (rows) => new Intl.ListFormat('en-GB').format(rows.map(({ name }) => `_${name}_`));

/** @param {Row['changes']} changes */
const changesInWords = (changes) =>
  Object.entries(changes)
    .map(([field, value]) => `\`${field}\` ${JSON.stringify(value)}`)
    .join(', ') || 'none';

/**
 * @param {string} trainerVersion
 * @param {readonly Row[]} rows
 * @param {readonly (Measured | Missing)[]} engines
 */
export function engineDocument(trainerVersion, rows, engines) {
  const versions = engines.map((engine) => ({
    Engine: engine.name,
    Version: wasRun(engine) ? engine.version : '–',
    'SIMD kernel': wasRun(engine) ? kernelShare(engine, rows.length) : '–',
    'What trains there': HOW[engine.name] ?? ''
  }));
  return `# The same bits in every engine

<!-- Written by \`npm run test:engines -- --write\`. Change tests/engines instead. -->

The same manifest gives the same weights, bit for bit, in every engine below: portable math and a fixed order of
operations see to that. Measured with trainer version ${trainerVersion}.

${markdownTable(versions)}

Each engine trained each of ${rows.length} manifests. ✓ says that accuracy, digest and digest of the predictions are
those that Node’s trainer gave, in a browser in the lesson’s worker and in the Lab’s. In Node and the browsers it says
too that a sweep of this one run gave the same accuracy and digest; predictions it does not keep.

MicroPython runs the part of \`reproduce.py\` that trains: reading a receipt needs more of Python than it has.

A sweep trains by the SIMD kernel what that covers, and says when it did. The kernel covers all of these manifests
but ${namesOf(rows.filter(({ covered }) => !covered))}. A sweep that trains one of the
others in TypeScript fails, although its bits are right; how many the kernel trained stands above.

${markdownTable(agreement(rows, engines))}

Each manifest is the lesson's baseline with these changes:

${rows.map(({ name, changes }) => `- _${name}_: ${changesInWords(changes)}`).join('\n')}

and gives:

${markdownTable(
  rows.map(({ name, result: { accuracy, digest } }) => ({
    Manifest: name,
    Right: `${accuracy.correct} of ${accuracy.total}`,
    Digest: `\`${digest}\``
  }))
)}

## Where platform math differs

With \`environment.math\` set to \`platform\`, training uses the engine's own \`Math.exp\` and \`Math.tanh\`, or Python's
\`math\`. No standard fixes their last bits. The Lab's own probe tried each on a million inputs (the same everywhere,
spread evenly over −30 to 30 for \`exp\` and −6 to 6 for \`tanh\`) and counted where any bit differs from the portable
function. ULP means units in the last place.

${markdownTable(platformFunctions(engines))}

The largest distances of \`tanh\` lie near 0, where the portable one is the coarser.

The lesson's first run with each engine's own math, at its own learning rate and at 5. Flips are predictions that
differ from those of portable math.

${markdownTable(platformRuns(engines))}

${camps(engines).join('\n')}

What a platform gives may change with its next release, its C library or its processor; what the portable functions
give may not.

## Measuring again

\`npm run test:engines\` builds the site, opens a page in each browser that trains with the workers the site ships, and
runs both scripts of a bundle for each manifest in an empty folder, and the trainer of \`reproduce.py\` in MicroPython:
that alone takes most of a minute. On Debian it installs what it lacks when it is
root. An engine that is not to be had, or cannot open a page where it runs, is named, and its manifests count as
skipped. A result that differs fails, and so does an engine that opens the page and gives none, or does without the
SIMD kernel. Page and workers are sent with the site’s own Content-Security-Policy, so one that keeps the kernel from
being compiled fails as well. \`npm test\` includes all this in continuous integration; \`npm test -- --only engines\` does so
anywhere.
`;
}

/** @type {Readonly<Record<string, string>>} */
const HOW = {
  Node: 'The source: its trainer is what all are held to, its SIMD kernel too.',
  Chromium: 'The workers of lesson, Lab and sweeps, as the site ships them, headless.',
  Firefox: 'The same three workers, headless.',
  WebKitGTK: 'The same three workers, in MiniBrowser on Xvfb.',
  'reproduce.mjs': 'A bundle’s script: the trainer, built into one file.',
  'reproduce.py': 'A bundle’s script: the trainer written a second time, in Python.',
  MicroPython: 'The same Python, in the interpreter of /try, as the site ships it, run by Node.'
};
