import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Parsed } from '../lib/experiment/parse-manifest';
import type { Receipt } from '../lib/experiment/receipt';
import { looksLikeLink } from '../lib/receipt/link';
import { MAX_FILE_BYTES, openReceipt } from '../lib/receipt/open';
import { announce, reportOf } from '../lib/receipt/report';
import { retrain } from '../lib/receipt/retrain';
import { EXIT_CODES, judge } from '../lib/receipt/verdict';
import { parseDataset, TrainingRefused } from '../lib/trainer';

const DONE = 0;
const REFUSED = 2;

const CSV = new URL('../lib/trainer/penguins.csv', import.meta.url);

const HELP = `Trains the run of a receipt again, and tells whether its claim holds.

Usage: npm run -s verify -- <receipt>

  <receipt>    a receipt.json, a bundle (zip), or a link to a receipt
  --help, -h   print this help

Exit code: 0 the claim holds; 1 it is refuted; 2 undecided, or no receipt that can be re-run.
`;

const refuse = (message: string): Parsed<never> => ({ ok: false, message });

/** The one argument, or null when help is asked for. */
function readArguments(args: string[]): Parsed<string | null> {
  const options = { help: { type: 'boolean', short: 'h' } } as const;
  // Not strict: Node's own refusals take several lines, and ours take one.
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const named = tokens.filter((token) => token.kind === 'option');
  const unknown = named.find(({ name }) => name !== 'help');
  if (unknown) return refuse(`There is no option ${unknown.rawName}; see --help.`);
  if (named.some(({ value }) => value !== undefined)) return refuse('--help takes no value.');
  const [first, second] = tokens.filter((token) => token.kind === 'positional');
  if (second) return refuse(`There is no use for "${second.value}"; see --help.`);
  if (named.length > 0) return { ok: true, value: null };
  return first
    ? { ok: true, value: first.value }
    : refuse('Say which receipt to verify: a receipt.json, a bundle or a link; see --help.');
}

function open(source: string): Parsed<Receipt> {
  if (!existsSync(source)) {
    return looksLikeLink(source)
      ? openReceipt(source)
      : refuse(`There is no file ${JSON.stringify(source)}.`);
  }
  // One byte more than allowed is enough to be refused for it.
  if (statSync(source).size > MAX_FILE_BYTES) return openReceipt(new Uint8Array(MAX_FILE_BYTES + 1));
  return openReceipt(new Uint8Array(readFileSync(source)));
}

function verify(receipt: Receipt): number {
  process.stdout.write(`${announce(receipt.manifest, `Node ${process.versions.node}`)}\n`);
  const rerun = retrain(receipt.manifest, parseDataset(readFileSync(CSV, 'utf8')));
  process.stdout.write(`${reportOf(receipt, rerun)}\n`);
  return EXIT_CODES[judge(receipt, rerun).outcome];
}

/** One line, whatever the sentence quotes. */
function fail(message: string): number {
  process.stderr.write(`${message.replace(/\s+/g, ' ')}\n`);
  return REFUSED;
}

function main(): number {
  const source = readArguments(process.argv.slice(2));
  if (!source.ok) return fail(source.message);
  if (source.value === null) {
    process.stdout.write(HELP);
    return DONE;
  }
  const receipt = open(source.value);
  return receipt.ok ? verify(receipt.value) : fail(receipt.message);
}

// A reader that has seen enough, such as `head`, is no failure of ours: the exit code still tells.
process.stdout.on('error', () => {});

try {
  process.exitCode = main();
} catch (error) {
  const expected = error instanceof TrainingRefused || (error instanceof Error && 'code' in error);
  if (!expected) throw error;
  process.exitCode = fail(error.message);
}
