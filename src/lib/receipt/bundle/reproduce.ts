/**
 * Retrains the run that receipt.json claims, and tells whether the result is the same, bit for bit. A bundle's
 * reproduce.mjs is built from this: from the app's own reader of receipts and its own trainer.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain } from '../../experiment/plain';
import type { Receipt } from '../../experiment/receipt';
import { reasonText } from '../../lesson/reason';
import { parseDataset, type Dataset } from '../../trainer/dataset';
import { TrainingRefused } from '../../trainer/refusal';
import { dataProblem } from '../data-problem';
import { decodeText } from '../decode-text';
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

/** Nothing larger is read: of a bundle's files that are read here, the largest has 13 KB. */
const LARGEST = 256 * 1024;

/** Reads no more than a file may have and one byte, be it endless. */
function readWithin(path: string, most: number): Uint8Array {
  const bytes = new Uint8Array(most + 1);
  const file = openSync(path, 'r');
  try {
    let size = 0;
    while (size < bytes.length) {
      const more = readSync(file, bytes, size, bytes.length - size, null);
      if (more === 0) break;
      size += more;
    }
    return bytes.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

function read(folder: string, name: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readWithin(join(folder, name), LARGEST);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Refused(
      `${name} cannot be read${why}: this script needs the whole bundle, so unpack all of it.`
    );
  }
  if (bytes.length > LARGEST)
    throw new Refused(`${name} is larger than 256 KB, and none that belongs here is.`);
  return bytes;
}

function readReceipt(folder: string): Receipt {
  const text = decodeText(read(folder, 'receipt.json'));
  const receipt = text.ok ? parseReceipt(text.value) : text;
  if (!receipt.ok) throw new Refused(`receipt.json: ${receipt.message}`);
  return receipt.value;
}

function readData(folder: string, sha256: string): Dataset {
  const bytes = read(folder, 'penguins.csv');
  const problem = dataProblem(bytes, sha256);
  if (problem !== null) throw new Refused(problem);
  return parseDataset(new TextDecoder().decode(bytes));
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

const oneLine = (message: string): string => plain(message.replace(/\s+/g, ' '));

// A reader that has seen enough, such as `head`, is no failure of ours: the exit code still tells. A full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(oneLine(`The output cannot be written: ${error.message}.`));
});
process.stderr.on('error', () => {});

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Refused) fail(oneLine(error.message));
  else if (error instanceof TrainingRefused) fail(reasonText(error.reason));
  // Node would end with 1, which says that a claim is refuted.
  else fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
