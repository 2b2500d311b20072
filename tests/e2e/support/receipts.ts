import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Download } from '@playwright/test';
import { BASELINE } from '../../../src/lib/experiment/manifest';
import { receiptOf, type Prediction, type Receipt } from '../../../src/lib/experiment/receipt';
import { canonicalJson } from '../../../src/lib/receipt/canonical-json';
import { linkOf } from '../../../src/lib/receipt/link';
import { parseDataset, train } from '../../../src/lib/trainer';

const CSV = new URL('../../../src/lib/trainer/penguins.csv', import.meta.url);

/** A true receipt: of the lesson's first run, or of one that differs from it in its code. */
export function trueReceipt(
  code: Partial<Receipt['manifest']['code']> = {},
  prediction?: Prediction
): Receipt {
  const manifest = { ...BASELINE, code: { ...BASELINE.code, ...code } };
  return receiptOf(train(manifest, parseDataset(readFileSync(CSV, 'utf8'))).record, prediction);
}

export const fragmentOf = linkOf;
export const fileOf = (receipt: unknown): Buffer => Buffer.from(canonicalJson(receipt));

/** What was downloaded. */
export const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

/** The same zip with one of its files changed. */
export function tampered(zip: Buffer, name: string, change: (text: string) => string): Buffer {
  const files = unzipSync(zip);
  const text = new TextDecoder().decode(files[name]);
  if (change(text) === text) throw new RangeError(`nothing was changed in ${name}`);
  return Buffer.from(zipSync({ ...files, [name]: strToU8(change(text)) }));
}

/** The same zip with one more file. */
export const added = (zip: Buffer, name: string, text: string): Buffer =>
  Buffer.from(zipSync({ ...unzipSync(zip), [name]: strToU8(text) }));
