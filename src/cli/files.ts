import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDataset, type Dataset } from '../lib/trainer';
import type { BundleFiles } from '../lib/receipt/bundle/files';
import { refused } from './terminal';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

export const penguins = (): Dataset => parseDataset(text('../lib/trainer/penguins.csv'));

/** What `receipt/bundle/files` holds, where Vite is not at work. */
export async function bundleFiles(): Promise<BundleFiles> {
  const { bundledCode } = await import('../../scripts/bundled-text.js');
  const entry = new URL('../lib/receipt/bundle/reproduce.ts', import.meta.url);
  const { code } = await bundledCode(fileURLToPath(entry));
  return {
    data: text('../lib/trainer/penguins.csv'),
    python: text('../lib/receipt/bundle/reproduce.py'),
    javascript: code
  };
}

/** A path as whoever called meant it: npm runs scripts in the project's folder, and says where it was called. */
export const calledPath = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** Reads standard input to its end, but no more than a byte beyond `limit`: that is enough to be refused for it. */
export async function readStandardInput(limit: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > limit) break;
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/**
 * Writes a new file. One that is there is somebody's, and stays.
 * @throws {Refused} when there is one, or no room for it.
 */
export function writeNewFile(path: string, content: Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw refused('is-there', { path: JSON.stringify(path) });
    }
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(path, { force: true }); // half a file is none
    throw refused('not-written', { path: JSON.stringify(path), why: message });
  }
}
