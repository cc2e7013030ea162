import { unzipSync } from 'fflate';
import type { ShapefileParts } from '../boundaries/shapefile.ts';
import { faultWords } from '../contracts/file-faults.ts';
import { listEntries, whyHostile } from './archive-guard.ts';

const MEGABYTE = 1_000_000;
/** The whole common dataset with all levels, lines and points has some 30 parts and 150 MB unpacked. */
const MOST = { entries: 500, total: 600 * MEGABYTE, entry: 300 * MEGABYTE, ratio: 100, free: 20 * MEGABYTE } as const;

/** One source of shapes in an archive: a text of GeoJSON or TopoJSON, or the parts of a shapefile. `name` is for its day only. */
export type ArchivedShapes = { name: string } & ({ kind: 'text'; bytes: Uint8Array } | { kind: 'shapefile'; parts: ShapefileParts });
export type OpenedArchive = { sources: ArchivedShapes[]; unread: number };

const ARCHIVE = /\.(zip|kmz|7z|rar|gz|tgz|tar|bz2|xz|zst)$/i;
const TEXT = /\.(geojson|topojson|json)$/i;
const SHAPEFILE_PART = /\.(shp|shx|dbf|prj|cpg)$/i;

/**
 * Unpacks the sources of shapes in a zip, in the order of their names, and counts the parts that are none. Answers why it is
 * not opened, as the end of a sentence that repeats no name: its list of parts is judged before anything is unpacked.
 */
export function openShapeArchive(bytes: Uint8Array): OpenedArchive | { refused: string } {
  const entries = listEntries(bytes);
  if (entries === undefined) return { refused: 'is a damaged archive' };
  const hostile = whyHostile(entries, MOST);
  if (hostile !== undefined) return { refused: faultWords(hostile) };
  const files = entries.map(({ name }) => name).filter((name) => !isSystemsOwn(name));
  if (files.some((name) => ARCHIVE.test(name))) return { refused: 'holds an archive in the archive; unpack it once' };
  const wanted = files.filter((name) => TEXT.test(name) || SHAPEFILE_PART.test(name)).sort();
  if (new Set(wanted.map((name) => name.toLowerCase())).size < wanted.length) return { refused: 'holds two parts of one name' };
  const isWanted = new Set(wanted);
  let unpacked: Record<string, Uint8Array>;
  try {
    // Unpacked into the room they declare: one that lies about its size is cut off there, and found damaged.
    unpacked = unzipSync(bytes, { filter: ({ name }) => isWanted.has(name) });
  } catch {
    return { refused: 'is a damaged archive' };
  }
  const texts = wanted.flatMap((name): ArchivedShapes[] => {
    const text = TEXT.test(name) ? unpacked[name] : undefined;
    return text === undefined ? [] : [{ kind: 'text', name, bytes: text }];
  });
  const shapefiles = groupShapefiles(wanted, unpacked);
  if ('refused' in shapefiles) return shapefiles;
  const sources = [...texts, ...shapefiles.sources];
  if (sources.length === 0) return { refused: 'holds no shapefile, no GeoJSON and no TopoJSON' };
  return { sources, unread: files.length - wanted.length };
}

/** Folders, and what some systems add to every archive they pack. */
function isSystemsOwn(name: string): boolean {
  return /(^|\/)(__MACOSX\/|\._|\.DS_Store$)|\/$/.test(name);
}

function groupShapefiles(
  names: readonly string[],
  unpacked: Record<string, Uint8Array>,
): { sources: ArchivedShapes[] } | { refused: string } {
  const groups = new Map<string, Map<string, Uint8Array>>();
  for (const name of names.filter((one) => SHAPEFILE_PART.test(one))) {
    const [stem, ending] = [name.slice(0, -4).toLowerCase(), name.slice(-3).toLowerCase()];
    const bytes = unpacked[name];
    if (bytes !== undefined) groups.set(stem, (groups.get(stem) ?? new Map()).set(ending, bytes));
  }
  const sources: ArchivedShapes[] = [];
  for (const [name, parts] of groups) {
    const [shp, shx, dbf] = [parts.get('shp'), parts.get('shx'), parts.get('dbf')];
    if (shp === undefined || shx === undefined || dbf === undefined) {
      const missing = ['shp', 'shx', 'dbf'].filter((ending) => !parts.has(ending)).map((ending) => `its .${ending}`);
      return { refused: `holds a shapefile without ${missing.join(' and ')}` };
    }
    sources.push({ kind: 'shapefile', name, parts: { shp, shx, dbf, prj: parts.get('prj'), cpg: parts.get('cpg') } });
  }
  return { sources };
}
