import { unzipSync } from 'fflate';
import { type FileFault, fileFault } from '../contracts/file-faults.ts';

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

/** Why an archive is not unpacked. */
export function whyHostile(entries: readonly Entry[], most: ArchiveLimits): FileFault | undefined {
  const total = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const packed = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > most.entries) return fileFault('over-parts', { parts: entries.length, most: most.entries });
  const isHuge = total > most.total || entries.some(({ originalSize }) => originalSize > most.entry);
  const isBomb = total > most.free && total > most.ratio * packed;
  if (isHuge || isBomb) return fileFault('bomb');
  const names = entries.map(({ name }) => name.replaceAll('\\', '/'));
  const pointsOutside = names.some((name) => name.startsWith('/') || name.split('/').includes('..'));
  return pointsOutside ? fileFault('outside') : undefined;
}
