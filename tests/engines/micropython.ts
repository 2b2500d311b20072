/**
 * MicroPython as the site ships it, here in Node: a program in it meets the same WebAssembly as in a browser's worker.
 */
import type { Manifest } from '../../src/lib/experiment';
import { LESSON_CODE, programOf } from '../../src/lib/receipt/python/listing';
import { parseDataset } from '../../src/lib/trainer/dataset';
import data from '../../src/lib/trainer/penguins.csv?raw';
import { readRun } from '../../src/lib/trainer/python/told';
import { micropython } from '../unit/trainer/python/micropython';
import { resultOf, type Result } from './findings';

const dataset = parseDataset(data);

/** Says which MicroPython it is, before it does anything else. */
const VERSION = 'import sys\nprint("%d.%d.%d" % sys.implementation[1][:3])\n';

/** Trains a manifest by the trainer of `reproduce.py`. @throws where that gives no result. */
export async function trainInMicroPython(
  manifest: Manifest
): Promise<{ readonly engine: string; readonly result: Result }> {
  const parts = [
    { name: 'version.py', text: VERSION },
    { name: 'trainer.py', text: LESSON_CODE.trainer },
    { name: 'program.py', text: programOf(manifest) }
  ];
  const { ending, lines, told } = await micropython({ parts, data });
  const run = readRun(JSON.stringify(told.find(({ kind }) => kind === 'run')?.what ?? null), dataset);
  if (ending.at !== 'done' || !run) throw new Error(`It gave no result: ${JSON.stringify(ending)}`);
  return { engine: lines[0]!, result: resultOf(run.record) };
}
