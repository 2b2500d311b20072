/** Some Python, by the name under which errors speak of it. */
export interface PythonPart {
  readonly name: string;
  readonly text: string;
}

/** What is run: the parts one after the other, in one scope, which holds `DATA` (bytes) and `PAGE` (see `TOLD`). */
export interface PythonProgram {
  readonly parts: readonly PythonPart[];
  /** The text of `penguins.csv`. */
  readonly data: string;
}

/** How a program ended, short of being stopped: whatever it says is its own word. */
export type PythonEnding =
  | { readonly at: 'done' }
  /** An exception that nothing caught: its type, and what Python printed of it. */
  | { readonly at: 'raised'; readonly type: string; readonly words: string }
  /** It reached for what lies outside of it. */
  | { readonly at: 'forbidden' }
  /** It asked for more memory than there is for it. */
  | { readonly at: 'memory' }
  /** The interpreter itself gave up. */
  | { readonly at: 'crashed'; readonly words: string };

/** What a line begins with that is meant for the page and not for the reader: after it, a kind, a blank and JSON. */
export const TOLD = '\x1e';

export type ToPythonWorker = { readonly module: WebAssembly.Module; readonly program: PythonProgram };

export type FromPythonWorker =
  /** The interpreter is there, and the program begins. */
  | { readonly type: 'began' }
  | { readonly type: 'line'; readonly text: string }
  /** How many lines were left out so far, because there are too many. */
  | { readonly type: 'left'; readonly lines: number }
  | { readonly type: 'told'; readonly kind: string; readonly json: string }
  | { readonly type: 'end'; readonly ending: PythonEnding };
