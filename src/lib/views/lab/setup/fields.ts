import { PARTS, type Manifest, type Part } from '../../../experiment';
import { fieldKinds, type FieldKind } from '../../../experiment/field-kind';
import { manifestWords } from '../../../lesson/manifest';
import { reasonText } from '../../../lesson/reason';
import { fieldProblem, type LabRun, type LabState } from '../../../machine/lab';
import { labFieldName, labValueText } from '../../field-text';
import { ambiguityOf, numberEntered } from '../number-entry';

/** What a control offers: options are told apart by `key`. */
export type ControlView =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'choice';
      readonly value: string;
      readonly options: readonly { readonly key: string; readonly text: string }[];
    }
  | {
      readonly kind: 'checks';
      readonly options: readonly { readonly key: string; readonly text: string; readonly on: boolean }[];
    }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'fixed'; readonly text: string };

export interface FieldView {
  readonly path: string;
  readonly name: string;
  readonly control: ControlView;
  /** Whether the two runs do not share its value. */
  readonly differs: boolean;
}

const valueAt = (manifest: Manifest, path: string): unknown => {
  const [part, field] = path.split('.') as [Part, string];
  return (manifest[part] as Readonly<Record<string, unknown>>)[field];
};

/** All lists of two different options, in either order. */
const pairsOf = (options: readonly string[]): string[][] =>
  options.flatMap((first) => options.filter((second) => second !== first).map((second) => [first, second]));

function control(kind: FieldKind, value: unknown): ControlView {
  switch (kind.kind) {
    case 'number':
      return { kind: 'number', value: value as number };
    case 'choice':
      return {
        kind: 'choice',
        value: String(value),
        options: kind.options.map((option) => ({ key: String(option), text: labValueText(option) }))
      };
    case 'list': {
      const list = value as readonly string[];
      if (kind.length === 2) {
        const options = pairsOf(kind.options).map((pair) => ({ key: pair.join(), text: labValueText(pair) }));
        return { kind: 'choice', value: list.join(), options };
      }
      return {
        kind: 'checks',
        options: kind.options.map((key) => ({ key, text: labValueText([key]), on: list.includes(key) }))
      };
    }
    case 'text':
      return { kind: 'text', value: (value as string | undefined) ?? '' };
    case 'fixed':
      return { kind: 'fixed', text: labValueText(value) };
  }
}

/** Every field of a run's manifest, as it can be changed. */
export const fieldsView = ({ pair }: LabState, run: LabRun) =>
  PARTS.map((part) => ({
    part,
    title: manifestWords.parts[part],
    fields: fieldKinds(part).map(([path, kind]): FieldView => {
      const value = valueAt(pair[run], path);
      return {
        path,
        name: labFieldName(path),
        control: control(kind, value),
        differs: JSON.stringify(valueAt(pair.then, path)) !== JSON.stringify(valueAt(pair.later, path))
      };
    })
  }));

const kindOf = (path: string): FieldKind | undefined =>
  fieldKinds(path.split('.')[0] as Part).find(([name]) => name === path)?.[1];

/** The value that a control's text or choice stands for. Whether the field takes it is another question. */
export function valueOf(path: string, text: string): unknown {
  const kind = kindOf(path);
  switch (kind?.kind) {
    case 'number':
      return numberEntered(text, kind.whole) ?? text;
    case 'choice':
      return kind.options.find((option) => String(option) === text) ?? text;
    case 'list':
      return text === '' ? [] : text.split(',');
    default:
      return kind?.kind === 'text' && kind.optional && text.trim() === '' ? undefined : text;
  }
}

/** The list with one entry in it or not; entries that were there keep their order, new ones come last. */
export function listWith({ pair }: LabState, run: LabRun, path: string, key: string, on: boolean): string[] {
  const list = valueAt(pair[run], path) as readonly string[];
  const rest = list.filter((entry) => entry !== key);
  return on ? [...rest, key] : rest;
}

/** Why a field of a run does not take a value, in a sentence; null when it does. */
export function problemWith({ pair }: LabState, run: LabRun, path: string, value: unknown): string | null {
  const kind = kindOf(path);
  const ambiguity =
    kind?.kind === 'number' && typeof value === 'string' ? ambiguityOf(value, kind.whole) : null;
  if (ambiguity !== null) return ambiguity;
  const reason = fieldProblem(pair[run], path, value);
  return reason && reasonText(reason);
}
