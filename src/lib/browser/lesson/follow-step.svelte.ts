import type { Step } from '../../lesson';
import { followCurrent } from './follow-current';

/** Keeps what the learner watches in view from step to step. To be called while a component is set up. */
export function followStep(step: () => Step): void {
  let bringIntoView = (): void => {};
  $effect.pre(() => {
    step();
    bringIntoView = followCurrent();
  });
  $effect(() => {
    step();
    bringIntoView();
  });
}
