import { BY_HAND } from './by-hand';

/** The id that a fragment names; a receipt is no id, and neither is what cannot be decoded. */
function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

let leave = (): void => {};

/**
 * Keeps the part that the address names in view while parts above it come and push it away, until the reader does
 * something.
 */
export function followPart(): void {
  leave();
  const id = idIn(location.hash);
  if (id === '') return;
  // At once: a page that glides after each part that comes never arrives.
  const observer = new ResizeObserver(() =>
    document.getElementById(id)?.scrollIntoView({ behavior: 'instant' })
  );
  leave = () => {
    observer.disconnect();
    for (const type of BY_HAND) removeEventListener(type, leave);
  };
  for (const type of BY_HAND) addEventListener(type, leave, { passive: true });
  observer.observe(document.body);
}
