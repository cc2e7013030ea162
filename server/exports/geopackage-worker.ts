import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type GeoPackage, writeGeoPackage } from './geopackage-file.ts';

if (parentPort === null) throw new Error('a GeoPackage is written in a worker thread');
parentPort.postMessage(write(workerData as GeoPackage));

/** SQLite writes to a file: in a folder of its own, which only this user may read, and which is gone afterwards. */
function write(content: GeoPackage): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-geopackage-'));
  try {
    const path = join(folder, 'export.gpkg');
    writeGeoPackage(path, content);
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
