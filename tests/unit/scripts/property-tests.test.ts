import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failedFiles, propertyTests } from '../../../scripts/property-tests.js';

const tests = fileURLToPath(new URL('../..', import.meta.url));
const found = propertyTests(tests).map((file) => relative(tests, file));

describe('property tests', () => {
  it('draw the same cases each time', () => {
    const draw = () => fc.sample(fc.tuple(fc.double(), fc.string(), fc.integer()), 20);
    expect(draw()).toEqual(draw());
  });

  it('are found where they draw themselves, or by what they import', () => {
    expect(found).toContain(join('unit', 'receipt', 'fuzz.test.ts'));
    expect(found).toContain(join('unit', 'views', 'lesson', 'agreement.test.ts')); // by machine/lesson/any-actions.ts
    expect(found).not.toContain(join('unit', 'scripts', 'summary.test.ts'));
    expect(found.every((name) => name.endsWith('.test.ts'))).toBe(true);
  });

  it('are named by their files where they fail, so that those alone can be repeated', () => {
    const testResults = [
      { name: join(tests, 'unit', 'a.test.ts'), status: 'failed' },
      { name: join(tests, 'unit', 'b.test.ts'), status: 'passed' }
    ];
    expect(failedFiles({ testResults }, tests)).toEqual(['unit/a.test.ts']);
  });
});
