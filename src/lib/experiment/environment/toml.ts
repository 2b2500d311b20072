import { parse, TomlError } from 'smol-toml';
import { NotRead, onLine } from './refusal';
import { DEEPEST, type Tree } from './tree';

/**
 * Reads TOML from outside.
 * @throws {NotRead}
 */
export function readToml(text: string): Tree {
  try {
    return parse(text, { maxDepth: DEEPEST }) as Tree;
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
