/** Why something could not be read as an environment. Its sentence stands in `lesson/en/compare/refusals.ts`. */
export const REFUSALS = [
  'empty',
  'too-large',
  'no-text',
  'utf-16',
  'nul',
  'unknown-format',
  'unknown-folder',
  'zip',
  'json',
  'toml',
  'yaml',
  'cut-off',
  'too-deep',
  'alias',
  'repeated-name',
  'shape',
  'line',
  'version',
  'too-many',
  'too-many-versions',
  'nothing'
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** The line that is meant, from 1; null where it is the whole file. */
  readonly line: number | null;
  /** What the sentence quotes: such as the name that stands there twice. Not escaped. */
  readonly about: string;
}

/** Thrown within this folder only: whoever reads an environment gets a `Refusal`. */
export class NotRead extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly about = '',
    readonly line: number | null = null
  ) {
    super(code);
  }
}

/** The number of the line that a place in a text is on, from 1. */
export function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** What stands on a line, from 1; nothing where there is no such line. */
export const onLine = (text: string, line: number | null): string =>
  line === null ? '' : (text.split(/\r\n?|\n/)[line - 1]?.trim() ?? '');
