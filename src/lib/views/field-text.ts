import { plain } from '../experiment/plain';
import { listOf } from '../lesson';
import { labFields } from '../lesson/catalogue';
import { manifestWords } from '../lesson/manifest';
import { verdict } from '../lesson/verdict';

const NAMES: Readonly<Record<string, string>> = { ...manifestWords.features, ...manifestWords.edits };

/** What a field of a manifest is called. */
export const labFieldName = (path: string): string => labFields[path] ?? path;

/** A value of a manifest, in words; a comment may be anyone's. */
export function labValueText(value: unknown): string {
  if (value === undefined) return manifestWords.notRecorded;
  if (!Array.isArray(value)) return plain(String(value));
  const words = value.map((entry) => NAMES[String(entry)] ?? String(entry));
  return words.length > 0 ? listOf(words) : verdict.none;
}
