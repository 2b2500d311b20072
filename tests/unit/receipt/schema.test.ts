import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReceipt } from '$lib/receipt/parse-receipt';
import { receiptJsonSchema, SCHEMA_FILE } from '../../../scripts/receipt-schema.js';
import { mutatedReceipt } from './mutations';
import { anyReceipt, longestReceipt } from './receipts';

const published = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object;
const accepts = new Ajv2020({ strictTypes: false }).compile(published);

/** What relates one field to another, and what JSON Schema cannot say. */
const BEYOND = /^(result\.accuracy(\.total is not| says)|engine is not in)/;

describe('static/receipt.schema.json', () => {
  it('is made from the schema that the app reads with', () => {
    expect(published).toEqual(receiptJsonSchema()); // npm run schema
  });

  it('accepts every receipt', () => {
    fc.assert(
      fc.property(fc.oneof(anyReceipt, longestReceipt), (receipt) => {
        expect(accepts(receipt) || accepts.errors).toBe(true);
      })
    );
  });

  it('accepts and refuses what the parser does, but for what JSON Schema cannot say', () => {
    fc.assert(
      fc.property(mutatedReceipt, (value) => {
        const parsed = parseReceipt(JSON.stringify(value));
        const isBeyond = !parsed.ok && BEYOND.test(parsed.message);
        expect([accepts(value), value]).toEqual([parsed.ok || isBeyond, value]);
      }),
      { numRuns: 2000 }
    );
  });
});
