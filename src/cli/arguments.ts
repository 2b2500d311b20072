import { parseArgs } from 'node:util';
import type { Manifest, Parsed } from '../lib/experiment';
import { setFields } from '../lib/experiment/parse-manifest';

export type Command = { readonly kind: 'help' } | { readonly kind: 'train'; readonly manifest: Manifest };

const refuse = (message: string): Parsed<never> => ({ ok: false, message });

/** `2026`, `0.5` and `["a","b"]` are read as JSON; what is not JSON, such as `pcg32`, is text. */
const readValue = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/**
 * Reads the command line.
 * @param args what follows the name of the script.
 * @returns the command, or one sentence that says what is wrong with it.
 */
export function readArguments(args: string[]): Parsed<Command> {
  const options = { set: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } } as const;
  // Not strict: Node's own refusals take several lines, and ours take one.
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const changes: [string, unknown][] = [];
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'positional') return refuse(`There is no use for "${token.value}"; see --help.`);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') {
      if (token.value !== undefined) return refuse('--help takes no value.');
      help = true;
    } else if (token.name === 'set') {
      const [, path, value] = /^([a-z\d.]+)=(.*)$/is.exec(token.value ?? '') ?? [];
      if (path === undefined) {
        return refuse(
          token.value === undefined
            ? '--set takes a field and its value, such as --set environment.seed=2026.'
            : `--set got "${token.value}", but takes a field and its value, such as environment.seed=2026.`
        );
      }
      changes.push([path, readValue(value)]);
    } else {
      return refuse(`There is no option ${token.rawName}; see --help.`);
    }
  }
  if (help) return { ok: true, value: { kind: 'help' } };
  const manifest = setFields(changes);
  return manifest.ok ? { ok: true, value: { kind: 'train', manifest: manifest.value } } : manifest;
}
