export type DbfEncoding = 'utf8' | 'win1252';

/** What a `.cpg` writes for the two encodings that files of Cambodia come in. */
const WRITTEN: Readonly<Record<string, DbfEncoding>> = {
  utf8: 'utf8',
  '65001': 'utf8',
  '1252': 'win1252',
  ansi1252: 'win1252',
  cp1252: 'win1252',
  windows1252: 'win1252',
  iso88591: 'win1252',
  '88591': 'win1252',
  latin1: 'win1252',
};

/**
 * Encoding of the texts of a shapefile's table: what its `.cpg` says; where that is missing or says nothing known, UTF-8
 * when every text is such, else Windows-1252. A text that its field cuts within a letter counts as UTF-8.
 */
export function dbfEncoding(dbf: Uint8Array, cpg: Uint8Array | undefined): DbfEncoding {
  const said = new TextDecoder()
    .decode(cpg ?? new Uint8Array())
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (Object.hasOwn(WRITTEN, said)) return WRITTEN[said] ?? 'utf8';
  return cellsOf(dbf).every(isUtf8) ? 'utf8' : 'win1252';
}

type DbfSize = { records: number; headerBytes: number; recordBytes: number };

/** Sizes that the head of a table states; undefined when it is too short to be one. */
export function dbfSize(dbf: Uint8Array): DbfSize | undefined {
  if (dbf.byteLength < 33) return undefined;
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  return { records: view.getUint32(4, true), headerBytes: view.getUint16(8, true), recordBytes: view.getUint16(10, true) };
}

function* cellsOf(dbf: Uint8Array): Generator<Uint8Array> {
  const size = dbfSize(dbf);
  if (size === undefined) return;
  const widths: number[] = [];
  for (let at = 32; at + 32 <= size.headerBytes && dbf[at] !== 0x0d; at += 32) widths.push(dbf[at + 16] ?? 0);
  for (let record = 0; record < size.records; record += 1) {
    let at = size.headerBytes + record * size.recordBytes + 1;
    for (const width of widths) {
      yield dbf.subarray(at, at + width);
      at += width;
    }
  }
}

/** The last letter may be cut: `stream` does not ask for its end. */
function isUtf8(cell: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(cell, { stream: true });
    return true;
  } catch {
    return false;
  }
}
