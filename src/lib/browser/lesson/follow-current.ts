import { scrollToShow } from '../scroll-to-show';

const ROW = 'tr[aria-current="step"]';

/**
 * What the learner may be watching, and what of the next step is to be seen then: the current row of the table, or of
 * the stage what the step changes.
 */
const WATCHED = [
  [ROW, ROW],
  ['.stage', '[data-changes]']
] as const;

/** Whether an element is in view and not behind the bar, whose height the scroll padding tells. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const bar = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0;
  return bottom > 0 && top < window.innerHeight - bar;
}

/**
 * Which of the two is in view now; to be called before a step is shown.
 * @returns what brings into view what the step changes of it, to be called afterwards. Whoever watches neither is left alone.
 */
export function followCurrent(): () => void {
  const watched = WATCHED.find(([selector]) => {
    const current = document.querySelector(selector);
    return current !== null && isInView(current);
  });
  return () => {
    const changed = watched && document.querySelector(watched[1]);
    if (changed) scrollToShow(changed);
  };
}
