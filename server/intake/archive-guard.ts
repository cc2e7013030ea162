import { unzipSync } from 'fflate';

/** A part of a zip as its list of parts states it; sizes in bytes, packed and unpacked. */
type Entry = { name: string; size: number; originalSize: number };

/** What an archive may hold: parts, bytes unpacked in all and of one part, and bytes unpacked for each packed beyond `free`. */
export type ArchiveLimits = Readonly<Record<'entries' | 'total' | 'entry' | 'ratio' | 'free', number>>;

/** The list of parts at the end of a zip; undefined where there is none, as in a file that was cut off. Unpacks nothing. */
export function listEntries(bytes: Uint8Array): Entry[] | undefined {
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

/** Why an archive is not unpacked, as the end of a sentence; `what` is what it should hold, such as "a table". */
export function whyHostile(entries: readonly Entry[], most: ArchiveLimits, what: string): string | undefined {
  const total = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const packed = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > most.entries) return `has ${entries.length} parts, more than ${most.entries}`;
  const isHuge = total > most.total || entries.some(({ originalSize }) => originalSize > most.entry);
  const isBomb = total > most.free && total > most.ratio * packed;
  if (isHuge || isBomb) return `unpacks to far more than ${what} holds`;
  const names = entries.map(({ name }) => name.replaceAll('\\', '/'));
  const pointsOutside = names.some((name) => name.startsWith('/') || name.split('/').includes('..'));
  return pointsOutside ? 'has parts that point outside of it' : undefined;
}
