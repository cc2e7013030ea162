import type { MultiPolygon } from 'geojson';
import { type Piece, type PlaceOrder, toPieces, toPlaceOrder } from '../boundaries/pieces.ts';
import { finenesses } from '../boundaries/publish.ts';
import { type EditionId, GeometryDetail } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Queryable } from '../db/database.ts';
import { approximatePoints, type Point } from '../domain/places/approximate-points.ts';
import { labelPoints } from '../queries/label-points.ts';
import { mappedAreas } from '../queries/mapped-areas.ts';
import { type MappedPlace, mappedPlaces } from '../queries/mapped-places.ts';
import { type FileToPublish, replacePublishedFiles } from '../queries/replace-published-files.ts';
import { setApproximatePoints } from '../queries/set-approximate-points.ts';
import { setDissolvedPolygons } from '../queries/set-dissolved-polygons.ts';
import { setLabelPoints } from '../queries/set-label-points.ts';
import { unsoundShapes } from '../queries/unsound-shapes.ts';
import { type Drawing, type DrawnLevel, openDrawing } from './drawing.ts';
import { packNames } from './publish-names.ts';

export type Say = (step: string) => void;

/**
 * Makes from an edition's places all that follows from them: polygons of districts and provinces, label points,
 * and the files the map reads. Run it in the transaction that wrote the places. Throws when no fineness draws every polygon whole.
 */
export async function publishEdition(tx: Queryable, edition: EditionId, say: Say): Promise<void> {
  const places = await mappedPlaces(tx, edition);
  const order = toPlaceOrder(places.map((place) => place.pcode));
  const polygons = new Map(places.flatMap(({ pcode, geometry }) => (geometry === null ? [] : [[pcode, geometry] as const])));
  const pieces = toPieces(order, polygons, await mappedAreas(tx, edition));
  const drawing = openDrawing();
  try {
    if (pieces.length > 0) {
      say('Joining communes to districts and provinces');
      await dissolve(tx, edition, { drawing, order, pieces });
    }
    await placePoints(tx, edition, places);
    const files: FileToPublish[] = [await packNames(tx, edition, drawing)];
    for (const detail of pieces.length > 0 ? GeometryDetail.options : []) {
      say(detail === 'full' ? 'Drawing the map in full detail' : 'Drawing the map of the whole country');
      const levels = await drawSoundly(tx, pieces, { drawing, detail });
      for (const { level, text } of levels) files.push(await pack(drawing, text, { kind: level, detail }));
    }
    await replacePublishedFiles(tx, edition, files);
  } finally {
    await drawing.close();
  }
}

type Drawn = { drawing: Drawing; order: PlaceOrder; pieces: readonly Piece[] };

async function dissolve(tx: Queryable, edition: EditionId, { drawing, order, pieces }: Drawn): Promise<void> {
  const { polygons } = await drawing.ask<'dissolve'>({ kind: 'dissolve', pieces });
  const byPcode = new Map<Pcode, MultiPolygon>();
  for (const level of ['district', 'province'] as const) {
    for (const [index, polygon] of polygons[level]) {
      const pcode = order[level][index];
      if (pcode !== undefined) byPcode.set(pcode, polygon);
    }
  }
  await setDissolvedPolygons(tx, edition, byPcode);
}

async function placePoints(tx: Queryable, edition: EditionId, places: readonly MappedPlace[]): Promise<void> {
  await setLabelPoints(tx, edition);
  const known = await labelPoints(tx, edition);
  const at = new Map(known.map(({ pcode, lng, lat }) => [pcode, [lng, lat] as Point]));
  const pcodes = places.map((place) => place.pcode);
  await setApproximatePoints(tx, edition, approximatePoints(pcodes, at));
}

/** Draws at the coarsest fineness that keeps every polygon of every level valid, as PostGIS sees what a reader decodes. */
async function drawSoundly(
  tx: Queryable,
  pieces: readonly Piece[],
  { drawing, detail }: { drawing: Drawing; detail: GeometryDetail },
): Promise<DrawnLevel[]> {
  for (const fineness of finenesses(detail, pieces)) {
    const { drawn } = await drawing.ask<'draw'>({ kind: 'draw', pieces, fineness });
    if (drawn === undefined) continue;
    const unsound = await unsoundShapes(
      tx,
      drawn.flatMap((level) => level.shapes),
    );
    if (unsound.length === 0) return drawn;
  }
  throw new Error(`no fineness draws every polygon of the ${detail} map whole`);
}

async function pack(drawing: Drawing, text: string, name: Pick<FileToPublish, 'kind' | 'detail'>): Promise<FileToPublish> {
  const { file } = await drawing.ask<'pack'>({ kind: 'pack', text });
  return { ...name, ...file };
}
