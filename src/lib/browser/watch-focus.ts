/** What can stand in for something in it that had the focus and went away: it has a name to be heard. */
const PLACES = 'section, main, dialog';

/**
 * Keeps the focus on the page when the focused element goes away, as buttons do that are used up: it moves to the
 * panel around it, from where Tab goes on.
 */
export function watchFocus(root: HTMLElement): () => void {
  let places: readonly HTMLElement[] = [];
  let last: Element | null = null;

  const remember = (focused: EventTarget | null) => {
    last = focused instanceof Element ? focused : null;
    places = [];
    for (
      let place = last?.closest<HTMLElement>(PLACES);
      place;
      place = place.parentElement?.closest(PLACES)
    ) {
      places = [...places, place];
    }
  };
  const onfocus = ({ target }: FocusEvent) => remember(target);
  const observer = new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const place = places.find(({ isConnected }) => isConnected) ?? root;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });

  if (root.contains(document.activeElement)) remember(document.activeElement);
  root.addEventListener('focusin', onfocus);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', onfocus);
    observer.disconnect();
  };
}
