/**
 * `npm run schema` writes static/receipt.schema.json from the schema that the app itself reads receipts with;
 * a test holds the two together.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { reasonText } from '../src/lib/lesson/reason';
import { receiptFields } from '../src/lib/receipt/receipt-schema';
import { ROOT, run, tool } from './run.js';

export const SCHEMA_FILE = join(ROOT, 'static/receipt.schema.json');

/**
 * The JSON Schema (2020-12). What relates one field to another it cannot say, and says in words.
 */
export function receiptJsonSchema() {
  const schema = toJsonSchema(receiptFields, {
    target: 'draft-2020-12',
    ignoreActions: ['finite', 'guard'], // JSON has no other numbers, and what a guard asks, a length has asked before
    overrideAction({ valibotAction, jsonSchema }) {
      // JSON Schema's patterns are Unicode patterns already, so the flag u says nothing new.
      if (valibotAction.type === 'regex' && 'requirement' in valibotAction) {
        const { source, flags } = /** @type {RegExp} */ (valibotAction.requirement);
        if (flags === '' || flags === 'u') return { ...jsonSchema, pattern: source };
      }
      if (valibotAction.type === 'metadata') {
        const { takes, ...schema } = /** @type {any} */ (jsonSchema);
        return { ...schema, description: reasonText(takes) };
      }
      // The only checks are that lists do not repeat.
      if (valibotAction.type === 'check') return { ...jsonSchema, uniqueItems: true };
      return undefined;
    }
  });
  return {
    $schema: schema.$schema,
    title: 'Retrace receipt',
    description:
      'A manifest with the result it gave. Beyond this schema, a receipt of version 2 has an engine, and one of version 1 has none; result.accuracy.correct is at most result.accuracy.total, which equals manifest.data.testSize.',
    ...schema
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(SCHEMA_FILE, JSON.stringify(receiptJsonSchema()));
  process.exitCode = await run(tool('prettier', '--write', SCHEMA_FILE));
}
