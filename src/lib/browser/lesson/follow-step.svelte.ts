import type { Step } from '../../lesson';
import { followCurrent } from './follow-current';

/** Keeps what the learner watches in view from step to step. To be called while a component is set up. */
export function followStep(step: () => Step): void {
  let bringIntoView = (): void => {};
  let before: Step | undefined; // what the page opens with is no step that was taken
  $effect.pre(() => {
    const now = step();
    if (before !== undefined) bringIntoView = followCurrent();
    before = now;
  });
  $effect(() => {
    step();
    bringIntoView();
  });
}
