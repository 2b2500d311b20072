/** Pictures of the page have few colours, and their PNG is a third as large when it names them once. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/**
 * The same picture with its 256 most frequent colours: each other one becomes the nearest of them.
 *
 * @param {Buffer} png as Chromium writes it: three bytes a pixel, without transparency, not interlaced
 */
export function lightPng(png) {
  const { header, pixels } = read(png);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));

  const width = header.readUInt32BE(0);
  const rows = Buffer.alloc((width + 1) * header.readUInt32BE(4));
  pixels.forEach((pixel, at) => {
    rows[at + 1 + Math.floor(at / width)] = places.get(pixel) ?? 0;
  });
  const indexed = Buffer.from(header);
  indexed[9] = 3; // its colours stand in a palette
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', indexed),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

/** @param {number} colour */
const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** @param {number} colour @param {readonly number[]} palette */
function nearest(colour, palette) {
  const wanted = channels(colour);
  const distances = palette.map((other) =>
    channels(other).reduce((sum, channel, at) => sum + (channel - (wanted[at] ?? 0)) ** 2, 0)
  );
  return distances.indexOf(Math.min(...distances));
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** Header and pixels of a picture, each pixel as one number. @param {Buffer} png */
function read(png) {
  /** @type {Buffer} */
  let header = Buffer.alloc(0);
  const parts = [];
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') parts.push(data);
  }
  if (header[8] !== 8 || header[9] !== 2 || header[12] !== 0) {
    throw new Error('This picture is no PNG of three bytes a pixel.');
  }
  const stride = header.readUInt32BE(0) * 3;
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), stride);
  const pixels = [];
  for (let at = 0; at < bytes.length; at += 3) pixels.push(bytes.readUIntBE(at, 3));
  return { header, pixels };
}

/**
 * What stands in the rows, which say each byte by its difference from what is beside and above it.
 *
 * @param {Buffer} filtered @param {number} stride bytes of a row
 */
function unfiltered(filtered, stride) {
  const bytes = Buffer.alloc((filtered.length / (stride + 1)) * stride);
  for (let at = 0; at < bytes.length; at++) {
    const row = Math.floor(at / stride);
    const left = at % stride < 3 ? 0 : (bytes[at - 3] ?? 0);
    const up = row === 0 ? 0 : (bytes[at - stride] ?? 0);
    const corner = row === 0 || at % stride < 3 ? 0 : (bytes[at - stride - 3] ?? 0);
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
    const filter = filtered[row * (stride + 1)] ?? 0;
    bytes[at] = (filtered[at + row + 1] ?? 0) + (guesses[filter] ?? 0);
  }
  return bytes;
}

/** Whichever is nearest to left + up − corner. @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
