import { strFromU8, unzipSync, zipSync } from 'fflate';
import { type FileFault, fileFault } from '../contracts/file-faults.ts';
import { listEntries, whyHostile } from './archive-guard.ts';

const MEGABYTE = 1_000_000;
/** What a workbook of an office never reaches; the greatest known has 30 entries and 12 MB unpacked. */
const MOST = { entries: 200, total: 200 * MEGABYTE, entry: 120 * MEGABYTE, ratio: 100, free: 10 * MEGABYTE } as const;

/**
 * The texts of a workbook by their path; or why it is not opened. Its list of parts is looked at before anything is
 * unpacked.
 */
export function judgeWorkbook(bytes: Uint8Array): { parts: Record<string, Uint8Array> } | { fault: FileFault } {
  // What Excel encrypts, and workbooks from before 2007, are no zip but this.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return { fault: fileFault('password-or-old') };
  }
  const entries = listEntries(bytes);
  if (entries === undefined) return { fault: fileFault('no-spreadsheet') };
  const fault = whyHostile(entries, MOST) ?? whyForeign(entries);
  if (fault !== undefined) return { fault };
  // Unpacked into the room they declare: one that lies about its size is cut off there.
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) });
  if (Object.values(parts).some(declaresDocument)) return { fault: fileFault('document-type') };
  return { parts };
}

/** The same for an .ods spreadsheet. */
export function judgeOpenDocument(bytes: Uint8Array): { texts: Uint8Array } | { fault: FileFault } {
  const entries = listEntries(bytes);
  if (entries === undefined) return { fault: fileFault('no-spreadsheet') };
  const fault = whyHostile(entries, MOST);
  if (fault !== undefined) return { fault };
  if (entries.some(({ name }) => /^(Basic|Scripts)\//i.test(name))) return { fault: fileFault('macros') };
  const texts = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' || name === 'META-INF/manifest.xml' });
  if (Object.values(texts).some(declaresDocument)) return { fault: fileFault('document-type') };
  const textOf = (name: string) => strFromU8(texts[name] ?? new Uint8Array());
  if (textOf('META-INF/manifest.xml').includes('encryption-data')) return { fault: fileFault('password') };
  if (/<table:table-source\b|<table:dde-link\b/.test(textOf('content.xml'))) {
    return { fault: fileFault('links') };
  }
  return { texts: zipSync(texts, { level: 0 }) };
}

function whyForeign(entries: readonly { name: string }[]): FileFault | undefined {
  const names = entries.map(({ name }) => name.replaceAll('\\', '/'));
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return fileFault('macros');
  if (names.some((name) => /\/externalLinks\//i.test(name))) return fileFault('links');
  return undefined;
}

function declaresDocument(text: Uint8Array): boolean {
  return /<!(DOCTYPE|ENTITY)/i.test(strFromU8(text.subarray(0, PROLOGUE_BYTES)));
}

/** Declarations stand before the first element. */
const PROLOGUE_BYTES = 100_000;
