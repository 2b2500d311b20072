import { afterNavigate } from '$app/navigation';

/**
 * Keeps the address in step with the page, once the router is ready. To be called while a component is set up.
 * @param follow writes the address; called again whenever anything that it reads changes.
 */
export function followAddress(follow: () => void): void {
  let isReady = $state(false);
  afterNavigate(() => {
    isReady = true;
  });
  $effect(() => {
    if (isReady) follow();
  });
}
