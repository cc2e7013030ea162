import { parentPort, workerData } from 'node:worker_threads';
import { readShapeText } from '../boundaries/shape-text.ts';
import { readShapefile } from '../boundaries/shapefile.ts';
import { type ArchivedShapes, openShapeArchive } from './shape-archive.ts';
import type { ShapeSource, ShapesAnswer } from './shape-sources.ts';

if (parentPort === null) throw new Error('archives of shapes are opened in a worker thread');
parentPort.postMessage(await open(workerData as { name: string; bytes: Uint8Array }));

async function open({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ShapesAnswer> {
  try {
    const opened = openShapeArchive(bytes);
    if ('refused' in opened) return opened;
    const sources: ShapeSource[] = [];
    for (const [index, source] of opened.sources.entries()) {
      const where = opened.sources.length === 1 ? name : `${name}, part ${index + 1}`;
      const read = await readSource(source, where);
      if ('reason' in read) return read;
      sources.push(...read.map((file) => ({ ...file, fileName: source.name })));
    }
    return { sources, unread: opened.unread };
  } catch (error) {
    // The message of a parser may repeat what it stumbled over: it goes no further.
    return { refused: `is damaged (${error instanceof Error ? error.name : 'unknown'})` };
  }
}

async function readSource(source: ArchivedShapes, where: string) {
  if (source.kind === 'text') return readShapeText(new TextDecoder().decode(source.bytes), where);
  return await readShapefile(source.parts, where);
}
