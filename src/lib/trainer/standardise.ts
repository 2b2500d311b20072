import type { Scaling } from './protocol';

/**
 * Mean and standard deviation of each column, summed in row order.
 * @param rows at least `ddof` + 1 rows of equally many numbers.
 * @param ddof what is taken from the number of rows before dividing: 0 (population) or 1 (sample).
 */
export function fitScaling(rows: readonly (readonly number[])[], ddof: number): Scaling {
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]!));
  const mean = columns.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const deviation = columns.map((values, column) => {
    const squares = values.reduce((sum, value) => {
      const distance = value - mean[column]!;
      return sum + distance * distance;
    }, 0);
    return Math.sqrt(squares / (values.length - ddof));
  });
  return { mean, deviation };
}

/** The model's inputs for one row of raw values. */
export const standardise = (row: readonly number[], { mean, deviation }: Scaling): number[] =>
  row.map((value, column) => (value - mean[column]!) / deviation[column]!);
