import { Worker } from 'node:worker_threads';
import type { MultiPolygon } from 'geojson';
import type { Hole } from '../boundaries/dissolve.ts';
import type { Piece } from '../boundaries/pieces.ts';
import type { Fineness } from '../boundaries/publish.ts';
import type { AdminLevel } from '../contracts/pcode.ts';

export type PackedFile = { hash: string; bytes: number; brotli: Uint8Array; gzip: Uint8Array };
/** One level's TopoJSON and the polygons a reader decodes from it, each as GeoJSON text. */
export type DrawnLevel = { level: AdminLevel; text: string; shapes: string[] };

type Task =
  | { kind: 'dissolve'; pieces: readonly Piece[] }
  | { kind: 'holes'; pieces: readonly Piece[] }
  | { kind: 'draw'; pieces: readonly Piece[]; fineness: Fineness }
  | { kind: 'pack'; text: string };
export type DrawingRequest = Task & { id: number };
export type DrawingResult =
  | { kind: 'dissolve'; polygons: Record<'district' | 'province', Map<number, MultiPolygon>> }
  | { kind: 'holes'; holes: Hole[] }
  | { kind: 'draw'; drawn: DrawnLevel[] | undefined }
  | { kind: 'pack'; file: PackedFile };
export type DrawingAnswer = { id: number } & ({ result: DrawingResult } | { error: string });

type ResultOf<Kind extends Task['kind']> = Extract<DrawingResult, { kind: Kind }>;

export type Drawing = {
  ask<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>): Promise<ResultOf<Kind>>;
  close(): Promise<void>;
};

/** Draws, dissolves and compresses in a worker thread, so that a running server answers meanwhile. */
export function openDrawing(): Drawing {
  const worker = new Worker(new URL('./drawing-worker.ts', import.meta.url), { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const waiting = new Map<number, { resolve: (result: DrawingResult) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  worker.on('message', (answer: DrawingAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asker?.reject(new Error(answer.error));
    else asker?.resolve(answer.result);
  });
  const fail = (error: Error) => {
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the drawing of shapes has stopped')));
  return {
    async ask<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>) {
      lastId += 1;
      const id = lastId;
      const result = await new Promise<DrawingResult>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ ...task, id });
      });
      return result as ResultOf<Kind>;
    },
    async close() {
      await worker.terminate();
    },
  };
}
