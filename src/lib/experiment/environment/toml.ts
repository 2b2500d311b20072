import { parse, TomlDate, TomlError } from 'smol-toml';
import { NotRead, onLine } from './refusal';
import { DEEPEST, type Tree } from './tree';

/** What TOML tells apart is not told apart here: numbers, dates and truths are texts. */
function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof TomlDate) return value.toISOString();
  const map = new Map<string, Tree>();
  for (const name in value) map.set(name, treeOf((value as Record<string, unknown>)[name]));
  return map;
}

/**
 * Reads TOML from outside.
 * @throws {NotRead}
 */
export function readToml(text: string): Tree {
  try {
    return treeOf(parse(text, { maxDepth: DEEPEST }));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const line = error instanceof TomlError ? error.line : null;
    if (/depth|nest/i.test(message)) throw new NotRead('too-deep', '', line);
    throw new NotRead(
      /redefine|already|duplicate/i.test(message) ? 'repeated-name' : 'toml',
      onLine(text, line),
      line
    );
  }
}
