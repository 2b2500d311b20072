import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { toDigest, type Digest } from '../experiment/digest';

/** The SHA-256 of some bytes. */
export const digestOf = (bytes: Uint8Array): Digest => toDigest(bytesToHex(sha256(bytes)));

/** The SHA-256 of numbers as little-endian float64, whatever the byte order of the machine. */
export function digestWeights(weights: Float64Array): Digest {
  const view = new DataView(new ArrayBuffer(8 * weights.length));
  weights.forEach((weight, index) => view.setFloat64(8 * index, weight, true));
  return digestOf(new Uint8Array(view.buffer));
}
