import * as v from 'valibot';
import { BASELINE, PARTS, type Manifest, type Part } from './manifest';
import { manifestSchema } from './manifest-schema';
import { because, refuse, type Checked, type Reason, type Values } from './reason';
import { takenBy, type Takes } from './takes';

/** Why something is no manifest, or what a field of one takes. Its words are in `lesson/en/reasons.ts`. */
export type ManifestCode =
  'no-manifest' | 'no-field' | 'no-part' | 'no-field-of' | 'field' | 'nothing' | Takes;

const isPart = (word: string | undefined): word is Part => PARTS.includes(word as Part);

const show = (value: unknown): string | Reason<ManifestCode> =>
  value === undefined
    ? because('nothing')
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

const refused = (code: ManifestCode, values: Values) => refuse(code, values);

const list = (names: string[]) => names.join(', ');

const notAPart = (path: string) => refused('no-part', { path, parts: list(['version', ...PARTS]) });

function refusal(input: unknown, issue: v.BaseIssue<unknown>) {
  const [part, name] = (issue.path ?? []).slice(0, 2).map((item) => String(item.key));
  if (part === undefined) return refused('no-manifest', { got: show(input) });
  const path = name === undefined ? part : `${part}.${name}`;
  const schema = fieldSchema(part, name);
  if (schema)
    return refused('field', { path, got: show(at(at(input, part), name)), takes: takenBy(schema)! });
  if (!isPart(part)) return notAPart(path);
  const fields = list(Object.keys(manifestSchema.entries[part].entries));
  return name === undefined
    ? refused('field', { path, got: show(at(input, part)), takes: because('object', { fields }) })
    : refused('no-field-of', { path, part, fields });
}

/**
 * Reads a manifest that came from outside.
 * @returns the manifest, or why it is none: the field, what it got and what it takes.
 */
export function parseManifest(input: unknown): Checked<Manifest, ManifestCode> {
  const result = v.safeParse(manifestSchema, input, { abortEarly: true });
  return result.success ? { ok: true, value: result.output } : refusal(input, result.issues[0]);
}

/**
 * Changes fields of a manifest by their paths and validates the result.
 * @param changes pairs such as `['environment.seed', 2026]`; undefined takes a field away.
 */
export function setFields(
  changes: readonly (readonly [path: string, value: unknown])[],
  base: Manifest = BASELINE
): Checked<Manifest, ManifestCode> {
  const draft = structuredClone(base) as unknown as Record<string, unknown>;
  for (const [path, value] of changes) {
    const [part = '', name, ...rest] = path.split('.');
    if (rest.length > 0) return refused('no-field', { path });
    if (!Object.hasOwn(draft, part)) return notAPart(path);
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
