import type { Step } from '../../lesson';
import { isMatched, type LessonContext } from './context';
import type { Move } from './events';

/** The step that is nearest to a number. @param otherwise the step to take if it is none at all. */
export const clampStep = (number: number, otherwise: Step): Step =>
  Number.isNaN(number) ? otherwise : (Math.min(6, Math.max(0, Math.round(number))) as Step);

/** Step 6 is only walked when the results differ; 6 while that is not known. */
export const lastStep = (context: LessonContext): Step => (isMatched(context) ? 5 : 6);

/** The step that a training under way, or a failed one, belongs to; otherwise where the learner is. */
const here = ({ failure, goal }: LessonContext): Step => failure?.step ?? goal;

/** Where the learner is heading after a move. */
export function goalAfter(context: LessonContext, move: Move): Step {
  switch (move.type) {
    case 'NEXT':
    case 'ADVANCE':
      // After a failure, going on means trying the same step again.
      return context.failure ? context.goal : (Math.min(context.goal + 1, lastStep(context)) as Step);
    case 'BACK':
      return Math.max(0, here(context) - 1) as Step;
    case 'GO_TO':
      return Math.min(clampStep(move.step, context.goal), lastStep(context)) as Step;
  }
}

/** Whether a move leads anywhere; after a failure, each tries again. */
export const moves = (context: LessonContext, move: Move): boolean =>
  context.failure !== null || goalAfter(context, move) !== context.goal;
