/**
 * Scrolls the page as little as it takes to show an element, clear of what the root's scroll padding keeps for bars.
 * It does what `scrollIntoView({ block: 'nearest' })` does but for one thing: in Chromium that also makes the next Tab
 * go on from the element, and this leaves the keyboard where it is.
 */
export function scrollToShow(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const above = top - (Number.parseFloat(scrollPaddingTop) || 0);
  const below = bottom - (window.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0));
  // What is taller than the window shows the end that is nearer.
  if (above < 0 && below < 0) scrollBy(0, Math.max(above, below));
  if (above > 0 && below > 0) scrollBy(0, Math.min(above, below));
}
