// Python in the page: apart from the rest, so that only pages that run it load it.
export type { PythonEnding, PythonPart, PythonProgram } from './protocol';
export { createPythonClient, type PythonClient } from './client';
export { fetchPython, spawnPythonWorker } from './spawn-python-worker';
export { readProgress, readRun, type PythonResult, type PythonRun } from './told';
