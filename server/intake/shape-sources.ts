import type { ShapeFile } from '../boundaries/geojson.ts';
import { readShapeText } from '../boundaries/shape-text.ts';
import { faultWords } from '../contracts/file-faults.ts';
import { answerOfThread } from './in-a-thread.ts';
import type { SourceFile } from './read-table.ts';

/** One source of shapes: a file, an object of a TopoJSON or a part of an archive; `fileName` is its own name. */
export type ShapeSource = ShapeFile & { fileName: string };
export type ShapeSources = {
  sources: ShapeSource[];
  /** What was left aside, a sentence each. */
  notes: string[];
};
export type ShapesAnswer = { sources: ShapeSource[]; unread: number } | { refused: string } | { reason: string };

/** Larger files are refused: commune boundaries in full detail are tens of MB. */
const LARGEST_BYTES = 300_000_000;
/** What opening an archive may take. */
const LIMITS = { seconds: 120, megabytes: 2_048 } as const;

/**
 * Reads the shapes of a file: GeoJSON, TopoJSON, or a zip of these or of shapefiles, opened in a thread of its own. Sources of
 * lines or points beside others are left aside and noted. Answers the reason, one sentence, when there is nothing to read.
 */
export async function readShapeSources({ name, bytes }: SourceFile): Promise<ShapeSources | { reason: string }> {
  if (bytes.byteLength > LARGEST_BYTES) return { reason: `${name} is larger than 300 MB.` };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isShapefile = bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a;
  if (isShapefile) return { reason: `${name} is one part of a shapefile; pack its .shp, .shx, .dbf and .prj into one .zip.` };
  const answer = isZip ? await openArchive({ name, bytes }) : readText({ name, bytes });
  if ('reason' in answer) return answer;
  if ('refused' in answer) return { reason: `${name} ${answer.refused}.` };
  const { sources, unread } = answer;
  const drawn = sources.filter(({ linesOrPoints, units }) => linesOrPoints < units.length);
  if (drawn.length === 0) return { sources, notes: [] };
  const aside = sources.filter((source) => !drawn.includes(source));
  const notes = aside.map(
    ({ where, units }) => `${where} holds only lines or points, which bound no place; ${units.length.toLocaleString('en')} not read.`,
  );
  if (unread > 0) notes.push(`${name} holds parts without shapes; ${unread} not read.`);
  return { sources: drawn, notes };
}

async function openArchive({ name, bytes }: SourceFile): Promise<ShapesAnswer> {
  const answer = await answerOfThread<ShapesAnswer>(new URL('./shapes-worker.ts', import.meta.url), { name, bytes }, LIMITS);
  return 'fault' in answer ? { refused: faultWords(answer.fault) } : answer;
}

function readText({ name, bytes }: SourceFile): ShapesAnswer {
  const read = readShapeText(new TextDecoder().decode(bytes), name);
  if ('reason' in read) return read;
  return { sources: read.map((file) => ({ ...file, fileName: name })), unread: 0 };
}
