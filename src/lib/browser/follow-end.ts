/** How many pixels from its end a list still counts as being there: sizes are not always whole. */
const NEAR = 8;

/**
 * Keeps the end of a list that scrolls in itself in view while it grows, unless the reader has scrolled away
 * from it; back at the end, it is kept in view again. To be attached.
 */
export function followEnd(list: Element): () => void {
  let atEnd = true;
  const onScroll = (): void => {
    atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - NEAR;
  };
  const toEnd = (): void => {
    if (atEnd) list.scrollTop = list.scrollHeight;
  };
  list.addEventListener('scroll', onScroll, { passive: true });
  const observer = new MutationObserver(toEnd);
  observer.observe(list, { childList: true, subtree: true });
  toEnd();
  return () => {
    list.removeEventListener('scroll', onScroll);
    observer.disconnect();
  };
}
