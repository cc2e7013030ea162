import { strFromU8, unzipSync, zipSync } from 'fflate';
import { listEntries, whyHostile } from './archive-guard.ts';

const MEGABYTE = 1_000_000;
/** What a workbook of an office never reaches; the greatest known has 30 entries and 12 MB unpacked. */
const MOST = { entries: 200, total: 200 * MEGABYTE, entry: 120 * MEGABYTE, ratio: 100, free: 10 * MEGABYTE } as const;

/**
 * The texts of a workbook, packed anew, so that whoever reads them reads what was judged and nothing that hides beside it;
 * or why it is not opened, as the end of a sentence. Its list of parts is looked at before anything is unpacked.
 */
export function judgeWorkbook(bytes: Uint8Array): { texts: Uint8Array } | { refused: string } {
  // What Excel encrypts, and workbooks from before 2007, are no zip but this.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return { refused: 'is protected by a password or is an old .xls; save it as .xlsx without a password' };
  }
  const entries = listEntries(bytes);
  if (entries === undefined) return { refused: 'is damaged, or is no workbook' };
  const refused = whyHostile(entries, MOST, 'a table') ?? whyForeign(entries);
  if (refused !== undefined) return { refused };
  // Unpacked into the room they declare: one that lies about its size is cut off there.
  const texts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) });
  if (Object.values(texts).some(declaresDocument)) return { refused: 'holds a document type, which no workbook needs' };
  return { texts: zipSync(texts, { level: 0 }) };
}

/** The same for an .ods spreadsheet. */
export function judgeOpenDocument(bytes: Uint8Array): { texts: Uint8Array } | { refused: string } {
  const entries = listEntries(bytes);
  if (entries === undefined) return { refused: 'is damaged, or is no spreadsheet' };
  const refused = whyHostile(entries, MOST, 'a table');
  if (refused !== undefined) return { refused };
  if (entries.some(({ name }) => /^(Basic|Scripts)\//i.test(name))) return { refused: 'holds macros; save it without them' };
  const texts = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' || name === 'META-INF/manifest.xml' });
  if (Object.values(texts).some(declaresDocument)) return { refused: 'holds a document type, which no spreadsheet needs' };
  const textOf = (name: string) => strFromU8(texts[name] ?? new Uint8Array());
  if (textOf('META-INF/manifest.xml').includes('encryption-data')) return { refused: 'is protected by a password; save it without one' };
  if (/<table:table-source\b|<table:dde-link\b/.test(textOf('content.xml'))) {
    return { refused: 'is linked to other files; paste its values into a new one' };
  }
  return { texts: zipSync(texts, { level: 0 }) };
}

function whyForeign(entries: readonly { name: string }[]): string | undefined {
  const names = entries.map(({ name }) => name.replaceAll('\\', '/'));
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return 'holds macros; save it as .xlsx';
  if (names.some((name) => /\/externalLinks\//i.test(name))) return 'is linked to other workbooks; paste its values into a new one';
  return undefined;
}

function declaresDocument(text: Uint8Array): boolean {
  return /<!(DOCTYPE|ENTITY)/i.test(strFromU8(text.subarray(0, PROLOGUE_BYTES)));
}

/** Declarations stand before the first element. */
const PROLOGUE_BYTES = 100_000;
