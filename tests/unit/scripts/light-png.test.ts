import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { lightPng } from '../../../scripts/light-png.js';

/** The chunks of a PNG whose sums hold. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const end = at + 8 + png.readUInt32BE(at);
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end));
  }
  return chunks;
}

/** A PNG of three bytes a pixel, whose rows are filtered as told. */
function pngOf(width: number, rows: readonly (readonly number[])[], type = 2): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.from([0, 0, 0, width, 0, 0, rows.length >> 8, rows.length & 255, 8, type, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

/** The colours of a picture with a palette, row by row. */
function coloursIn(png: Buffer): string[][] {
  const chunks = chunksOf(png);
  const palette = chunks.get('PLTE')!;
  const width = chunks.get('IHDR')!.readUInt32BE(0);
  const rows = inflateSync(chunks.get('IDAT')!);
  return Array.from({ length: rows.length / (width + 1) }, (_, row) =>
    [...rows.subarray(row * (width + 1) + 1, (row + 1) * (width + 1))].map((place) =>
      [...palette.subarray(3 * place, 3 * place + 3)].join()
    )
  );
}

describe('a light picture', () => {
  it('shows the same, however its rows were written down', () => {
    const rows = [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 10, 20, 30, 30, 30, 30],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 15, 15, 15],
      [4, 0, 0, 0, 0, 0, 0]
    ];
    const picture = coloursIn(lightPng(pngOf(2, rows)));
    expect(picture).toEqual([
      ['10,20,30', '40,50,60'],
      ['10,20,30', '40,50,60'],
      ['10,20,30', '40,50,60'],
      ['10,20,30', '40,50,60'],
      ['10,20,30', '40,50,60']
    ]);
  });

  it('gives a rare colour the nearest of the frequent ones', () => {
    const frequent = Array.from({ length: 256 }, (_, level) => [0, level, level, 0, level, level, 0]);
    const [last] = coloursIn(lightPng(pngOf(2, [...frequent, [0, 7, 7, 1, 9, 9, 0]]))).slice(-1);
    expect(last).toEqual(['7,7,0', '9,9,0']);
  });

  it('is made only of what it understands', () => {
    expect(() => lightPng(pngOf(1, [[0, 1, 2, 3, 4]], 6))).toThrow(/three bytes a pixel/);
  });

  it('is the one that other sites show', () => {
    const png = readFileSync(join(import.meta.dirname, '../../../static/og.png'));
    expect([...chunksOf(png).keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  });
});
