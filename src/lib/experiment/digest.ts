declare const digestBrand: unique symbol;

/** A SHA-256 in 64 lower-case hexadecimal digits. */
export type Digest = string & { readonly [digestBrand]: true };

/** @throws {TypeError} when the text is not 64 lower-case hexadecimal digits. */
export function toDigest(text: string): Digest {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new TypeError(`not a SHA-256 digest: ${text.slice(0, 80)}`);
  return text as Digest;
}

/** The 32 bytes of a digest, each 0–255. */
export function digestBytes(digest: Digest): number[] {
  return Array.from({ length: 32 }, (_, index) => parseInt(digest.slice(2 * index, 2 * index + 2), 16));
}

/** How a digest is shown where space is short: its first eight and last five digits. */
export const shortDigest = (digest: Digest): string => `${digest.slice(0, 8)}…${digest.slice(-5)}`;
