import mapshaper from 'mapshaper';
import { dbfEncoding, dbfSize } from './dbf-encoding.ts';
import type { ShapeFile } from './geojson.ts';
import { epsgOfPrj } from './prj.ts';
import { readShapeText } from './shape-text.ts';

/** The parts of one shapefile, as bytes; `prj` and `cpg` may be missing. */
export type ShapefileParts = Record<'shp' | 'shx' | 'dbf', Uint8Array> & { prj: Uint8Array | undefined; cpg: Uint8Array | undefined };

/**
 * Reads a shapefile: one unit a record, in the system of its `.prj`. Answers the reason, one sentence, when its parts do not
 * fit each other or its system is not known. Throws when what it holds cannot be read at all.
 */
export async function readShapefile(
  { shp, shx, dbf, prj, cpg }: ShapefileParts,
  fileName: string,
): Promise<ShapeFile[] | { reason: string }> {
  const reason = whyUnsound({ shp, shx, dbf });
  if (reason !== undefined) return { reason: `${fileName} ${reason}.` };
  const epsg = prj === undefined ? 4326 : epsgOfPrj(new TextDecoder().decode(prj));
  if (epsg === undefined) return { reason: `${fileName} declares in its .prj a coordinate system that is not known.` };
  const files = await mapshaper.applyCommands(`-i shapes.shp encoding=${dbfEncoding(dbf, cpg)} -o shapes.json format=geojson`, {
    'shapes.shp': shp,
    'shapes.dbf': dbf,
  });
  const written = files['shapes.json'];
  if (written === undefined) return { reason: `${fileName} holds no shapes.` };
  const read = readShapeText(typeof written === 'string' ? written : new TextDecoder().decode(written), fileName);
  if ('reason' in read || prj === undefined) return read;
  return read.map((file) => ({ ...file, epsg, crs: `EPSG:${epsg}, from the .prj` }));
}

const SHP_MAGIC = 9994;
const SHP_HEAD_BYTES = 100;

/** Why the parts are not whole, or not of one shapefile, as the end of a sentence. */
function whyUnsound({ shp, shx, dbf }: Pick<ShapefileParts, 'shp' | 'shx' | 'dbf'>): string | undefined {
  for (const [name, part] of Object.entries({ '.shp': shp, '.shx': shx })) {
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    if (part.byteLength < SHP_HEAD_BYTES || view.getInt32(0) !== SHP_MAGIC) return `has a ${name} that is none`;
    // Lengths are in words of two bytes.
    if (view.getInt32(24) * 2 !== part.byteLength) return `has a ${name} that was cut off or is damaged`;
  }
  const size = dbfSize(dbf);
  if (size === undefined) return 'has a .dbf that is none';
  if (size.headerBytes + size.records * size.recordBytes > dbf.byteLength) return 'has a .dbf that was cut off or is damaged';
  const shapes = (shx.byteLength - SHP_HEAD_BYTES) / 8;
  return size.records === shapes ? undefined : `has ${shapes} shapes in its .shx and ${size.records} records in its .dbf`;
}
