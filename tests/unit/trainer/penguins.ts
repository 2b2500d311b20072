import { parseDataset } from '$lib/trainer';
import csv from '$lib/trainer/penguins.csv?raw';

export { csv };
export const penguins = parseDataset(csv);
