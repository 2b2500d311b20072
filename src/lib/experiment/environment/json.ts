import { NotRead, lineAt } from './refusal';
import { DEEPEST, type Tree } from './tree';

const BLANK = /[\t\n\r ]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Reads JSON from outside. Unlike JSON.parse it refuses a name that stands twice, and says on which line something is
 * wrong; numbers stay as they were written.
 * @throws {NotRead}
 */
export function readJson(text: string): Tree {
  let place = 0;

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = place;
    const found = pattern.exec(text)?.[0] ?? null;
    place += found?.length ?? 0;
    return found;
  };
  const fail = (): never => {
    throw place >= text.length
      ? new NotRead('cut-off', '', lineAt(text, place))
      : new NotRead('json', '', lineAt(text, place));
  };
  /** Takes this sign, if it is the next one. */
  const sign = (wanted: string): boolean => {
    take(BLANK);
    if (text[place] !== wanted) return false;
    place++;
    return true;
  };

  function name(into: object): string {
    take(BLANK);
    const start = place;
    const quoted = take(STRING) ?? fail();
    const found = JSON.parse(quoted) as string;
    if (found in into) throw new NotRead('repeated-name', found, lineAt(text, start));
    if (!sign(':')) fail();
    return found;
  }

  function value(depth: number): Tree {
    if (depth > DEEPEST) throw new NotRead('too-deep', '', lineAt(text, place));
    if (sign('{')) {
      const table = Object.create(null) as Record<string, Tree>;
      if (sign('}')) return table;
      do table[name(table)] = value(depth + 1);
      while (sign(','));
      return sign('}') ? table : fail();
    }
    if (sign('[')) {
      const list: Tree[] = [];
      if (sign(']')) return list;
      do list.push(value(depth + 1));
      while (sign(','));
      return sign(']') ? list : fail();
    }
    const quoted = take(STRING);
    if (quoted !== null) return JSON.parse(quoted) as string;
    const word = take(WORD);
    if (!word) return text[place] === '"' ? unended() : fail();
    return word === 'null' ? null : word;
  }

  /** A text that does not end on its line, or is cut off. */
  function unended(): never {
    throw new NotRead(text.indexOf('"', place + 1) < 0 ? 'cut-off' : 'json', '', lineAt(text, place));
  }

  const read = value(0);
  take(BLANK);
  return place === text.length ? read : fail();
}
