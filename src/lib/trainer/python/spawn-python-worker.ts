import wasm from '@micropython/micropython-webassembly-pyscript/micropython.wasm?url';

/** Starts the worker that runs Python. Bundlers find its file by this exact form, so it stands beside it. */
export const spawnPythonWorker = (): Worker =>
  new Worker(new URL('./python-worker.ts', import.meta.url), { type: 'module', name: 'python' });

/** The interpreter, compiled. @throws when it does not arrive. */
export async function fetchPython(): Promise<WebAssembly.Module> {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  // Not compileStreaming: hosts that know no WebAssembly send it as something else.
  return WebAssembly.compile(await response.arrayBuffer());
}
