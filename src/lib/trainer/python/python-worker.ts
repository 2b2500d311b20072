import type { FromPythonWorker, ToPythonWorker } from './protocol';
import { runPython } from './run';

interface Port {
  addEventListener(type: 'message', listener: (event: { readonly data: ToPythonWorker }) => void): void;
  postMessage(message: FromPythonWorker): void;
}

const port = self as unknown as Port;

// One program after the other, each in an interpreter of its own; what never ends is ended with the worker.
port.addEventListener('message', ({ data: { module, program } }) => {
  runPython(module, program, (message) => port.postMessage(message)).catch((error: unknown) =>
    port.postMessage({ type: 'end', ending: { at: 'crashed', words: String(error) } })
  );
});
