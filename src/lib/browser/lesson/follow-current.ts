import { scrollToShow } from '../scroll-to-show';

/** What the learner may be watching: the current row of the table, or the current node of the flow. */
const WATCHED = ['tr[aria-current="step"]', '[data-node][aria-current="step"]'];

/** Whether an element is in view and not behind the bar, whose height the scroll padding tells. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const bar = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0;
  return bottom > 0 && top < window.innerHeight - bar;
}

/**
 * Which of the two is in view now; to be called before a step is shown.
 * @returns what brings its successor into view, to be called afterwards. Whoever watches neither is left alone.
 */
export function followCurrent(): () => void {
  const watched = WATCHED.find((selector) => {
    const current = document.querySelector(selector);
    return current !== null && isInView(current);
  });
  return () => {
    const successor = watched && document.querySelector(watched);
    if (successor) scrollToShow(successor);
  };
}
