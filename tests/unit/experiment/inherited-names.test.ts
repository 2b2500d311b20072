import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { parseManifest, setFields } from '$lib/experiment/parse-manifest';

describe('names that every object inherits', () => {
  it.each(['__proto__', 'constructor', 'toString'])('%s is no part of a manifest', (name) => {
    expect(setFields([[name, { polluted: true }]])).toEqual({
      ok: false,
      message: expect.stringContaining(`${name} is not a field of a manifest`)
    });
  });

  it.each(['constructor', 'toString'])('%s is no field of a part', (name) => {
    const refused = parseManifest({ ...BASELINE, code: { ...BASELINE.code, [name]: 1 } });
    expect(refused).toEqual({
      ok: false,
      message: expect.stringContaining(`code.${name} is not a field of a manifest; code takes hiddenUnits`)
    });
  });

  it('numbers that JSON cannot write are quoted as they are', () => {
    expect(setFields([['code.learningRate', Number.NaN]])).toMatchObject({
      message: expect.stringContaining('got NaN')
    });
  });
});
