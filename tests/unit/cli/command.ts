import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** What standard input holds. */
  readonly input?: string | Uint8Array;
  /** Where the command was called, as npm says it; it starts scripts in the project's folder. */
  readonly calledIn?: string;
  /** `leave` closes the reading end of the output before anything was read; `full` is a disk without room. */
  readonly output?: 'leave' | 'full';
}

/** Runs a program to its end, and gives what it wrote as bytes too. */
export function runProgram(
  command: readonly string[],
  { input = '', calledIn = ROOT, output }: Surroundings = {}
): Promise<Outcome & { readonly bytes: Buffer }> {
  const [file, ...args] = command;
  const child = spawn(file!, args, {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: calledIn },
    stdio: ['pipe', output === 'full' ? openSync('/dev/full', 'w') : 'pipe', 'pipe']
  });
  const written: Buffer[] = [];
  let stderr = '';
  if (output === 'leave') child.stdout?.destroy();
  else child.stdout?.on('data', (chunk: Buffer) => written.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin?.on('error', () => {}).end(input); // whoever reads nothing closes it
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const bytes = Buffer.concat(written);
      resolve({ code, stdout: bytes.toString(), stderr, bytes });
    })
  );
}

/** Runs one of the project's own commands, as `npm run` does. */
export const runCommand = (
  name: 'train' | 'verify' | 'compare',
  args: readonly string[],
  surroundings?: Surroundings
) => runProgram([process.execPath, '--import', 'tsx', `src/cli/${name}.ts`, ...args], surroundings);

/** A command in this process, which starts sooner than another: its exit code, and what it printed. */
export async function called(
  command: (args: string[]) => Promise<number>,
  args: string[]
): Promise<{ readonly code: number; readonly stdout: string }> {
  let stdout = '';
  const write = (chunk: string, written: () => void) => {
    stdout += chunk;
    written();
    return true;
  };
  const output = vi.spyOn(process.stdout, 'write').mockImplementation(write as typeof process.stdout.write);
  const code = await command(args);
  output.mockRestore();
  return { code, stdout };
}
