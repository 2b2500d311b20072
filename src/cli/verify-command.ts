import { plainJson } from '../lib/experiment/plain';
import { uncheckedFields, type Receipt, type Verdict } from '../lib/experiment/receipt';
import type { Stranger } from '../lib/experiment/stranger';
import { verdicts } from '../lib/lesson/verdicts';
import { isBundle, openReceipt } from '../lib/receipt/open';
import { bundleAmong, openBundle } from '../lib/receipt/read-bundle';
import { announce, reportOf } from '../lib/receipt/report';
import { strangersAmong, strangersReport } from '../lib/receipt/strangers';
import { retrain } from '../lib/receipt/retrain';
import { EXIT_CODES, judge } from '../lib/receipt/verdict';
import { readArguments } from './arguments';
import { differencesOf, differencesReport } from './differences';
import { bundleFiles, penguins } from './files';
import { readSource } from './source';
import { DONE, must, OTHERWISE, Refused, refused, say } from './terminal';
import { HELP } from './verify-help';

const DIFFERENT = 1;
const ENGINE = `Node ${process.versions.node}`;

interface Opened {
  readonly receipt: Receipt;
  /** The files beside it, where it came in a bundle, that are not those that Retrace makes. */
  readonly strangers: readonly Stranger[];
}

async function open(source: string): Promise<Opened> {
  const input = await readSource(source);
  if (typeof input === 'string' || (input instanceof Uint8Array && !isBundle(input))) {
    return { receipt: must(openReceipt(input)), strangers: [] };
  }
  const { receipt, entries } = must(input instanceof Uint8Array ? openBundle(input) : bundleAmong(input));
  return { receipt, strangers: strangersAmong(entries, receipt, await bundleFiles()) };
}

type Result = Receipt['result'];

/** Part by part, what is claimed and what came out. */
const partsOf = (claimed: Result, rerun: Result | null, { same }: Verdict) =>
  Object.fromEntries(
    (
      [
        ['accuracy', 'accuracy'],
        ['weights', 'digest'],
        ['predictions', 'predictionsDigest']
      ] as const
    ).map(([part, field]) => [
      part,
      { claimed: claimed[field], rerun: rerun?.[field] ?? null, same: same.includes(part) }
    ])
  );

const inJson = (value: unknown): Promise<void> => say(`${plainJson(value)}\n`);

async function verify(source: string, json: boolean): Promise<number> {
  const { receipt, strangers } = await open(source);
  if (!json) {
    for (const line of strangersReport(strangers)) await say(`${line}\n`);
    await say(`${announce(receipt, ENGINE)}\n`);
  }
  const rerun = retrain(receipt.manifest, penguins());
  const verdict = judge(receipt, rerun);
  const exitCode = EXIT_CODES[verdict.outcome];
  if (json) {
    const { outcome, finding, kind } = verdict;
    const parts = partsOf(receipt.result, rerun, verdict);
    const meaning = verdicts[finding].title;
    await inJson({
      outcome,
      exitCode,
      meaning,
      finding,
      ladder: kind,
      parts,
      notChecked: uncheckedFields(receipt),
      maker: receipt.engine ?? null,
      strangers,
      engine: ENGINE
    });
  } else {
    await say(`${reportOf(receipt, rerun)}\n`);
  }
  return exitCode;
}

async function compare(sources: readonly [string, string], json: boolean): Promise<number> {
  if (sources[0] === '-' && sources[1] === '-') throw refused('one-receipt-from-input');
  const [first, second] = [await open(sources[0]), await open(sources[1])];
  const differences = differencesOf(first.receipt, second.receipt);
  const isSame = differences.manifest.length + differences.result.length === 0;
  const exitCode = isSame ? DONE : DIFFERENT;
  if (json) await inJson({ outcome: isSame ? 'same' : 'different', exitCode, ...differences });
  else await say(`${differencesReport(differences)}\n`);
  return exitCode;
}

/** @returns the exit code. */
export async function verifyCommand(args: string[]): Promise<number> {
  const { flags, positionals } = readArguments(args, { json: 'flag' }, 2);
  if (flags.has('help')) {
    await say(HELP);
    return DONE;
  }
  const json = flags.has('json');
  const [first, second] = positionals;
  try {
    if (first === undefined) {
      throw refused('no-receipt');
    }
    return second === undefined ? await verify(first, json) : await compare([first, second], json);
  } catch (error) {
    // Whoever reads JSON gets the reason there too.
    if (json && error instanceof Refused) {
      await inJson({ outcome: 'refused', exitCode: OTHERWISE, meaning: error.message });
    }
    throw error;
  }
}
