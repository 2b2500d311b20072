/**
 * Keeps the focus on the page when the focused element goes away. To be attached to an element that stays.
 * Little goes away in the first moments, so what it takes is loaded beside the first page, and begins with whatever
 * has the focus by then.
 */
export function keepFocus(root: HTMLElement): () => void {
  let isLeft = false;
  let end = (): void => {};
  void import('./watch-focus').then(
    ({ watchFocus }) => {
      if (!isLeft) end = watchFocus(root);
    },
    () => {} // Without it the page works: Tab begins at the top.
  );
  return () => {
    isLeft = true;
    end();
  };
}
