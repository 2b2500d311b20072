import { isReadInFolders, MAX_BYTES, type GivenFile } from '../experiment/environment/given';
import { readEnvironment, type ReadEnvironment } from '../experiment/environment/read';
import { isBundle } from './open';
import { zipFiles } from './read-bundle';

const NO_ZIP: ReadEnvironment = { ok: false, refusal: { code: 'zip', line: null, about: '' } };

/**
 * Reads an environment from whatever was given: a file, a text, the files of a folder, or a zip of them.
 * @param platform which one is wanted of a file that has several.
 */
export function readGiven(files: readonly GivenFile[], platform: string | null = null): ReadEnvironment {
  const [only, another] = files;
  if (!only || another || !isBundle(only.bytes)) return readEnvironment(files, platform);
  const listed = zipFiles(only.bytes);
  if (!listed.ok) return NO_ZIP;
  const wanted = listed.value.filter(({ name }) => isReadInFolders(name));
  const unpacked: GivenFile[] = [];
  for (const { name, read } of wanted) {
    const bytes = read(MAX_BYTES);
    if (!bytes.ok) return NO_ZIP;
    unpacked.push({ name, bytes: bytes.value });
  }
  return readEnvironment(unpacked, platform);
}
