import { parseArgs } from 'node:util';
import type { Parsed } from '../lib/experiment';

/** What follows each option: nothing, one value, or several by being named several times. */
export type Options = Readonly<Record<string, 'flag' | 'value' | 'values'>>;

export interface Arguments {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

const refuse = (message: string): Parsed<never> => ({ ok: false, message });

/**
 * Reads a command line with these options, and `--help`.
 * @param most how many arguments there may be that belong to no option.
 * @returns what was asked for, or one sentence that says what is wrong with it.
 */
export function readArguments(args: string[], options: Options, most: number): Parsed<Arguments> {
  const known: Options = { help: 'flag', ...options };
  // Not strict: Node's own refusals take several lines, and ours take one.
  const { tokens } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(
        Object.entries(options).map(([name, takes]) => [
          name,
          { type: takes === 'flag' ? ('boolean' as const) : ('string' as const) }
        ])
      )
    },
    strict: false,
    tokens: true
  });
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const takes = Object.hasOwn(known, name) ? known[name] : undefined;
    if (takes === undefined) return refuse(`There is no option ${rawName}; see --help.`);
    if (takes === 'flag') {
      if (value !== undefined) return refuse(`--${name} takes no value.`);
      flags.add(name);
    } else {
      if (value === undefined) return refuse(`--${name} takes a value; see --help.`);
      const earlier = values.get(name) ?? [];
      if (takes === 'value' && earlier.length > 0) return refuse(`--${name} is there twice; see --help.`);
      values.set(name, [...earlier, value]);
    }
  }
  const surplus = positionals[most];
  return surplus === undefined
    ? { ok: true, value: { flags, values, positionals } }
    : refuse(`There is no use for "${surplus}"; see --help.`);
}
