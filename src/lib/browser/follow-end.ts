import { BY_HAND } from './by-hand';

/** How many pixels from its end a list still counts as being there: sizes are not always whole. */
const NEAR = 8;

/**
 * Keeps the end of a list that scrolls in itself in view while its content grows, unless the reader has
 * scrolled away from it; back at the end, it is kept in view again. To be attached.
 */
export function followEnd(list: Element): () => void {
  let byHand = false;
  let atEnd = true;
  const onHand = (): void => {
    byHand = true;
  };
  const onScroll = (): void => {
    if (byHand) atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - NEAR;
    if (atEnd) byHand = false;
  };
  const observer = new ResizeObserver(() => {
    if (atEnd) list.scrollTop = list.scrollHeight;
  });
  for (const type of BY_HAND) list.addEventListener(type, onHand, { passive: true });
  list.addEventListener('scroll', onScroll, { passive: true });
  for (const content of list.children) observer.observe(content);
  return () => {
    for (const type of BY_HAND) list.removeEventListener(type, onHand);
    list.removeEventListener('scroll', onScroll);
    observer.disconnect();
  };
}
