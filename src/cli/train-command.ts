import { readFileSync } from 'node:fs';
import type { Manifest } from '../lib/experiment';
import type { Checked } from '../lib/experiment/reason';
import { parseManifest, setFields, type ManifestCode } from '../lib/experiment/parse-manifest';
import { receiptOf } from '../lib/experiment/receipt';
import { reasonText } from '../lib/lesson/reason';
import { bundleOf } from '../lib/receipt/bundle';
import { canonicalJson } from '../lib/receipt/canonical-json';
import { linkOf } from '../lib/receipt/link';
import { decodeText } from '../lib/receipt/decode-text';
import { MAX_RECEIPT_BYTES } from '../lib/receipt/parse-receipt';
import { readStrictJson } from '../lib/receipt/strict-json';
import { train } from '../lib/trainer';
import { readArguments } from './arguments';
import { fieldValue } from './field-value';
import { bundleFiles, calledPath, penguins, readStandardInput, writeNewFile } from './files';
import { HELP } from './help';
import { DONE, must, Refused, refused, say } from './terminal';

const STANDARD = '-';
const ENGINE = `Node ${process.versions.node} on ${process.platform} ${process.arch}`;

function trainable(checked: Checked<Manifest, ManifestCode>): Manifest {
  if (!checked.ok) throw new Refused(reasonText(checked.reason));
  return checked.value;
}

/** The manifest in a file: it is all of it, or a receipt's. */
async function readManifest(file: string): Promise<Manifest> {
  const bytes =
    file === STANDARD ? await readStandardInput(MAX_RECEIPT_BYTES) : readFileSync(calledPath(file));
  if (bytes.length > MAX_RECEIPT_BYTES) throw refused('manifest-too-large');
  const content = readStrictJson(must(decodeText(bytes)));
  if (!content.ok) throw refused('no-manifest', { why: content.message });
  const { value } = content;
  const isReceipt = typeof value === 'object' && value !== null && 'manifest' in value;
  return trainable(parseManifest(isReceipt ? value.manifest : value));
}

function readChange(change: string): [path: string, value: unknown] {
  const [, path, value] = /^([a-z\d.]+)=(.*)$/is.exec(change) ?? [];
  if (path !== undefined && value !== undefined) return [path, fieldValue(path, value)];
  throw refused('no-change', { change: JSON.stringify(change) });
}

/** @returns the exit code. */
export async function trainCommand(args: string[]): Promise<number> {
  const options = { manifest: 'value', set: 'values', link: 'flag', bundle: 'value' } as const;
  const { flags, values } = readArguments(args, options, 0);
  if (flags.has('help')) {
    await say(HELP);
    return DONE;
  }
  const changes = (values.get('set') ?? []).map(readChange);
  const [manifestFile] = values.get('manifest') ?? [];
  const [bundleFile] = values.get('bundle') ?? [];
  const toStandard = bundleFile === STANDARD;
  if (toStandard && flags.has('link')) throw refused('both-printed');
  const path = bundleFile === undefined || toStandard ? undefined : calledPath(bundleFile);
  const manifest = trainable(
    setFields(changes, manifestFile === undefined ? undefined : await readManifest(manifestFile))
  );
  const { record } = train(manifest, penguins());
  const receipt = receiptOf(record, undefined, ENGINE);
  if (bundleFile !== undefined) {
    const bundle = bundleOf(receipt, await bundleFiles());
    if (path === undefined) {
      await say(bundle);
      return DONE;
    }
    writeNewFile(path, bundle);
  }
  await say(flags.has('link') ? `/verify#${linkOf(receipt)}\n` : `${canonicalJson(receipt)}\n`);
  return DONE;
}
