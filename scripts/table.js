/**
 * Plain text in columns, for terminals and logs alike.
 *
 * @param {readonly Record<string, string | number>[]} rows all with the same keys, which head the columns
 */
export function table(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length)));
  const isNumber = columns.map((column) => rows.every((row) => /^[\d ,.]*$/.test(String(row[column]))));
  return lines
    .map((line) =>
      line
        .map((cell, index) =>
          isNumber[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)
        )
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}
