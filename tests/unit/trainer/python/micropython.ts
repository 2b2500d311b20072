import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type {
  FromPythonWorker,
  PythonEnding,
  PythonProgram
} from '../../../../src/lib/trainer/python/protocol';
import { runPython } from '../../../../src/lib/trainer/python/run';

const url = createRequire(import.meta.url).resolve(
  '@micropython/micropython-webassembly-pyscript/micropython.wasm'
);
const module = new WebAssembly.Module(readFileSync(url));

/** What came of a program. */
export interface Ran {
  /** What was posted, by type, in order. */
  readonly types: FromPythonWorker['type'][];
  readonly lines: string[];
  readonly left: number;
  readonly told: { readonly kind: string; readonly what: unknown }[];
  readonly ending: PythonEnding;
}

/** Runs a program in MicroPython, as the worker does. */
export async function micropython(program: PythonProgram, memory?: number): Promise<Ran> {
  const messages: FromPythonWorker[] = [];
  await runPython(module, program, (message) => messages.push(message), url, memory);
  return {
    types: messages.map(({ type }) => type),
    lines: messages.flatMap((message) => (message.type === 'line' ? [message.text] : [])),
    left: messages.reduce((left, message) => (message.type === 'left' ? message.lines : left), 0),
    told: messages.flatMap((message) =>
      message.type === 'told' ? [{ kind: message.kind, what: JSON.parse(message.json) as unknown }] : []
    ),
    ending: messages.flatMap((message) => (message.type === 'end' ? [message.ending] : []))[0]!
  };
}

/** Runs a few lines. @param memory bytes, where it is not what the page gives. */
export const lines = (text: string, memory?: number): Promise<Ran> =>
  micropython({ parts: [{ name: 'program.py', text }], data: '' }, memory);
