/**
 * Retrains the run that receipt.json claims, and tells whether the result is the same, bit for bit. A bundle's
 * reproduce.mjs is built from this: from the app's own reader of receipts and its own trainer.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Receipt } from '../../experiment/receipt';
import { parseDataset, type Dataset } from '../../trainer/dataset';
import { TrainingRefused } from '../../trainer/refusal';
import { digestOf } from '../../trainer/sha256';
import { parseReceipt } from '../parse-receipt';
import { announce, reportOf } from '../report';
import { retrain } from '../retrain';
import { EXIT_CODES, judge } from '../verdict';

const DONE = 0;
const DAMAGED = 2;

const HELP = `Retrains the run that receipt.json claims, and tells whether the claim holds.

    node reproduce.mjs           retrain, and compare with the claim
    node reproduce.mjs FOLDER    take receipt.json and penguins.csv from another folder
    node reproduce.mjs --help    print this

Exit code: 0 the claim holds; 1 it is refuted; 2 undecided, or a bundle that cannot be re-run.

It needs Node 18 or newer and nothing else: no packages, no network.
`;

/** A bundle that cannot be re-run. The message is one sentence for the person who asked. */
class Refused extends Error {}

const say = (words: string): void => void process.stdout.write(`${words}\n`);

function read(folder: string, name: string): Uint8Array {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Refused(`${name} cannot be read${why}: unpack the whole bundle again.`);
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused(`${name} is not text in UTF-8: unpack the bundle again.`);
  }
}

function readReceipt(folder: string): Receipt {
  const receipt = parseReceipt(decode(read(folder, 'receipt.json'), 'receipt.json'));
  if (!receipt.ok) throw new Refused(`receipt.json: ${receipt.message}`);
  return receipt.value;
}

function readData(folder: string, sha256: string): Dataset {
  const bytes = read(folder, 'penguins.csv');
  const found = digestOf(bytes);
  if (found !== sha256) {
    throw new Refused(
      `penguins.csv is not the data of this run: its SHA-256 is ${found}, and the receipt names ${sha256}.`
    );
  }
  return parseDataset(decode(bytes, 'penguins.csv'));
}

/** @returns the exit code. */
function main([folder = dirname(fileURLToPath(import.meta.url)), ...others]: string[]): number {
  if (folder === '--help' || folder === '-h') {
    say(HELP.trimEnd());
    return DONE;
  }
  const surplus = folder.startsWith('-') ? folder : others[0];
  if (surplus !== undefined) throw new Refused(`There is no use for ${JSON.stringify(surplus)}; see --help.`);
  const receipt = readReceipt(folder);
  const dataset = readData(folder, receipt.manifest.data.sha256);
  say(announce(receipt, `Node ${process.versions.node}`));
  const rerun = retrain(receipt.manifest, dataset);
  say(reportOf(receipt, rerun));
  return EXIT_CODES[judge(receipt, rerun).outcome];
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = DAMAGED;
}

const oneLine = (message: string): string => message.replace(/\s+/g, ' ');

// A reader that has seen enough, such as `head`, is no failure of ours: the exit code still tells. A full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(oneLine(`The output cannot be written: ${error.message}.`));
});
process.stderr.on('error', () => {});

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Refused || error instanceof TrainingRefused) fail(oneLine(error.message));
  // Node would end with 1, which says that a claim is refuted.
  else fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
