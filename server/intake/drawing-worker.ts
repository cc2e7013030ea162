import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { decodeShapes } from '../boundaries/decode.ts';
import { dissolveExactly, findHoles } from '../boundaries/dissolve.ts';
import { type LevelTopologies, PieceVanished, publishTopologies } from '../boundaries/publish.ts';
import { ADMIN_LEVELS } from '../contracts/pcode.ts';
import type { DrawingAnswer, DrawingRequest, DrawingResult, PackedFile } from './drawing.ts';

const port = parentPort;
if (!port) throw new Error('shapes are drawn in a worker thread');

port.on('message', async (request: DrawingRequest) => {
  try {
    port.postMessage({ id: request.id, result: await work(request) } satisfies DrawingAnswer);
  } catch (error) {
    port.postMessage({
      id: request.id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    } satisfies DrawingAnswer);
  }
});

async function work(request: DrawingRequest): Promise<DrawingResult> {
  switch (request.kind) {
    case 'dissolve':
      return { kind: 'dissolve', polygons: await dissolveExactly(request.pieces) };
    case 'holes':
      return { kind: 'holes', holes: await findHoles(request.pieces) };
    case 'pack':
      return { kind: 'pack', file: pack(request.text) };
    case 'draw':
      return { kind: 'draw', drawn: await draw(request) };
  }
}

async function draw({ pieces, fineness }: Extract<DrawingRequest, { kind: 'draw' }>) {
  let topologies: LevelTopologies;
  try {
    topologies = await publishTopologies(pieces, fineness);
  } catch (error) {
    if (error instanceof PieceVanished) return undefined;
    throw error;
  }
  return ADMIN_LEVELS.map((level) => ({ level, text: JSON.stringify(topologies[level]), shapes: shapesOf(topologies[level], level) }));
}

function shapesOf(topology: Topology, level: string): string[] {
  const collection = topology.objects[level] as GeometryCollection;
  return decodeShapes(topology, collection).map((shape) => JSON.stringify(shape.geometry));
}

/** Compressed once, as small as it gets: published files are served many times and never change. */
function pack(text: string): PackedFile {
  const bytes = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return {
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    bytes: bytes.length,
    brotli: new Uint8Array(brotliCompressSync(bytes, { params })),
    gzip: new Uint8Array(gzipSync(bytes, { level: 9 })),
  };
}
