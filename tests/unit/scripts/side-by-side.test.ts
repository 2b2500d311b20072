import { describe, expect, it } from 'vitest';
import { LANES, sideBySide } from '../../../scripts/side-by-side.js';

describe('side by side', () => {
  it('works on as many at a time as there are lanes, and gives what came in the order that was given', async () => {
    let working = 0;
    let most = 0;
    const items = Array.from({ length: 3 * LANES }, (_, index) => index);
    const doubled = await sideBySide(items, async (item) => {
      most = Math.max(most, ++working);
      // Those that are begun first take longest.
      for (let turn = item; turn < items.length; turn++) await Promise.resolve();
      working--;
      return 2 * item;
    });
    expect(doubled).toEqual(items.map((item) => 2 * item));
    expect(most).toBe(LANES);
  });

  it('does nothing where there is nothing to do, and fails with what fails', async () => {
    expect(await sideBySide([], () => Promise.reject(new Error('asked')))).toEqual([]);
    await expect(sideBySide([1], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
