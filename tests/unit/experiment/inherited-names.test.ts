import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { parseManifest, setFields } from '$lib/experiment/parse-manifest';

describe('names that every object inherits', () => {
  it.each(['__proto__', 'constructor', 'toString'])('%s is no part of a manifest', (name) => {
    expect(setFields([[name, { polluted: true }]])).toMatchObject({
      ok: false,
      reason: { code: 'no-part', values: { path: name } }
    });
  });

  it.each(['constructor', 'toString'])('%s is no field of a part', (name) => {
    const refused = parseManifest({ ...BASELINE, code: { ...BASELINE.code, [name]: 1 } });
    expect(refused).toMatchObject({
      ok: false,
      reason: { code: 'no-field-of', values: { path: `code.${name}`, part: 'code' } }
    });
  });

  it('numbers that JSON cannot write are quoted as they are', () => {
    expect(setFields([['code.learningRate', Number.NaN]])).toMatchObject({
      reason: { code: 'field', values: { got: 'NaN' } }
    });
  });
});
