import { flushSync } from 'svelte';

/**
 * Opens what is folded away while the page is printed, in every engine, and with what is only made once it is open.
 * To be called once.
 */
export function unfoldOnPaper(): void {
  let unfolded: readonly HTMLDetailsElement[] = [];

  /** Says so at once: the event of the browser's own comes when the page is printed already. */
  const set = (folds: readonly HTMLDetailsElement[], open: boolean) => {
    for (const fold of folds) {
      fold.open = open;
      fold.dispatchEvent(new Event('toggle'));
    }
    flushSync();
  };

  addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    set(unfolded, true);
  });
  addEventListener('afterprint', () => set(unfolded, false));
}
