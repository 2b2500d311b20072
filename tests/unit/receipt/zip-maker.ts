import { deflateSync } from 'fflate';

/** One entry of a zip that is made by hand, to lie where a real one could not. */
export interface MadeEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array | string;
  /** 0 stored, 8 deflated. @default 8 */
  readonly method?: number;
  /** What the headers say instead of the truth. */
  readonly declaredSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Unix file mode, in the upper half of the external attributes. */
  readonly mode?: number;
  readonly localName?: string;
  /** Where the local header is said to be. */
  readonly offset?: number;
}

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** Little-endian fields, as [bytes, value]. */
const pack = (...fields: [width: 2 | 4, value: number][]): Buffer =>
  Buffer.concat(
    fields.map(([width, value]) => {
      const field = Buffer.alloc(width);
      field.writeUIntLE(value, 0, width);
      return field;
    })
  );

/** A zip of these entries, true or not. */
export function makeZip(
  entries: readonly MadeEntry[],
  { count = entries.length, comment = '' } = {}
): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const bytes = bytesOf(entry.bytes);
    const method = entry.method ?? 8;
    const held = method === 8 ? deflateSync(bytes) : bytes;
    const name = Buffer.from(bytesOf(entry.name));
    const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
    const size = entry.declaredSize ?? bytes.length;
    const crc = entry.crc ?? crc32(bytes);
    const common = (nameLength: number): [2 | 4, number][] => [
      [2, entry.flags ?? 0],
      [2, method],
      [2, 0],
      [2, 33],
      [4, crc],
      [4, held.length],
      [4, size],
      [2, nameLength],
      [2, 0]
    ];
    const local = Buffer.concat([
      pack([4, 0x04034b50], [2, 20], ...common(localName.length)),
      localName,
      held
    ]);
    const unix = 0x0314;
    centrals.push(
      Buffer.concat([
        pack([4, 0x02014b50], [2, unix], [2, 20], ...common(name.length)),
        pack(
          [2, 0],
          [2, 0],
          [2, 0],
          [4, ((entry.mode ?? 0o100644) * 65536) >>> 0],
          [4, entry.offset ?? offset]
        ),
        name
      ])
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = pack(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset]
  );
  const note = Buffer.from(comment);
  return new Uint8Array(Buffer.concat([...locals, directory, end, pack([2, note.length]), note]));
}
