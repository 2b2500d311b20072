import { isMatch } from '../../../experiment';
import { differingBits, hexOf } from '../../../experiment/lab';
import { count, fill, numberText } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { NOTHING_DIFFERS, toggledDrift, withField, type LabSetup } from '../../../machine/lab';
import type { Work } from '../../../machine/work';
import type { MathProbe, ProbedFunction, ProbedRuns, Progress } from '../../../trainer/lab';
import { PROBE_CHUNK, PROBE_INPUTS } from '../../../trainer/probe-size';
import { resultView, type ResultView } from '../../lesson/runs';
import { SIGNS, type Sign } from '../../sign';
import { bitPattern, type BitPattern } from './bit-pattern';
import { decimalOf, shareText, signedText } from '../number-text';
import { workView, type WorkView } from '../../work';

/** The input on which two versions of a function lie furthest apart. */
export interface WorstView {
  readonly input: string;
  readonly values: readonly {
    readonly side: 'portable' | 'native';
    readonly label: string;
    readonly decimal: string;
    readonly pattern: BitPattern;
    /** The pattern as it is read out. */
    readonly spoken: string;
  }[];
  readonly distance: string;
}

/** One function of this browser, held against the portable one. */
export interface ProbedFunctionView {
  readonly name: 'exp' | 'tanh';
  readonly caption: string;
  readonly verdict: string;
  readonly equal: boolean;
  readonly tried: string;
  readonly range: string;
  readonly differing: string;
  readonly share: string;
  /** Null when none differs. */
  readonly worst: WorstView | null;
}

/** The same training with the portable functions and with this browser's own. */
export interface ProbedRunsView {
  readonly rate: number;
  readonly caption: string;
  readonly sides: readonly {
    readonly side: 'portable' | 'native';
    readonly result: ResultView;
  }[];
  readonly matches: boolean;
  readonly sign: Sign;
  readonly verdict: string;
  readonly setUp: string;
  readonly setup: LabSetup;
}

export interface BrowserView {
  readonly work: WorkView;
  /** Null before a test has come to its end. */
  readonly result: {
    readonly functions: readonly ProbedFunctionView[];
    readonly runs: readonly ProbedRunsView[];
  } | null;
}

const { browser } = labWords;

/** How many inputs have been tried, of both functions together. */
function progressText(progress: Progress | null): string {
  const all = 2 * PROBE_INPUTS;
  const tried = (progress?.done ?? 0) * PROBE_CHUNK;
  const words = tried < all ? browser.progress.inputs : browser.progress.training;
  return fill(words, { tried: numberText(tried), total: numberText(all) });
}

function worstView({ worst }: ProbedFunction): WorstView | null {
  if (worst === null) return null;
  const { rows, hexadecimal, differingBits: bits, ulps } = browser.functions;
  const sides = { portable: worst.portable, native: worst.native };
  return {
    input: decimalOf(worst.input),
    values: (['portable', 'native'] as const).map((side) => ({
      side,
      label: rows[side],
      decimal: decimalOf(sides[side]),
      pattern: bitPattern(sides[side], sides[side === 'portable' ? 'native' : 'portable']),
      spoken: fill(hexadecimal, { hex: hexOf(sides[side]) })
    })),
    distance: fill(browser.functions.bits, {
      digits: count(ulps, worst.ulps, { count: numberText(worst.ulps) }),
      bits: count(bits, differingBits(worst.portable, worst.native).length)
    })
  };
}

function functionView(name: 'exp' | 'tanh', probed: ProbedFunction): ProbedFunctionView {
  const { functions } = browser;
  const [from, to] = probed.range;
  const [tried, differing] = [numberText(probed.tried), numberText(probed.differing)];
  const equal = probed.differing === 0;
  return {
    name,
    caption: fill(functions.caption, { name }),
    verdict: fill(equal ? functions.all : functions.some, { tried, differing }),
    equal,
    tried,
    range: fill(functions.range, { from: signedText(from), to: signedText(to) }),
    differing,
    share: shareText(probed.differing, probed.tried),
    worst: worstView(probed)
  };
}

/** The Lab with this browser's own math in the re-run, both runs at one learning rate. */
const platformSetup = (learningRate: number): LabSetup =>
  toggledDrift(withField(NOTHING_DIFFERS, 'then', 'code.learningRate', learningRate), 'platform-math');

function runsView({ learningRate, portable, native, comparison }: ProbedRuns): ProbedRunsView {
  const { runs } = browser;
  const flips = count(runs.flips, comparison.flipped.length, { total: native.accuracy.total });
  return {
    rate: learningRate,
    caption: fill(runs.caption, { rate: learningRate }),
    sides: [
      { side: 'portable', result: resultView(portable) },
      { side: 'native', result: resultView(native, comparison.differingBytes) }
    ],
    matches: isMatch(comparison),
    sign: SIGNS[comparison.kind],
    verdict: fill(runs.verdict[comparison.kind], { flips }),
    setUp: fill(runs.setUpLong, { rate: learningRate }),
    setup: platformSetup(learningRate)
  };
}

/** What the test of this browser has found out, and how far it is. */
export const browserView = (work: Work<MathProbe>): BrowserView => ({
  work: workView(work, browser.work, progressText),
  result:
    work.at === 'done'
      ? {
          functions: [functionView('exp', work.result.exp), functionView('tanh', work.result.tanh)],
          runs: work.result.runs.map(runsView)
        }
      : null
});
