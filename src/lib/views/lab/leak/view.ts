import { shortDigest, type Digest } from '../../../experiment';
import { fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { NOTHING_DIFFERS, toggledDrift, type LabSetup } from '../../../machine/lab';
import type { Work } from '../../../machine/work';
import type { Progress } from '../../../trainer/lab';
import { percentText } from '../../percent';
import { freshView, type FreshView } from './fresh';
import { FRESH_SEEDS, type FirstExam, type FreshExam } from '../../../machine/lab/leak/study';
import { workView, type WorkView } from '../../work';

/** One run on the first exam. */
export interface ExamRunView {
  readonly id: 'leaky' | 'again' | 'honest';
  readonly name: string;
  readonly keeps: string;
  readonly accuracy: string;
  readonly digest: Digest;
  readonly shortDigest: string;
}

export interface LeakView {
  readonly first: {
    readonly work: WorkView;
    /** Null before all three runs are trained. */
    readonly result: {
      readonly runs: readonly ExamRunView[];
      readonly identical: boolean;
      readonly verdict: string;
      readonly but: string;
    } | null;
  };
  readonly fresh: {
    readonly lead: string;
    readonly work: WorkView;
    /** Whether the leak has chosen, so that its choice can be put to fresh exams. */
    readonly ready: boolean;
    readonly result: FreshView | null;
  };
  /** What the re-run of the Lab would have to meet to be the leak. */
  readonly setup: LabSetup;
}

const { leak } = labWords;

export const EXAM_COLUMNS = [
  'run',
  'keeps',
  'accuracy',
  'digest'
] as const satisfies readonly (keyof typeof leak.reproduce.columns)[];
const LEAK_SETUP = toggledDrift(NOTHING_DIFFERS, 'best-on-test');

const runsTrained = (words: string, total: number) => (progress: Progress | null) =>
  fill(words, { done: progress?.done ?? 0, total: progress?.total ?? total });

function examRun(id: ExamRunView['id'], first: FirstExam): ExamRunView {
  const { reproduce } = leak;
  const record = first[id];
  const { epochs } = record.manifest.code;
  const epoch = record.manifest.code.checkpoint === 'last' ? epochs : first.epoch;
  return {
    id,
    name: reproduce.runs[id],
    keeps: fill(reproduce.kept, { epoch, epochs }),
    accuracy: percentText(record),
    digest: record.digest,
    shortDigest: shortDigest(record.digest)
  };
}

function firstView(first: FirstExam) {
  const { reproduce } = leak;
  const claim = percentText(first.leaky);
  const identical = first.leaky.digest === first.again.digest;
  return {
    runs: (['leaky', 'again', 'honest'] as const).map((id) => examRun(id, first)),
    identical,
    verdict: fill(identical ? reproduce.same : reproduce.different, {
      claim,
      first: claim,
      second: percentText(first.again)
    }),
    but: fill(reproduce.but, {
      claim,
      epochs: first.leaky.manifest.code.epochs,
      total: first.leaky.accuracy.total
    })
  };
}

/** The story of the leak, as far as it has been told. */
export function leakView(first: Work<FirstExam>, fresh: Work<readonly FreshExam[]>): LeakView {
  const seeds = { from: Math.min(...FRESH_SEEDS), to: Math.max(...FRESH_SEEDS) };
  return {
    first: {
      work: workView(first, leak.reproduce.work, runsTrained(leak.reproduce.progress, 3)),
      result: first.at === 'done' ? firstView(first.result) : null
    },
    fresh: {
      lead: fill(leak.fresh.lead, { n: FRESH_SEEDS.length, ...seeds }),
      work: workView(fresh, leak.fresh.work, runsTrained(leak.fresh.progress, 3 * FRESH_SEEDS.length)),
      ready: first.at === 'done',
      result: first.at === 'done' && fresh.at === 'done' ? freshView(first.result, fresh.result) : null
    },
    setup: LEAK_SETUP
  };
}
