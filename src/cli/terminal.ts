import type { Parsed } from '../lib/experiment';
import { plain } from '../lib/experiment/plain';
import { fill } from '../lib/lesson/fill';
import { commandRefusals } from '../lib/lesson/command';
import { reasonText } from '../lib/lesson/reason';
import { TrainingRefused } from '../lib/trainer';

/** What exit codes mean here: 0 done or the same, 1 refuted or different, and whatever else happens is 2. */
export const DONE = 0;
export const OTHERWISE = 2;

/** An error that its reader can do something about: told in one line, without a stack. */
export class Refused extends Error {}

/** What the command line itself refuses. */
export const refused = (
  code: keyof typeof commandRefusals,
  values: Readonly<Record<string, string>> = {}
): Refused => new Refused(fill(commandRefusals[code], values));

/** @throws {Refused} with what is wrong. */
export function must<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Refused(parsed.message);
  return parsed.value;
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

let hasReaderLeft = false;
process.stdout.on('error', () => {}); // whoever writes is told

/**
 * Writes to standard output. A reader that has seen enough, such as `head`, is no failure of ours: the exit code
 * still tells. A full disk is one.
 */
export const say = (output: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    if (hasReaderLeft) return resolve();
    process.stdout.write(output, (error) => {
      if (!error) return resolve();
      hasReaderLeft = codeOf(error) === 'EPIPE';
      if (hasReaderLeft) resolve();
      else reject(refused('not-printed', { why: error.message }));
    });
  });

/** One line, whatever the sentence quotes. */
export function complain(message: string): typeof OTHERWISE {
  process.stderr.write(`${plain(message.replace(/\s+/g, ' '))}\n`);
  return OTHERWISE;
}

/** Node's own exit code for a crash is 1, which would say that a claim is refuted. */
function crashed(error: unknown): void {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${told.split('\n').map(plain).join('\n')}\n`);
  process.exitCode = OTHERWISE;
}

/** Runs a command to its end, and exits with what it returns. */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<void> {
  process.exitCode = OTHERWISE; // until it is known better
  process.on('uncaughtException', (error) => {
    crashed(error);
    process.exit();
  });
  process.stderr.on('error', () => {});
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (error instanceof TrainingRefused) complain(reasonText(error.reason));
    else if (error instanceof Refused || codeOf(error) !== undefined) complain((error as Error).message);
    else crashed(error);
  }
}
