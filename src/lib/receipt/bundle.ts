import { zipSync, type Zippable } from 'fflate';
import type { Receipt } from '../experiment/receipt';
import type { BundleFiles } from './bundle/files';
import { DVC_CONFIG, DVC_YAML, GIT_ATTRIBUTES, MLPROJECT, PYTHON_ENV } from './bundle/project-files';
import { readme } from './bundle/readme';
import { roCrate, type BundledFile } from './bundle/ro-crate';
import { canonicalJson } from './canonical-json';

/** Noon of the first day that a zip can name, where we are: a zip's dates are local, so it is the same everywhere. */
const noDate = (): Date => new Date(1980, 0, 1, 12);

const FROM_UNIX = 3;
const PLAIN_FILE = 0o100644;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * What a bundle holds, in its order.
 * @param files what `./bundle/files` holds; an argument, because they weigh more than the pages.
 */
export function bundledFiles(receipt: Receipt, files: BundleFiles): readonly BundledFile[] {
  const texts: readonly [path: string, text: string][] = [
    ['receipt.json', canonicalJson(receipt)],
    ['penguins.csv', files.data],
    ['reproduce.py', files.python],
    ['reproduce.mjs', files.javascript],
    ['README.md', readme(receipt)],
    ['MLproject', MLPROJECT],
    ['python_env.yaml', PYTHON_ENV],
    ['dvc.yaml', DVC_YAML],
    ['.dvc/config', DVC_CONFIG],
    ['.gitattributes', GIT_ATTRIBUTES]
  ];
  const bundled = texts.map(([path, text]): BundledFile => ({ path, bytes: bytesOf(text) }));
  return [...bundled, { path: 'ro-crate-metadata.json', bytes: bytesOf(roCrate(receipt, bundled)) }];
}

/**
 * A run to take home: a zip with its receipt, its data, and what repeats it. The same receipt gives the same
 * bytes every time, everywhere.
 */
export function bundleOf(receipt: Receipt, files: BundleFiles): Uint8Array {
  const zippable: Zippable = Object.fromEntries(
    bundledFiles(receipt, files).map(({ path, bytes }) => [
      path,
      [bytes, { level: 9, mem: 8, mtime: noDate(), os: FROM_UNIX, attrs: PLAIN_FILE << 16 }]
    ])
  );
  return zipSync(zippable);
}

/** What a bundle's file is called: after the digest of its run. */
export const bundleName = ({ result }: Receipt): string => `retrace-${result.digest.slice(0, 8)}.zip`;
