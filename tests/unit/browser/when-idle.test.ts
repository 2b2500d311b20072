// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from '$lib/browser/when-idle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

describe('waiting for the page to be idle', () => {
  it('leaves the moment to the browser, but not for ever', () => {
    const request = vi.fn<(callback: () => void, options?: IdleRequestOptions) => number>(() => 7);
    vi.stubGlobal('requestIdleCallback', request);
    const callback = vi.fn();
    whenIdle(callback);
    expect(callback).not.toHaveBeenCalled();
    const [given, options] = request.mock.calls[0]!;
    expect(options?.timeout).toBeGreaterThan(0);
    given();
    expect(callback).toHaveBeenCalledOnce();
  });

  it('can be called off', () => {
    const cancel = vi.fn();
    vi.stubGlobal('requestIdleCallback', () => 7);
    vi.stubGlobal('cancelIdleCallback', cancel);
    whenIdle(() => {})();
    expect(cancel).toHaveBeenCalledExactlyOnceWith(7);
  });

  describe('in a browser that cannot tell', () => {
    beforeEach(() => void vi.stubGlobal('requestIdleCallback', undefined));

    it('waits a little', () => {
      const callback = vi.fn();
      whenIdle(callback);
      vi.advanceTimersByTime(50);
      expect(callback).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1000);
      expect(callback).toHaveBeenCalledOnce();
    });

    it('can be called off', () => {
      const callback = vi.fn();
      whenIdle(callback)();
      vi.advanceTimersByTime(1000);
      expect(callback).not.toHaveBeenCalled();
    });
  });
});
