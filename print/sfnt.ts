import { inflateSync } from 'node:zlib';

const HEAD = { woff: 44, woffEntry: 20, sfnt: 12, sfntEntry: 16 } as const;

/** The font of a WOFF file (1.0) as it is embedded and shaped: its tables one after the other, each on a fourth byte. */
export function toSfnt(woff: Uint8Array): Uint8Array {
  const read = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (read.getUint32(0) !== 0x774f4646) throw new Error('the file is no WOFF font');
  const count = read.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, read, HEAD.woff + index * HEAD.woffEntry));
  const start = HEAD.sfnt + count * HEAD.sfntEntry;
  const sfnt = new Uint8Array(tables.reduce((end, { bytes }) => end + padded(bytes.length), start));
  const write = new DataView(sfnt.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  write.setUint32(0, read.getUint32(4));
  for (const [index, half] of [count, power * 16, Math.log2(power), (count - power) * 16].entries()) write.setUint16(4 + index * 2, half);
  let offset = start;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    for (const [part, whole] of [tag, checksum, offset, bytes.length].entries())
      write.setUint32(HEAD.sfnt + index * HEAD.sfntEntry + part * 4, whole);
    sfnt.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return sfnt;
}

function readTable(woff: Uint8Array, read: DataView, at: number): { tag: number; checksum: number; bytes: Uint8Array } {
  const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((part) => read.getUint32(at + part));
  if (tag === undefined || offset === undefined || packed === undefined || checksum === undefined) throw new Error('the font is cut off');
  const bytes = woff.subarray(offset, offset + packed);
  return { tag, checksum, bytes: packed === length ? bytes : inflateSync(bytes) };
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
