import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the bench's table. `over` counts main-thread tasks over 50 ms, where that was watched. */
export interface Measurement {
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly over?: number;
}

const FOLDER = join(import.meta.dirname, '../../reports/bench');

/** Leaves measurements for `npm run bench` to print, in the order of their files' names. */
export function record(name: string, measurements: readonly Measurement[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify(measurements));
}
