import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { NotRead, onLine } from './refusal';
import { DEEPEST, type Tree } from './tree';

const CODES = [
  [/depth/i, 'too-deep'],
  [/alias/i, 'alias'],
  [/duplicat/i, 'repeated-name']
] as const;

/**
 * Reads YAML from outside, without aliases, which make much of little.
 * @throws {NotRead}
 */
export function readYaml(text: string): Tree {
  try {
    // Only texts, lists and maps: nothing is guessed from how a value is written.
    return load(text, { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: DEEPEST }) as Tree;
  } catch (error) {
    const reason = error instanceof YAMLException ? error.reason : '';
    const line = error instanceof YAMLException && error.mark ? error.mark.line + 1 : null;
    throw new NotRead(
      CODES.find(([pattern]) => pattern.test(reason))?.[1] ?? 'yaml',
      onLine(text, line),
      line
    );
  }
}
