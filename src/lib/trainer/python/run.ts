import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript/micropython.mjs';
import { Forbidden, MOST_MEMORY, OutOfMemory, withinBounds } from './boundary';
import { collectOutput } from './output';
import { TOLD, type FromPythonWorker, type PythonEnding, type PythonProgram } from './protocol';

/** Bytes of the first heap. */
const HEAP = 4 * 1024 * 1024;

function endingOf(error: unknown): PythonEnding {
  if (error instanceof Forbidden) return { at: 'forbidden' };
  if (error instanceof OutOfMemory) return { at: 'memory' };
  if (error instanceof Error && error.name === 'PythonError' && 'type' in error) {
    // Leaving by sys.exit() is no mistake.
    return error.type === 'SystemExit'
      ? { at: 'done' }
      : { at: 'raised', type: String(error.type), words: error.message };
  }
  return { at: 'crashed', words: error instanceof Error ? error.message : String(error) };
}

/**
 * Runs a program in an interpreter of its own, to its end.
 * @param module the interpreter's compiled WebAssembly.
 * @param url where its WebAssembly is: Node looks there, although it has it.
 * @param memory bytes that it may use.
 */
export async function runPython(
  module: WebAssembly.Module,
  { parts, data }: PythonProgram,
  post: (message: FromPythonWorker) => void,
  url = 'here',
  memory = MOST_MEMORY
): Promise<void> {
  const output = collectOutput(post);
  const print = ([byte]: Uint8Array): void => output.write(byte!);
  const python = await withinBounds(
    module,
    () => loadMicroPython({ url, heapsize: HEAP, linebuffer: false, stdout: print, stderr: print }),
    memory
  );
  let ending: PythonEnding = { at: 'done' };
  try {
    python.globals.set('data', data);
    python.globals.set('told', TOLD);
    python.runPython('scope = {"__name__": "__main__", "DATA": data.encode(), "PAGE": told}');
    post({ type: 'began' });
    for (const { name, text } of parts) {
      python.globals.set('name', name);
      python.globals.set('text', text);
      python.runPython('exec(compile(text, name, "exec"), scope)');
    }
  } catch (error) {
    ending = endingOf(error);
  }
  output.end();
  post({ type: 'end', ending });
}
