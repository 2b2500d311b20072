declare const digestBrand: unique symbol;

/** A SHA-256 in 64 lower-case hexadecimal digits. */
export type Digest = string & { readonly [digestBrand]: true };

/** @throws {TypeError} when the text is not 64 lower-case hexadecimal digits. */
export function toDigest(text: string): Digest {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new TypeError(`not a SHA-256 digest: ${text.slice(0, 80)}`);
  return text as Digest;
}

/** How many bytes a digest has. */
export const DIGEST_BYTES = 32;

/** The bytes of a digest, each 0–255. */
export function digestBytes(digest: Digest): number[] {
  return Array.from({ length: DIGEST_BYTES }, (_, index) =>
    parseInt(digest.slice(2 * index, 2 * index + 2), 16)
  );
}

/** Positions (0–31) of the bytes in which two digests differ. */
export function differingBytes(then: Digest, later: Digest): number[] {
  const laterBytes = digestBytes(later);
  return digestBytes(then).flatMap((byte, index) => (byte === laterBytes[index] ? [] : [index]));
}

/** How a digest is shown where space is short: its first eight and last five digits. */
export const shortDigest = (digest: Digest): string => `${digest.slice(0, 8)}…${digest.slice(-5)}`;
