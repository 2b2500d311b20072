import { Inflate } from 'fflate';

/** So little is read at a time that what comes of it, at most 1,032 times as much, is no burden. */
const PIECE = 512;

/**
 * Decompresses deflated bytes, and stops as soon as there are more than `limit` of them.
 * @returns null when there are more.
 * @throws when the bytes are not deflated, or break off.
 */
export function inflateWithin(bytes: Uint8Array, limit: number): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
  });
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    if (size > limit) return null;
  }
  const whole = new Uint8Array(size);
  let start = 0;
  for (const piece of pieces) {
    whole.set(piece, start);
    start += piece.length;
  }
  return whole;
}
