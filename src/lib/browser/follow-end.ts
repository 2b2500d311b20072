/** How many pixels from its end a list still counts as being there: sizes are not always whole. */
const NEAR = 8;

/**
 * Keeps the end of a list that scrolls in itself in view while its content grows, unless the reader has
 * scrolled away from it; back at the end, it is kept in view again. To be attached.
 */
export function followEnd(list: Element): () => void {
  let atEnd = true;
  let last = list.scrollTop;
  const onScroll = (): void => {
    const near = list.scrollTop + list.clientHeight >= list.scrollHeight - NEAR;
    // Only who scrolls up leaves the end: the end may also have moved on before this event came.
    if (near || list.scrollTop < last) atEnd = near;
    last = list.scrollTop;
  };
  const observer = new ResizeObserver(() => {
    if (!atEnd) return;
    list.scrollTop = list.scrollHeight;
    last = list.scrollTop;
  });
  list.addEventListener('scroll', onScroll, { passive: true });
  for (const content of list.children) observer.observe(content);
  return () => {
    list.removeEventListener('scroll', onScroll);
    observer.disconnect();
  };
}
