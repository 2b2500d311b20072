import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keep, readKept } from '$lib/browser/review/keeper';
import { freshProgress, withAnswer } from '$lib/machine/review/progress';

const NOW = 30_000_000;
const progress = withAnswer(freshProgress(7), 'record', NOW, 3);

/** Storage as a browser has it; `full` refuses what is new. */
function storage(full = false) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    }
  };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
});

describe('what a browser keeps of a review', () => {
  it('comes back', () => {
    expect(readKept(NOW)).toEqual({ progress: null, unread: null });
    expect(keep(progress)).toBe(true);
    expect(readKept(NOW)).toEqual({ progress, unread: null });
  });

  it('is put aside where it cannot be read, and stays there when something new is kept', () => {
    localStorage.setItem('retrace.review', 'p1~broken');
    expect(readKept(NOW)).toEqual({ progress: null, unread: 'p1~broken' });
    keep(progress);
    expect(localStorage.getItem('retrace.review.unread')).toBe('p1~broken');
    expect(readKept(NOW).progress).toEqual(progress);
  });

  it('is said not to be kept where storage is full', () => {
    vi.stubGlobal('localStorage', storage(true));
    expect(keep(progress)).toBe(false);
    expect(readKept(NOW)).toEqual({ progress: null, unread: null });
  });

  it('is said not to be kept where storage is blocked', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new DOMException('blocked', 'SecurityError');
      }
    });
    expect(keep(progress)).toBe(false);
    expect(readKept(NOW)).toEqual({ progress: null, unread: null });
  });
});
