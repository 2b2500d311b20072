import { count, fill, lesson } from '../../lesson';
import type { LessonState } from '../../machine/lesson';
import { verdictOutcome } from './outcome';
import { percentText } from '../percent';
import type { Tone } from '../tone';

/** One sentence on where the lesson stands: told in the stage, and announced. */
export interface NewsView {
  /** Such as “Step 3.” */
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
}

const { news, newsLabel } = lesson.process;

function sentence(state: LessonState): string {
  const { at, drifts, investigation, comparison } = state;
  const counted = (text: Parameters<typeof count>[0]) => {
    const n = comparison?.flipped.length ?? 0;
    return count(text, n, { n, ...figures(state) });
  };
  switch (at) {
    case 'idle':
      return state.canUndoReset ? news.reset : news.idle;
    case 'saved':
      return drifts.length > 0 ? news.savedWithout : news.saved;
    case 'loaded':
      if (state.isKnown) return news.loadedKnown;
      return drifts.length > 0 ? news.loadedDiffers : news.loaded;
    case 'trusted':
      if (comparison?.kind === 'equivalent') return news.trustedEquivalent;
      return investigation === 'solved' ? news.trustedSolved : news.trusted;
    case 'mismatched':
      return counted(comparison?.kind === 'same-score' ? news.mismatchedSameScore : news.mismatched);
    case 'investigating':
      if (!state.canRerun) return drifts.length === 0 ? news.unexplained : news.investigating;
      return drifts.length === 0 ? news.investigatingFixed : news.investigatingPartly;
    case 'retrained':
      return state.isOpen ? news.retrainedOpen : news.retrained;
    case 'failed':
    case 'training':
    case 'trained':
    case 'retraining':
    case 'compared':
      return news[at];
  }
}

/** Right answers of each run, as far as they are known. */
function figures({ then, later }: LessonState) {
  const right = (run: LessonState['then']) => run?.accuracy.correct ?? '–';
  return {
    then: right(then),
    later: right(later),
    total: then?.accuracy.total ?? '–',
    percent: then ? percentText(then) : '–'
  };
}

const stepTone = ({ step }: LessonState): Tone => (step <= 2 ? 'then' : 'later');

export function newsView(state: LessonState): NewsView {
  const { step, at } = state;
  return {
    label: step === 0 ? newsLabel.start : fill(newsLabel.step, { step }),
    text: fill(sentence(state), figures(state)),
    tone: at === 'failed' ? 'differs' : (verdictOutcome(state)?.tone ?? stepTone(state))
  };
}
