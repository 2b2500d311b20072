import { spawnSync } from 'node:child_process';
import { BASELINE } from '../../src/lib/experiment';
import { asFile, LESSON_CODE } from '../../src/lib/receipt/python/listing';
import data from '../../src/lib/trainer/penguins.csv?raw';
import { findPython } from '../engines/bundle-scripts.js';
import { trainInMicroPython } from '../engines/micropython';
import { record } from './measurements';

/** The lesson's run in two Pythons: seconds of the processor, start included. Each round measures both, one after the other. */
const ROUNDS = 5;

async function inMicroPython(): Promise<{ readonly seconds: number; readonly digest: string }> {
  const before = process.cpuUsage();
  const { result } = await trainInMicroPython(BASELINE);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, digest: result.digest };
}

/** The file that a reader of the page takes along, which says last how long it took. */
const FILE = `${asFile(LESSON_CODE, data, 'The lesson’s run')}\nimport time\nprint(time.process_time())\n`;

/** @returns seconds. */
function inCPython(program: string, digest: string): number {
  const { stdout, stderr } = spawnSync(program, ['-'], { input: FILE, encoding: 'utf8' });
  if (!stdout.includes(digest)) throw new Error(`${program} gave other bits than MicroPython: ${stderr}`);
  return Number(stdout.trim().split(/\s+/).at(-1));
}

const program = await findPython();
const micro: number[] = [];
const usual: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const { seconds, digest } = await inMicroPython();
  micro.push(seconds);
  usual.push(inCPython(program, digest));
}
record('3-python', [
  { what: 'baseline run, MicroPython in Node', unit: 's', values: micro },
  { what: 'baseline run, CPython', unit: 's', values: usual },
  {
    what: 'MicroPython, in times of CPython',
    unit: '×',
    values: micro.map((seconds, round) => seconds / usual[round]!)
  }
]);
