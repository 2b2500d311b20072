import { describe, expect, it } from 'vitest';
import { LAB_PART_IDS, LAB_PARTS, partOf } from '$lib/components/lab/parts';
import { LAB_START } from '$lib/machine/lab';

describe('the parts of the Lab', () => {
  it('begin with the one that the Lab opens with', () => {
    expect(LAB_PART_IDS[0]).toBe(LAB_START.view);
    expect(partOf(LAB_START.view)).toBe(LAB_PARTS[0]);
    expect(partOf('cellar')).toBe(LAB_PARTS[0]);
  });

  it.each(LAB_PARTS)('$id is found by its name, and can be loaded', async ({ id, load }) => {
    expect(partOf(id).id).toBe(id);
    expect((await load()).default).toBeTypeOf('function');
  });
});
