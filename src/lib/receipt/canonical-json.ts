const LONE_SURROGATE = /\p{Surrogate}/u;

function text(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new TypeError('a lone surrogate has no canonical JSON');
  return JSON.stringify(value);
}

/**
 * The one text that stands for a value, by RFC 8785: no blanks, names sorted by their UTF-16 code units, and
 * numbers and strings as ECMAScript writes them. Members that are undefined are left out.
 * @throws {TypeError} when the value holds what JSON cannot say: NaN, infinities, lone surrogates, functions.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object') throw new TypeError(`${String(value)} has no canonical JSON`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${text(name)}:${canonicalJson(member)}`);
  return `{${members.join()}}`;
}
