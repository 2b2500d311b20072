import { readFileSync } from 'node:fs';
import { parseDataset } from '$lib/trainer';

export const csv = readFileSync(new URL('../../../src/lib/trainer/penguins.csv', import.meta.url), 'utf8');
export const penguins = parseDataset(csv);
