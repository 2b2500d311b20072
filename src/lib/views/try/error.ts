import { fill } from '../../lesson';
import { python as pythonWords } from '../../lesson/python';
import { tryWords } from '../../lesson/try';
import type { CodeText } from '../../machine/try/changes';
import type { PythonEnding } from '../../trainer/python';

const { errors: words } = tryWords;

/** Under which names Python speaks of the two texts. */
export const FILES: Readonly<Record<CodeText, keyof typeof words.place>> = {
  program: 'program.py',
  trainer: 'trainer.py'
};

/** Where a program stopped. */
export interface ErrorLine {
  readonly text: CodeText;
  readonly line: number;
}

export interface ErrorView {
  /** What happened, and where, in a sentence. */
  readonly where: string;
  readonly line: ErrorLine | null;
  /** What that means, in plain words. */
  readonly plain: string;
  /** What Python printed; empty where it printed nothing. */
  readonly words: string;
}

const AT = /File "(program|trainer)\.py", line (\d+)/g;

/** The innermost line of the reader's own code. */
function lineOf(printed: string): ErrorLine | null {
  const last = [...printed.matchAll(AT)].at(-1);
  return last ? { text: last[1] as CodeText, line: Number(last[2]) } : null;
}

/** What Python printed, without the line that is the page's own, and each line that repeats told once. */
function shortened(printed: string): string {
  const lines = printed
    .trim()
    .split('\n')
    .filter((line) => !line.includes('File "<stdin>"'));
  const kept: string[] = [];
  let repeats = 0;
  for (const line of [...lines, '']) {
    if (line === kept.at(-1)) {
      repeats++;
      continue;
    }
    if (repeats > 0) kept.push(`  ${fill(words.repeated, { n: repeats })}`);
    repeats = 0;
    kept.push(line);
  }
  return kept.join('\n').trim();
}

const meaningOf = (type: string): string => {
  const known: Readonly<Record<string, string>> = words.plain;
  return (Object.hasOwn(known, type) ? known[type] : undefined) ?? words.plain.other;
};

/** Why a program did not come to its end; null where it did. */
export function errorView(ending: PythonEnding): ErrorView | null {
  switch (ending.at) {
    case 'done':
      return null;
    case 'raised': {
      const line = lineOf(ending.words);
      const { type } = ending;
      return {
        where: line
          ? fill(words.at, { type, line: line.line, place: words.place[FILES[line.text]] })
          : fill(words.nowhere, { type }),
        line,
        plain: meaningOf(type),
        words: shortened(ending.words)
      };
    }
    case 'memory':
    case 'forbidden':
      return { where: words.title, line: null, plain: pythonWords[ending.at], words: '' };
    case 'crashed':
      return { where: words.title, line: null, plain: pythonWords.crashed, words: ending.words };
  }
}
