// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followEnd } from '$lib/browser/follow-end';

let resize = () => {};
let observing = false;

beforeEach(() =>
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resize = callback;
      }
      observe() {
        observing = true;
      }
      disconnect() {
        observing = false;
      }
    }
  )
);

/** A list 100 pixels high, that is followed. */
function list() {
  const element = document.createElement('div');
  element.append(document.createElement('table'));
  let height = 100;
  Object.defineProperties(element, { clientHeight: { value: 100 }, scrollHeight: { get: () => height } });
  const stop = followEnd(element);
  const scroll = () => element.dispatchEvent(new Event('scroll'));
  return {
    element,
    stop,
    grow(to: number) {
      height = to;
      resize();
      scroll();
    },
    read(top: number) {
      element.dispatchEvent(new Event('wheel'));
      element.scrollTop = top;
      scroll();
    },
    scroll
  };
}

describe('a list whose end is followed', () => {
  it('shows its end while it grows', () => {
    const { element, grow } = list();
    grow(300);
    expect(element.scrollTop).toBe(300);
    grow(500);
    expect(element.scrollTop).toBe(500);
  });

  it('stays where the reader has scrolled to', () => {
    const { element, grow, read } = list();
    grow(300);
    read(50);
    grow(500);
    expect(element.scrollTop).toBe(50);
  });

  it('shows its end again once the reader is back there', () => {
    const { element, grow, read } = list();
    grow(300);
    read(50);
    read(198);
    grow(500);
    expect(element.scrollTop).toBe(500);
  });

  it('goes on following when it was scrolled by a new layout only', () => {
    const { element, grow, scroll } = list();
    grow(300);
    element.scrollTop = 120;
    scroll();
    grow(500);
    expect(element.scrollTop).toBe(500);
  });

  it('is left alone afterwards', () => {
    const { stop } = list();
    expect(observing).toBe(true);
    stop();
    expect(observing).toBe(false);
  });
});
