import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, PARTS } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { fieldKinds } from '$lib/experiment/field-kind';
import { setFields } from '$lib/experiment/parse-manifest';
import { valueAt } from '../machine/lab/setups';

const KINDS = PARTS.flatMap(fieldKinds);
const takes = (path: string, value: unknown): boolean => setFields([[path, value]], BASELINE).ok;

describe('the kinds of fields', () => {
  it('cover every field of a manifest, part by part', () => {
    const recorded = PARTS.flatMap((part) => Object.keys(RECORDED[part]).map((field) => `${part}.${field}`));
    expect(KINDS.map(([path]) => path).toSorted()).toEqual(recorded.toSorted());
  });

  it.each(KINDS)('%s takes what its kind says, and nothing beside it', (path, kind) => {
    switch (kind.kind) {
      case 'number': {
        fc.assert(
          fc.property(
            kind.whole
              ? fc.integer({ min: kind.min, max: kind.max })
              : fc.double({ min: kind.min, max: kind.max, noNaN: true }),
            (value) => {
              expect(takes(path, value)).toBe(true);
            }
          )
        );
        expect([takes(path, kind.min - 1), takes(path, kind.max + 1)]).toEqual([false, false]);
        if (kind.whole) expect(takes(path, kind.min + 0.5)).toBe(false);
        break;
      }
      case 'choice':
        expect(kind.options.length).toBeGreaterThan(1);
        for (const option of kind.options) expect(takes(path, option)).toBe(true);
        expect(takes(path, 'none of these')).toBe(false);
        break;
      case 'list':
        if (kind.length === null) for (const option of kind.options) expect(takes(path, [option])).toBe(true);
        else expect(takes(path, kind.options.slice(0, kind.length))).toBe(true);
        expect(takes(path, ['none of these'])).toBe(false);
        break;
      case 'text':
        expect(takes(path, valueAt(RECORDED, path))).toBe(true);
        expect(takes(path, undefined)).toBe(kind.optional);
        break;
      case 'fixed':
        expect(takes(path, valueAt(BASELINE, path))).toBe(true);
        expect(takes(path, 'anything else')).toBe(false);
    }
  });
});
