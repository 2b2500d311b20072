import * as v from 'valibot';
import { parseManifest } from '../experiment/parse-manifest';
import type { Parsed } from '../experiment/parsed';
import { PENGUINS_SHA256 } from '../experiment/manifest';
import { TRAINER_VERSION, type Receipt } from '../experiment/receipt';
import { because, type Reason } from '../experiment/reason';
import { takenBy, type Takes } from '../experiment/takes';
import { canonicalJson } from './canonical-json';
import { receiptFields, receiptSchema, type Contradiction } from './receipt-schema';
import { refuse } from './refuse';
import { readStrictJson } from './strict-json';

/** Nothing larger is even parsed; a receipt has about one kilobyte. */
export const MAX_RECEIPT_BYTES = 256 * 1024;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 80);

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

/** What a field takes: its schema tells, or the names of its fields do; null where there is no such field. */
function takes(path: readonly string[]): Reason<Takes> | null {
  const schema = path.reduce(inside, receiptFields as v.GenericSchema | undefined);
  if (!schema) return null;
  const { entries }: Node = schema as Node;
  return entries ? because('object', { fields: Object.keys(entries).join(', ') }) : takenBy(schema);
}

function refuseField(input: Fields, issue: v.BaseIssue<unknown>): Parsed<never> {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  // Only its own checks are about no field.
  if (path.length === 0) return refuse(issue.message as Contradiction);
  if (path[0] === 'manifest') {
    const manifest = parseManifest(input.manifest);
    if (!manifest.ok) return refuse('manifest', { reason: manifest.reason });
  }
  const taken = takes(path);
  return taken === null
    ? refuse('not-a-field', { path: path.join('.') })
    : refuse('field', { path: path.join('.'), got: show(at(input, path)), takes: taken });
}

/** What is told before anything else, because it explains the rest. */
function refuseForeign(input: Fields): Parsed<never> | null {
  if (input.version === '1' || input.version === '2') {
    return refuse('version-text', { version: input.version });
  }
  if (input.trainer === Number(TRAINER_VERSION)) {
    return refuse('trainer-number', { version: TRAINER_VERSION });
  }
  if (input.version !== 1 && input.version !== 2) {
    return input.version === undefined
      ? refuse('no-version')
      : refuse('other-version', { version: show(input.version) });
  }
  if (typeof input.trainer === 'string' && input.trainer !== TRAINER_VERSION) {
    return refuse('other-trainer', { version: show(input.trainer), here: TRAINER_VERSION });
  }
  const sha256 = at(input, ['manifest', 'data', 'sha256']);
  if (typeof sha256 === 'string' && sha256 !== PENGUINS_SHA256) {
    return refuse('other-data', { sha256: show(sha256), here: PENGUINS_SHA256 });
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
    return refuse('receipt-too-large');
  }
  const json = readStrictJson(text);
  if (!json.ok) return json;
  const input = json.value;
  if (!isObject(input)) return refuse('no-object', { got: show(input) });
  const foreign = refuseForeign(input);
  if (foreign) return foreign;
  const parsed = v.safeParse(receiptSchema, input, { abortEarly: true });
  if (!parsed.success) return refuseField(input, parsed.issues[0]);
  return { ok: true, value: JSON.parse(canonicalJson(parsed.output)) as Receipt };
}
