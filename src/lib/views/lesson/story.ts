import type { LessonState } from '../../machine/lesson';

/** Whether the learner has gone after the cause of a mismatch; still true once they have found it. */
export const isUnderWay = ({ investigation }: LessonState): boolean =>
  investigation === 'open' || investigation === 'solved';
