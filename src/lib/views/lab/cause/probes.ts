import { shortDigest } from '../../../experiment';
import type { Change } from '../../../experiment/lab';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { BisectState, ProbeReport } from '../../../machine/lab';
import { percentText } from '../../percent';
import { changeNames, changeView } from './change';

/** One field in one probe. */
export interface ChipView {
  readonly key: string;
  readonly name: string;
  readonly putBack: boolean;
}

/** One probe: a retraining with some of the differences put back. */
export interface ProbeRow {
  readonly number: number;
  readonly phase: string;
  /** All fields, in the same order in every probe, so that patterns show. */
  readonly chips: readonly ChipView[];
  /** The same for those who listen. */
  readonly heard: string;
  readonly accuracy: string;
  readonly flips: string;
  readonly digest: string;
  readonly sameDigest: boolean;
  readonly state: 'broken' | 'repaired' | 'running';
  readonly outcome: string;
  /** What the trainer said, when it refused the manifest; empty otherwise. */
  readonly refusal: string;
}

export interface ProbesView {
  readonly intro: string;
  readonly rows: readonly ProbeRow[];
}

const words = labWords.cause.probes;

export const PROBE_COLUMNS = [
  'number',
  'fields',
  'phase',
  'accuracy',
  'digest',
  'outcome'
] as const satisfies readonly (keyof typeof words.columns)[];

const listed = (changes: readonly Change[]): string =>
  changes.length > 0 ? changeNames(changes) : words.heard.none;

type Asked = Pick<ProbeReport, 'phase' | 'kept' | 'putBack'>;

function phaseText({ phase, kept }: Asked): string {
  if (phase !== 'check') return words.phases[phase];
  return kept.length > 0 ? words.phases.all : words.phases.none;
}

function asked(number: number, changes: readonly Change[], probe: Asked) {
  const back = new Set(probe.putBack.map(({ key }) => key));
  return {
    number,
    phase: phaseText(probe),
    chips: changes.map((change): ChipView => {
      const { key, name } = changeView(change);
      return { key, name, putBack: back.has(key) };
    }),
    heard: [
      fill(words.heard.back, { names: listed(probe.putBack) }),
      fill(words.heard.kept, { names: listed(probe.kept) })
    ].join(' ')
  };
}

const NO_RESULT = { accuracy: words.noResult, flips: '', digest: '', sameDigest: false, refusal: '' };

type Answer = Omit<ProbeRow, 'number' | 'phase' | 'chips' | 'heard'>;

function answer(finding: ProbeReport['finding'], reference: BisectState['reference']): Answer {
  const state = finding.broken ? 'broken' : 'repaired';
  const outcome = words.outcome[state];
  if (finding.kind === 'refused') {
    return { ...NO_RESULT, state, outcome, refusal: fill(words.refused, { message: finding.message }) };
  }
  return {
    accuracy: percentText(finding),
    flips: finding.flips === 0 ? words.flips.none : count(words.flips, finding.flips),
    digest: shortDigest(finding.digest),
    sameDigest: finding.digest === reference?.digest,
    state,
    outcome,
    refusal: ''
  };
}

/** Every probe so far, and the one under way; null before anything was asked. */
export function probesView(search: BisectState): ProbesView | null {
  const { question, reference, changes, probes, current, busy } = search;
  if (!question || !reference) return null;
  const rows = probes.map((probe, index): ProbeRow => ({
    ...asked(index + 1, changes, probe),
    ...answer(probe.finding, reference)
  }));
  const running: ProbeRow[] =
    busy && current
      ? [
          {
            ...asked(probes.length + 1, changes, { ...current, kept: current.applied }),
            ...NO_RESULT,
            state: 'running',
            outcome: words.outcome.running
          }
        ]
      : [];
  return {
    intro: fill(words.intro, {
      accuracy: percentText(reference),
      digest: shortDigest(reference.digest)
    }),
    rows: [...rows, ...running]
  };
}
