import * as v from 'valibot';
import { BASELINE, PARTS, type Manifest, type Part } from './manifest';
import { manifestSchema } from './manifest-schema';
import { plain } from './plain';

export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string };

const isPart = (word: string | undefined): word is Part => PARTS.includes(word as Part);

const show = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : typeof value === 'number'
      ? String(value)
      : (JSON.stringify(value) ?? String(value)).slice(0, 80);

const fieldSchema = (part: string | undefined, name: string | undefined): v.GenericSchema | undefined => {
  if (part === undefined) return undefined;
  if (isPart(part)) {
    const { entries } = manifestSchema.entries[part];
    return name !== undefined && Object.hasOwn(entries, name)
      ? entries[name as keyof typeof entries]
      : undefined;
  }
  return part === 'version' ? manifestSchema.entries.version : undefined;
};

const at = (value: unknown, key: string | undefined): unknown =>
  key !== undefined && typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : value;

const list = (names: string[]) => names.join(', ');

const notAField = (path: string) =>
  `${path} is not a field of a manifest; it takes version, ${list([...PARTS])}.`;

const sentence = (input: unknown, issue: v.BaseIssue<unknown>): string => {
  const [part, name] = (issue.path ?? []).slice(0, 2).map((item) => String(item.key));
  if (part === undefined) return `A manifest is an object; this is ${show(input)}.`;
  const path = name === undefined ? part : `${part}.${name}`;
  const takes = fieldSchema(part, name);
  if (takes) return `${path} got ${show(at(at(input, part), name))}, but takes ${v.getDescription(takes)}.`;
  if (!isPart(part)) return notAField(path);
  const fields = list(Object.keys(manifestSchema.entries[part].entries));
  return name === undefined
    ? `${part} got ${show(at(input, part))}, but takes an object with ${fields}.`
    : `${path} is not a field of a manifest; ${part} takes ${fields}.`;
};

/**
 * Reads a manifest that came from outside.
 * @returns the manifest, or one sentence that names the field, what it got and what it takes.
 */
export function parseManifest(input: unknown): Parsed<Manifest> {
  const result = v.safeParse(manifestSchema, input, { abortEarly: true });
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, message: plain(sentence(input, result.issues[0])) };
}

/**
 * Changes fields of a manifest by their paths and validates the result.
 * @param changes pairs such as `['environment.seed', 2026]`; undefined takes a field away.
 */
export function setFields(
  changes: readonly (readonly [path: string, value: unknown])[],
  base: Manifest = BASELINE
): Parsed<Manifest> {
  const draft = structuredClone(base) as unknown as Record<string, unknown>;
  for (const [path, value] of changes) {
    const [part = '', name, ...rest] = path.split('.');
    if (rest.length > 0) return { ok: false, message: plain(`${path} is not a field of a manifest.`) };
    if (!Object.hasOwn(draft, part)) return { ok: false, message: plain(notAField(path)) };
    if (name === undefined) draft[part] = value;
    else {
      const fields: Record<string, unknown> = {
        ...(isPart(part) ? (draft[part] as object) : {}),
        [name]: value
      };
      if (value === undefined) delete fields[name];
      draft[part] = fields;
    }
  }
  return parseManifest(draft);
}
