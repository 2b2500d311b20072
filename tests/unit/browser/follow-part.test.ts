// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPart } from '$lib/browser/follow-part';

let resize = () => {};
const scrolled = vi.fn();

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resize = callback;
      }
      observe() {}
      disconnect() {
        resize = () => {};
      }
    }
  );
  document.body.innerHTML = '<section id="quiz"></section>';
  document.querySelector('section')!.scrollIntoView = scrolled;
  scrolled.mockClear();
});
afterEach(() => {
  dispatchEvent(new Event('wheel'));
});

/** The page grows after the address has named this. */
function grownAt(hash: string): void {
  history.replaceState(null, '', hash);
  followPart();
  resize();
}

describe('the part that the address names', () => {
  it('is in view whenever the page has grown, until the reader acts', () => {
    grownAt('#quiz');
    resize();
    expect(scrolled).toHaveBeenCalledTimes(2);
    dispatchEvent(new Event('wheel'));
    resize();
    expect(scrolled).toHaveBeenCalledTimes(2);
  });

  it.each(['#', '#nothing', '#%', `#${'x'.repeat(2000)}`])(
    'is left alone where there is none: %s',
    (hash) => {
      grownAt(hash);
      expect(scrolled).not.toHaveBeenCalled();
    }
  );

  it('is another one once the address names another', () => {
    grownAt('#quiz');
    grownAt('#nothing');
    resize();
    expect(scrolled).toHaveBeenCalledTimes(1);
  });
});
