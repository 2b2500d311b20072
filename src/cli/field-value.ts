import { PARTS } from '../lib/experiment';
import { fieldKinds, type FieldKind } from '../lib/experiment/field-kind';

const KINDS: ReadonlyMap<string, FieldKind> = new Map(PARTS.flatMap(fieldKinds));

/** What is no JSON is text: the manifest's schema then says what the field takes. */
const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/**
 * What a word of the command line means for a field of the manifest: for fields that take text, itself, and for
 * lists its parts between commas, so that neither needs quotes.
 * @param path such as `environment.seed`; whatever is no field is read as JSON, and refused by the schema.
 */
export function fieldValue(path: string, text: string): unknown {
  const kind = KINDS.get(path);
  switch (kind?.kind) {
    case 'text':
      return text;
    case 'list':
      return text.startsWith('[') ? asJson(text) : text.split(',').filter((word) => word !== '');
    case 'choice':
      return kind.options.find((option) => String(option) === text) ?? text;
    default:
      return asJson(text);
  }
}
