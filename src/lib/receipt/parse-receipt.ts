import * as v from 'valibot';
import { parseManifest, type Parsed } from '../experiment/parse-manifest';
import { PENGUINS_SHA256 } from '../experiment/manifest';
import { TRAINER_VERSION, type Receipt } from '../experiment/receipt';
import { canonicalJson } from './canonical-json';
import { receiptFields, receiptSchema } from './receipt-schema';
import { refuse } from './refuse';
import { readStrictJson } from './strict-json';

/** Nothing larger is even parsed; a receipt has about one kilobyte. */
export const MAX_RECEIPT_BYTES = 256 * 1024;

const ASK = 'ask for the receipt as it was made';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 80);

const notAField = (path: string): string =>
  `${path} is not a field of a receipt, and nothing may hide in one: ${ASK}.`;

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (owner, name) => (isObject(owner) && Object.hasOwn(owner, name) ? owner[name] : undefined),
    value
  );

/** As much of a schema as is walked here. */
interface Node {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
}

const inside = (schema: v.GenericSchema | undefined, name: string): v.GenericSchema | undefined => {
  const { entries }: Node = (schema as Node | undefined) ?? {};
  return entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
};

/** What a field takes, in words: its schema's own, or the names of its fields; null where there is no such field. */
function takes(path: readonly string[]): string | null {
  const schema = path.reduce(inside, receiptFields as v.GenericSchema | undefined);
  if (!schema) return null;
  const { entries }: Node = schema as Node;
  return entries ? `an object with ${Object.keys(entries).join(', ')}` : (v.getDescription(schema) ?? null);
}

function sentence(input: Fields, issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  if (path.length === 0) return `${issue.message}: ${ASK}.`;
  if (path[0] === 'manifest') {
    const manifest = parseManifest(input.manifest);
    if (!manifest.ok) return `The manifest is none that can be trained: ${manifest.message}`;
  }
  const taken = takes(path);
  return taken === null
    ? notAField(path.join('.'))
    : `${path.join('.')} got ${show(at(input, path))}, but takes ${taken}: ${ASK}.`;
}

/** What is told before anything else, because it explains the rest. */
function foreign(input: Fields): string | null {
  if (input.version === '1' || input.version === '2') {
    return `version is the text "${input.version}", and must be the number ${input.version}: ${ASK}.`;
  }
  if (input.trainer === Number(TRAINER_VERSION)) {
    return `trainer is the number ${TRAINER_VERSION}, and must be the text "${TRAINER_VERSION}": ${ASK}.`;
  }
  if (input.version !== 1 && input.version !== 2) {
    return input.version === undefined
      ? 'This JSON has no version, so it is no receipt: choose a receipt.json, a bundle or a link made by Retrace.'
      : `This receipt is of version ${show(input.version)}, and only versions 1 and 2 are known here: open it with a newer Retrace.`;
  }
  if (typeof input.trainer === 'string' && input.trainer !== TRAINER_VERSION) {
    return `This run was trained by version ${show(input.trainer)} of the trainer, and the one here is version "${TRAINER_VERSION}", whose bits differ: open it with the Retrace that made it.`;
  }
  const sha256 = at(input, ['manifest', 'data', 'sha256']);
  if (typeof sha256 === 'string' && sha256 !== PENGUINS_SHA256) {
    return `The run used data whose SHA-256 is ${show(sha256)}, and the data here has "${PENGUINS_SHA256}": it can be re-run only where that data is.`;
  }
  return null;
}

/**
 * Reads a receipt that came from outside, as the text of its JSON.
 * @returns the receipt, equal to what its own canonical JSON says, or one sentence that tells what is wrong.
 */
export function parseReceipt(text: string): Parsed<Receipt> {
  // No text has fewer UTF-8 bytes than UTF-16 units, so only what may be small enough is measured.
  if (text.length > MAX_RECEIPT_BYTES || new TextEncoder().encode(text).length > MAX_RECEIPT_BYTES) {
    return refuse(
      'This is larger than 256 KB, and no receipt is: choose the receipt.json or the bundle itself.'
    );
  }
  const json = readStrictJson(text);
  if (!json.ok) return refuse(json.message);
  const input = json.value;
  if (!isObject(input)) return refuse(`A receipt is a JSON object, and this is ${show(input)}: ${ASK}.`);
  const reason = foreign(input);
  if (reason !== null) return refuse(reason);
  const parsed = v.safeParse(receiptSchema, input, { abortEarly: true });
  if (!parsed.success) return refuse(sentence(input, parsed.issues[0]));
  return { ok: true, value: JSON.parse(canonicalJson(parsed.output)) as Receipt };
}
