import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ways } from '$lib/lesson/ways';
import { WAYS } from '$lib/views/ways';
import { OTHER_PAGES } from '../../../scripts/budget.js';

/** Pages that are tools, and the lesson itself. */
const NO_WAYS = ['lab', 'verify'];

const pages = readdirSync('src/routes', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NO_WAYS.includes(entry.name))
  .map(({ name }) => name);

const beside = WAYS.filter(({ id }) => id !== 'visual');

describe('the ways to work on the subject', () => {
  it('are the lesson, and those that have a page', () => {
    expect(WAYS.find(({ path }) => path === '/')?.id).toBe('visual');
    expect(beside.map(({ path }) => path.slice(1, -1)).sort()).toEqual(pages.sort());
  });

  it('are those that have a name', () => {
    expect(Object.keys(ways.items).sort()).toEqual(WAYS.map(({ id }) => id).sort());
    const names = Object.values(ways.items).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have a budget each', () => {
    const held = OTHER_PAGES.map(([path]) => `${path}/`);
    expect(held).toEqual(expect.arrayContaining(beside.map(({ path }) => path)));
  });
});

if (beside.length > 0) {
  describe.each(beside)('the way $id', ({ id, path }) => {
    const route = `src/routes${path}+page.svelte`;
    const words = `src/lib/lesson${path.slice(0, -1)}.ts`;

    it('says on its page which it is, and has its words in a file of its own', () => {
      expect(readFileSync(route, 'utf8')).toContain(`way="${id}"`);
      expect(existsSync(words)).toBe(true);
    });
  });
}
