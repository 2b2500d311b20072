// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scrollToShow } from '$lib/browser/scroll-to-show';

/** Height of the window, and how much of it is kept for bars at either end. */
const HEIGHT = 600;
const HEADER = 50;
const BAR = 100;

afterEach(() => {
  document.documentElement.removeAttribute('style');
});

/** How far the page is scrolled for an element at a height, in pixels. */
function scrolledFor(top: number, height: number): number {
  const scrolled = vi.fn((_: number, by: number) => by);
  vi.stubGlobal('innerHeight', HEIGHT);
  vi.stubGlobal('scrollBy', scrolled);
  Object.assign(document.documentElement.style, {
    scrollPaddingTop: `${HEADER}px`,
    scrollPaddingBottom: `${BAR}px`
  });
  const element = document.createElement('p');
  vi.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 10, height));
  scrollToShow(element);
  return scrolled.mock.calls.reduce((sum, [, by]) => sum + by, 0);
}

describe('what is to be shown', () => {
  it.each([
    ['is in view', 60, 20, 0],
    ['is above the window', -70, 20, -120],
    ['is behind the header', 40, 20, -10],
    ['is below the window', 700, 20, 220],
    ['is behind the bar', 490, 20, 10],
    ['is taller than the window, and begins below', 400, 700, 350],
    ['is taller than the window, and ends above', -600, 700, -400],
    ['is taller than the window, and fills it', -10, 700, 0]
  ])('%s', (_, top, height, by) => {
    expect(scrolledFor(top, height)).toBe(by);
  });
});
