import { TOLD, type FromPythonWorker } from './protocol';

/** What is passed on of one program: enough to read, and no burden to a page, whatever a program prints. */
export const MOST_LINES = 1000;
const LONGEST_LINE = 1000;

/** What a program may tell the page: a run with the widest model and all rows is a tenth of it. */
const LONGEST_TOLD = 256 * 1024;
const MOST_TOLD = 10_000;

const NEWLINE = 10;

/**
 * Makes lines of the bytes that a program prints, one at a time.
 * @param post passes on what came of it, in order.
 */
export function collectOutput(post: (message: FromPythonWorker) => void): {
  readonly write: (byte: number) => void;
  /** Passes on what is left, where the last line was not ended. */
  readonly end: () => void;
} {
  const decoder = new TextDecoder();
  const mark = TOLD.charCodeAt(0);
  let bytes: number[] = [];
  let cut = false;
  let lines = 0;
  let told = 0;

  const tell = (text: string): void => {
    const at = text.indexOf(' ');
    if (!cut && at > 1 && ++told <= MOST_TOLD)
      post({ type: 'told', kind: text.slice(1, at), json: text.slice(at + 1) });
  };

  const finish = (): void => {
    const text = decoder.decode(new Uint8Array(bytes));
    if (bytes[0] === mark) tell(text);
    else if (++lines <= MOST_LINES) post({ type: 'line', text: cut ? `${text}…` : text });
    // Seldom, because each is a message: at 1,024 lines too many, at 2,048 …
    else if (((lines - MOST_LINES) & 1023) === 0) post({ type: 'left', lines: lines - MOST_LINES });
    bytes = [];
    cut = false;
  };

  return {
    write(byte) {
      if (byte === NEWLINE) finish();
      else if (bytes.length < (bytes[0] === mark ? LONGEST_TOLD : LONGEST_LINE)) bytes.push(byte);
      else cut = true;
    },
    end() {
      if (bytes.length > 0) finish();
      if (lines > MOST_LINES) post({ type: 'left', lines: lines - MOST_LINES });
    }
  };
}
