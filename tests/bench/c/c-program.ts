import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../../src/lib/experiment';
import type { Examples } from '../../../src/lib/trainer/prepare';

export interface CProgram {
  readonly compiler: string;
  /**
   * Trains the manifest so often. Times are in milliseconds; the weights are those of the last run.
   * @param how in the SIMD kernel's passes, row by row, or row by row without vectors.
   */
  run(
    how: 'passes' | 'rows' | 'scalar',
    manifest: Manifest,
    examples: Examples,
    runs: number
  ): { times: number[]; weights: Float64Array };
}

const FLAGS = ['-O3', '-march=native', '-ffp-contract=off'];
const WITHOUT_VECTORS = ['-DLANES=1', '-fno-tree-vectorize', '-fno-tree-slp-vectorize'];
const WARM_UP = 5;

/** Numbers as C's hexadecimal floats read back the bits; decimal digits that JavaScript writes do so as well. */
const words = (values: Iterable<number>) => [...values].map(String).join(' ');

const hexadecimal = (text: string): number => {
  const [, sign, whole, fraction = '', exponent] = /^(-?)0x([01])(?:\.([0-9a-f]+))?p([+-]\d+)$/.exec(text)!;
  const digits = (whole! + fraction).padEnd(14, '0');
  return (sign ? -1 : 1) * parseInt(digits, 16) * 2 ** (Number(exponent) - 52);
};

/** @returns null where no compiler is found. */
export function compileC(): CProgram | null {
  const folder = mkdtempSync(join(tmpdir(), 'retrace-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [vectors, scalar] = [join(folder, 'vectors'), join(folder, 'scalar')];
  const source = join(import.meta.dirname, 'train.c');
  const compiles = (compiler: string, program: string, flags: readonly string[] = []) =>
    spawnSync(compiler, [...FLAGS, ...flags, '-o', program, source, '-lm']).status === 0;
  const compiler = ['gcc', 'clang'].find(
    (name) => compiles(name, vectors) && compiles(name, scalar, WITHOUT_VECTORS)
  );
  if (!compiler) return null;
  return {
    compiler: `${compiler} ${FLAGS.join(' ')}`,
    run(how, { code }, { count, inputs, labels }, runs) {
      const rows = Array.from({ length: count }, (_, row) =>
        words([inputs[2 * row]!, inputs[2 * row + 1]!, labels[row]!])
      );
      const head = [code.hiddenUnits, code.epochs, code.batchSize, code.learningRate, code.l2];
      const input = `${words([...head, runs, WARM_UP, count])}\n${rows.join('\n')}\n`;
      const [program, order] = how === 'scalar' ? [scalar, 'rows'] : [vectors, how];
      const { stdout, stderr, status } = spawnSync(program, [order], { input, encoding: 'utf8' });
      if (status !== 0 || stderr) throw new Error(`the C program failed: ${stderr}`);
      const lines = stdout.trim().split('\n');
      return {
        times: lines.slice(0, runs).map(Number),
        weights: Float64Array.from(lines.slice(runs), hexadecimal)
      };
    }
  };
}
