/**
 * Puts values into a text: `fill('{n} of {total}', { n: 3, total: 5 })` → `3 of 5`.
 * Content stays data that a translator can edit; it never becomes a function.
 * @throws {RangeError} when the text names a value that was not given.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`the text “${text}” needs a value for ${name}`);
    return String(value);
  });
}
