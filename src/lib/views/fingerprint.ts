import { DIGEST_BYTES, digestBytes, type Digest } from '../experiment';
import { linearScale } from './linear-scale';

export interface FingerprintBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly differs: boolean;
}

/** Units of the drawing; it is stretched to the width of its run. */
export const FINGERPRINT_SIZE = { width: 320, height: 26 };

const PITCH = FINGERPRINT_SIZE.width / DIGEST_BYTES;
const BAR = 0.74 * PITCH;

/** Where the bars stand. Below it, a mark for each that differs: a colour alone would not tell everyone. */
const GROUND = 21;
export const FINGERPRINT_MARK = { y: 23, height: 3 };

// A byte of 0 still gets a bar, so that 32 are always to be seen.
const up = linearScale([0, 255], [3, GROUND]);

/** The bytes of a digest as 32 bars, those that differ marked. */
export const fingerprintBars = (digest: Digest, differing: readonly number[]): FingerprintBar[] =>
  digestBytes(digest).map((byte, index) => ({
    x: index * PITCH,
    y: GROUND - up(byte),
    width: BAR,
    height: up(byte),
    differs: differing.includes(index)
  }));
