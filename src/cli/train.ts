import { readFileSync } from 'node:fs';
import type { Manifest } from '../lib/experiment';
import { parseDataset, train, TrainingRefused } from '../lib/trainer';
import { readArguments } from './arguments';
import { HELP } from './help';

const BAD_ARGUMENTS = 2;
const BROKEN = 1;

const CSV = new URL('../lib/trainer/penguins.csv', import.meta.url);

/** One line, whatever the sentence quotes. */
const fail = (message: string, exitCode: number): void => {
  process.stderr.write(`${message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = exitCode;
};

const trainedLine = (manifest: Manifest): string => {
  const { record } = train(manifest, parseDataset(readFileSync(CSV, 'utf8')));
  const { accuracy, digest, predictionsDigest } = record;
  return `${JSON.stringify({ accuracy, digest, predictionsDigest, manifest })}\n`;
};

// A reader that has seen enough, such as `head`, is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error.message, BROKEN);
});

const command = readArguments(process.argv.slice(2));
if (!command.ok) {
  fail(command.message, BAD_ARGUMENTS);
} else if (command.value.kind === 'help') {
  process.stdout.write(HELP);
} else {
  try {
    process.stdout.write(trainedLine(command.value.manifest));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    fail(message, error instanceof TrainingRefused ? BAD_ARGUMENTS : BROKEN);
  }
}
