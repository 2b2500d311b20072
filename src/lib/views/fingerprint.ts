import { scaleBand, scaleLinear } from 'd3-scale';
import { digestBytes, type Digest } from '../experiment';

export interface FingerprintBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly differs: boolean;
}

/** Units of the drawing; it is stretched to the width of its run. */
export const FINGERPRINT_SIZE = { width: 320, height: 26 };

const across = scaleBand<number>()
  .domain(Array.from({ length: 32 }, (_, index) => index))
  .range([0, FINGERPRINT_SIZE.width])
  .paddingInner(0.28);

// A byte of 0 still gets a bar, so that 32 are always to be seen.
const up = scaleLinear().domain([0, 255]).range([3, FINGERPRINT_SIZE.height]);

/** The bytes of a digest as 32 bars, those that differ marked. */
export const fingerprintBars = (digest: Digest, differing: readonly number[]): FingerprintBar[] =>
  digestBytes(digest).map((byte, index) => ({
    x: across(index) ?? 0,
    y: FINGERPRINT_SIZE.height - up(byte),
    width: across.bandwidth(),
    height: up(byte),
    differs: differing.includes(index)
  }));
