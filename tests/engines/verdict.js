/**
 * What is wrong with what an engine gave: for each manifest one text, empty where nothing is. Nothing here reads or
 * runs.
 */

/**
 * @typedef {import('./findings').Result} Result
 * @typedef {import('./findings').Swept} Swept
 * @typedef {Pick<Result, 'accuracy' | 'digest'>} Model
 *
 * What an engine is held to: `covered` says whether the SIMD kernel has to train it.
 * @typedef {{ readonly result: Result, readonly covered: boolean }} Expected
 */

/**
 * A kernel that covers nothing agrees with everything, so then nothing is right.
 *
 * @param {readonly Expected[]} expected
 * @param {import('./findings').Trained} found
 * @returns {readonly string[]}
 */
export function wrongsOf(expected, { results, swept }) {
  if (!expected.some(({ covered }) => covered))
    return expected.map(() => 'the SIMD kernel covers none of the manifests');
  return expected.map((one, index) => wrongTraining(one, results[index]) || wrongSweep(one, swept[index]));
}

/** @param {Expected} expected @param {readonly Result[]} [found] one of each worker */
function wrongTraining({ result }, found = []) {
  const isRight = found.length > 0 && found.every((other) => isSame(result, other));
  return isRight ? '' : `expected ${said([result])}, but its workers gave ${said(found)}`;
}

/**
 * The right bits are not enough: a worker that cannot compile the kernel has them too, from TypeScript.
 *
 * @param {Expected} expected
 * @param {Swept} [found]
 */
function wrongSweep({ result, covered }, found) {
  if (!found) return 'its sweep gave nothing';
  if (!isSameModel(result, found)) {
    const how = found.simd ? 'by the SIMD kernel' : 'in TypeScript';
    return `expected ${said([result])}, but its sweep gave ${said([found])} ${how}`;
  }
  if (covered && !found.simd) return 'its sweep trained it in TypeScript, not by the SIMD kernel';
  if (found.simd && !covered) return 'the SIMD kernel trained it, but does not cover it';
  return '';
}

/** @param {Result} one @param {Result} other */
export const isSame = (one, other) =>
  isSameModel(one, other) && one.predictionsDigest === other.predictionsDigest;

/** @param {Model} one @param {Model} other */
const isSameModel = (one, other) =>
  one.digest === other.digest &&
  one.accuracy.correct === other.accuracy.correct &&
  one.accuracy.total === other.accuracy.total;

/** @param {readonly Model[]} results */
export const said = (results) =>
  results.map(({ digest, accuracy }) => `${digest} (${accuracy.correct} right)`).join(' and ') || 'nothing';

/** How many of the manifests the SIMD kernel trained. @param {readonly Swept[]} swept */
export const trainedByKernel = (swept) => swept.filter(({ simd }) => simd).length;
