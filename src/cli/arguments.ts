import { parseArgs } from 'node:util';
import { refused } from './terminal';

/** What follows each option: nothing, one value, or several by being named several times. */
export type Options = Readonly<Record<string, 'flag' | 'value' | 'values'>>;

export interface Arguments {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

/**
 * Reads a command line with these options, and `--help`.
 * @param most how many arguments there may be that belong to no option.
 * @throws {Refused} with what is wrong with it.
 */
export function readArguments(args: string[], options: Options, most: number): Arguments {
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
    if (takes === undefined) throw refused('no-option', { name: rawName });
    if (takes === 'flag') {
      if (value !== undefined) throw refused('no-value', { name });
      flags.add(name);
    } else {
      if (value === undefined) throw refused('needs-value', { name });
      const earlier = values.get(name) ?? [];
      if (takes === 'value' && earlier.length > 0) throw refused('twice', { name });
      values.set(name, [...earlier, value]);
    }
  }
  const surplus = positionals[most];
  if (surplus !== undefined) throw refused('surplus', { word: surplus });
  return { flags, values, positionals };
}
