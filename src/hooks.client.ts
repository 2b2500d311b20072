import { unreferenced } from '$lib/views/query';

/** Before the app reads its address. */
export function init(): void {
  const meant = unreferenced(location);
  if (meant) history.replaceState(history.state, '', `${location.pathname}${meant}`);
}
