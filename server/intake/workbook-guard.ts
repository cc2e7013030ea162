import { strFromU8, unzipSync } from 'fflate';

const MEGABYTE = 1_000_000;
/** What a workbook of an office never reaches; the greatest known has 30 entries and 12 MB unpacked. */
const MOST = { entries: 200, total: 200 * MEGABYTE, entry: 120 * MEGABYTE, ratio: 100, free: 10 * MEGABYTE } as const;

type Entry = { name: string; size: number; originalSize: number };

/**
 * Why a workbook is not opened, as the end of a sentence; undefined for one that can be. Looks at the list of its parts
 * before anything is unpacked, then at its texts for declarations no workbook needs.
 */
export function whyUnsafe(bytes: Uint8Array): string | undefined {
  // What Excel encrypts, and workbooks from before 2007, are no zip but this.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'is protected by a password or is an old .xls; save it as .xlsx without a password';
  const entries = listEntries(bytes);
  if (entries === undefined) return 'is damaged, or is no workbook';
  return (
    whyTooMuch(entries) ?? whyForeign(entries) ?? (declaresDocument(bytes) ? 'holds a document type, which no workbook needs' : undefined)
  );
}

/** The list of parts at the end of the file; undefined where there is none, as in a file that was cut off. */
function listEntries(bytes: Uint8Array): Entry[] | undefined {
  const entries: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry);
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return entries.length === 0 ? undefined : entries;
}

function whyTooMuch(entries: readonly Entry[]): string | undefined {
  const total = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const packed = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > MOST.entries) return `has ${entries.length} parts, more than ${MOST.entries}`;
  const isHuge = total > MOST.total || entries.some(({ originalSize }) => originalSize > MOST.entry);
  const isBomb = total > MOST.free && total > MOST.ratio * packed;
  return isHuge || isBomb ? 'unpacks to far more than a table holds' : undefined;
}

function whyForeign(entries: readonly Entry[]): string | undefined {
  const names = entries.map(({ name }) => name.replaceAll('\\', '/'));
  if (names.some((name) => name.startsWith('/') || name.split('/').includes('..'))) return 'has parts that point outside of it';
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return 'holds macros; save it as .xlsx';
  if (names.some((name) => /\/externalLinks\//i.test(name))) return 'is linked to other workbooks; paste its values into a new one';
  return undefined;
}

/** Texts are unpacked into the room they declare: one that lies about its size ends in an error. */
function declaresDocument(bytes: Uint8Array): boolean {
  const texts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels|vml)$/i.test(name) });
  return Object.values(texts).some((text) => /<!(DOCTYPE|ENTITY)/i.test(strFromU8(text.subarray(0, PROLOGUE_BYTES))));
}

/** Declarations stand before the first element. */
const PROLOGUE_BYTES = 100_000;
