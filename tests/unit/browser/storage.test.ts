// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readStored, store } from '$lib/browser/storage';

/** Lets one method of the storage fail as browsers do when storage is blocked or full. */
const failing = (method: 'getItem' | 'setItem', name: string) =>
  vi.spyOn(Storage.prototype, method).mockImplementation(() => {
    throw new DOMException('no', name);
  });

afterEach(() => {
  localStorage.clear();
});

describe('what is stored', () => {
  it.each([{ answers: ['a', null], hints: 2 }, [1, 2], 'text', 0, false, null])(
    'comes back as it was: %j',
    (value) => {
      store('key', value);
      expect(readStored('key')).toEqual(value);
    }
  );

  it('is kept apart by its key', () => {
    store('one', 1);
    store('two', 2);
    expect([readStored('one'), readStored('two')]).toEqual([1, 2]);
  });

  it('is replaced by what is stored later', () => {
    store('key', 'old');
    store('key', 'new');
    expect(readStored('key')).toBe('new');
  });

  it('is still there for the next visit, in the browser’s own storage', () => {
    store('key', { score: 2 });
    expect(localStorage.getItem('key')).toBe('{"score":2}');
  });
});

describe('nothing', () => {
  it('is read where nothing was stored', () => {
    expect(readStored('key')).toBeNull();
  });

  it.each(['', '{', 'undefined', '{"score":', 'not JSON'])('is read from what cannot be: “%s”', (text) => {
    localStorage.setItem('key', text);
    expect(readStored('key')).toBeNull();
  });

  it('is read while storage is blocked', () => {
    store('key', 1);
    failing('getItem', 'SecurityError');
    expect(readStored('key')).toBeNull();
  });

  it('is said about storage that is blocked or full', () => {
    failing('setItem', 'QuotaExceededError');
    expect(() => store('key', 1)).not.toThrow();
    vi.restoreAllMocks();
    expect(readStored('key')).toBeNull();
  });

  it('is said even where merely asking for the storage is refused', () => {
    // As Chrome does with all site data blocked.
    vi.stubGlobal(
      'localStorage',
      new Proxy({} as Storage, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        }
      })
    );
    expect(readStored('key')).toBeNull();
    expect(() => store('key', 1)).not.toThrow();
    vi.unstubAllGlobals();
  });

  it('is stored of what JSON cannot say, and nobody is stopped by it', () => {
    const circle: Record<string, unknown> = {};
    circle.itself = circle;
    expect(() => store('key', circle)).not.toThrow();
    expect(readStored('key')).toBeNull();
  });
});
