/** Which tests draw their cases by chance, and which of them failed. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * The test files that use fast-check, themselves or by what they import.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function propertyTests(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
  const imports = new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(/\bfrom '([^']+)'/g)].map(([, from = '']) =>
        from.startsWith('.') ? `${resolve(dirname(file), from)}.ts` : from
      )
    ])
  );
  /** @param {string} file @param {Set<string>} [seen] @returns {boolean} */
  const draws = (file, seen = new Set()) => {
    if (file === 'fast-check') return true;
    if (seen.has(file)) return false;
    seen.add(file);
    return (imports.get(file) ?? []).some((from) => draws(from, seen));
  };
  return files.filter((file) => file.endsWith('.test.ts') && draws(file)).sort();
}

/**
 * The files with failures, of a report of Vitest's `json` reporter.
 *
 * @param {{ testResults: readonly { name: string, status: string }[] }} report
 * @param {string} root
 */
export const failedFiles = ({ testResults }, root) =>
  testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative(root, name).replaceAll('\\', '/'));
