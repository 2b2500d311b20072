import { percent } from '../../experiment';
import { fill, lesson } from '../../lesson';
import type { LessonState } from '../../machine/lesson';
import { verdictOutcome, type Outcome } from './outcome';

const { news } = lesson.process;

function sentence({ at, drifts, investigation, comparison, canUndoReset }: LessonState): string {
  const known = investigation === 'solved';
  switch (at) {
    case 'idle':
      return canUndoReset ? news.reset : news.idle;
    case 'loaded':
      if (known) return news.loadedKnown;
      if (drifts.length > 0) return news.loadedDiffers;
      return investigation === 'none' ? news.loaded : news.loadedFixed;
    case 'retrained':
      return known ? news.retrainedKnown : news.retrained;
    case 'trusted':
      return comparison?.kind === 'equivalent' ? news.trustedEquivalent : news.trusted;
    case 'mismatched':
      return comparison?.kind === 'same-score' ? news.mismatchedSameScore : news.mismatched;
    case 'investigating':
      return comparison?.kind === 'same-score' ? news.investigatingSameScore : news.investigating;
    default:
      return news[at];
  }
}

/** One sentence that says where the lesson stands. */
export function newsView(state: LessonState): Outcome {
  const of = (run: LessonState['then']) => (run ? percent(run.accuracy) : '–');
  return {
    text: fill(sentence(state), { then: of(state.then), later: of(state.later) }),
    tone: state.at === 'failed' ? 'differs' : (verdictOutcome(state)?.tone ?? null)
  };
}
