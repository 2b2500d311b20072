/** A text field: what stands in it, and from where to where is selected. */
export interface FieldText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of a text field to be replaced, and what is selected afterwards. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select: readonly [number, number];
}

const STEP = '    ';

const lineStart = (value: string, at: number): number => value.lastIndexOf('\n', at - 1) + 1;

/** What Tab does: the next step of indentation, or all selected lines one step in or out. */
export function indented({ value, start, end }: FieldText, back: boolean): Replacement {
  const from = lineStart(value, start);
  if (start === end && !back) {
    const text = STEP.slice((start - from) % STEP.length);
    return { from: start, to: end, text, select: [start + text.length, start + text.length] };
  }
  // A selection that ends where a line begins does not take that line.
  const last = end > start && value[end - 1] === '\n' ? end - 1 : end;
  const until = value.indexOf('\n', last);
  const to = until < 0 ? value.length : until;
  const before = value.slice(from, to).split('\n');
  const after = before.map((line) => (back ? line.replace(/^ {1,4}/, '') : line && STEP + line));
  const text = after.join('\n');
  const moved = after[0]!.length - before[0]!.length;
  return {
    from,
    to,
    text,
    select:
      start === end
        ? [Math.max(from, start + moved), Math.max(from, start + moved)]
        : [from, from + text.length]
  };
}

/** What Enter does: the new line begins where this one does, and a step further in after a colon. */
export function newLine({ value, start, end }: FieldText): Replacement {
  const line = value.slice(lineStart(value, start), start);
  const blanks = /^ */.exec(line)![0];
  const text = `\n${blanks}${/:\s*(?:#.*)?$/.test(line) ? STEP : ''}`;
  return { from: start, to: end, text, select: [start + text.length, start + text.length] };
}

/** Where a line begins and ends in a text; the last one for lines beyond it. @param line from 1 */
export function lineRange(value: string, line: number): readonly [number, number] {
  let from = 0;
  for (let n = 1; n < line; n++) {
    const next = value.indexOf('\n', from);
    if (next < 0) break;
    from = next + 1;
  }
  const end = value.indexOf('\n', from);
  return [from, end < 0 ? value.length : end];
}

export const lineCount = (value: string): number => value.split('\n').length;

/** The numbers of all lines, one below the other. */
export const lineNumbers = (lines: number): string =>
  Array.from({ length: lines }, (_, index) => index + 1).join('\n');
