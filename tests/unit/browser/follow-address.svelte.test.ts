// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { followAddress } from '$lib/browser/follow-address.svelte';

const router = vi.hoisted(() => ({ navigated: () => {} }));
vi.mock('$app/navigation', () => ({ afterNavigate: (then: () => void) => (router.navigated = then) }));

it('writes the address once the router is ready, and again when what it tells has changed', () => {
  const page = $state({ step: 0 });
  const written: number[] = [];
  const end = $effect.root(() => followAddress(() => written.push(page.step)));
  flushSync(() => (page.step = 1));
  expect(written).toEqual([]);
  router.navigated();
  flushSync();
  expect(written).toEqual([1]);
  router.navigated(); // to a part of the page: there is nothing new to tell
  flushSync();
  flushSync(() => (page.step = 2));
  expect(written).toEqual([1, 2]);
  end();
});
