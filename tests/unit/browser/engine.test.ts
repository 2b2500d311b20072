import { describe, expect, it, vi } from 'vitest';
import { thisEngine } from '$lib/browser/engine';

describe('this engine', () => {
  const brands = [
    { brand: 'Not=A?Brand', version: '24' },
    { brand: 'Chromium', version: '128' }
  ];

  it.each([
    [{ userAgent: 'Lynx/2' }, 'Lynx/2'],
    [{ userAgent: 'x', userAgentData: { brands, platform: 'Linux' } }, 'Chromium 128 on Linux'],
    [{ userAgent: 'x', userAgentData: { brands, platform: '' } }, 'Chromium 128'],
    [{ userAgent: 'Lynx/2', userAgentData: { brands: brands.slice(0, 1), platform: 'Linux' } }, 'Lynx/2']
  ])('of %j calls itself %s', (navigator, name) => {
    vi.stubGlobal('navigator', navigator);
    expect(thisEngine()).toBe(name);
  });
});
