import { brotliDecompressSync } from 'node:zlib';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Edition, EditionList, type GeometryDetail, type PublishedFile } from '../../server/contracts/edition.ts';
import type { AdminLevel } from '../../server/contracts/pcode.ts';
import { PlaceColumns } from '../../server/contracts/place.ts';
import type { Asking } from './asking.ts';

/** One decoded shape: `pcode` undefined when it is land or water without a place. */
export type PublishedShape = { pcode: string | undefined; geometry: Polygon | MultiPolygon };

export async function publishedEdition({ ask }: Asking, id: string): Promise<Edition> {
  const { editions } = EditionList.parse((await ask('/api/editions')).body);
  const edition = editions.find((candidate) => candidate.id === id);
  if (edition === undefined) throw new Error(`there is no edition ${id}`);
  return edition;
}

export async function publishedPlaces(asking: Asking, { places }: Edition): Promise<PlaceColumns> {
  if (places === null) throw new Error('the edition has no published places');
  return PlaceColumns.parse(await publishedJson(asking, places));
}

type Drawing = { level: AdminLevel; detail: GeometryDetail };

/** The shapes of one level in one detail, decoded as a client decodes them, named by the place columns. */
export async function publishedShapes(asking: Asking, edition: Edition, drawing: Drawing): Promise<PublishedShape[]> {
  return decode(asking, edition, { ...drawing, unit: 'degrees' });
}

/** The same shapes in whole steps of their file's grid, where arithmetic is exact. */
export async function shapesOnGrid(asking: Asking, edition: Edition, drawing: Drawing): Promise<PublishedShape[]> {
  return decode(asking, edition, { ...drawing, unit: 'grid steps' });
}

async function decode(
  asking: Asking,
  edition: Edition,
  { level, detail, unit }: Drawing & { unit: 'degrees' | 'grid steps' },
): Promise<PublishedShape[]> {
  const file = edition.geometry?.[level][detail];
  if (file === undefined) throw new Error(`the edition has no published ${level}s`);
  const topology = (await publishedJson(asking, file)) as Topology<Record<string, GeometryCollection>>;
  const collection = topology.objects[level];
  if (collection === undefined) throw new Error(`the file has no object ${level}`);
  if (unit === 'grid steps' && topology.transform) topology.transform = { scale: [1, 1], translate: [0, 0] };
  const { pcodes } = (await publishedPlaces(asking, edition)).levels[level];
  return feature(topology, collection).features.map((shape) => {
    if (!isPolygonal(shape)) throw new Error(`a ${level} is drawn as ${shape.geometry.type}`);
    return { pcode: shape.id === undefined ? undefined : pcodes[Number(shape.id)], geometry: shape.geometry };
  });
}

async function publishedJson({ download }: Asking, { url }: PublishedFile): Promise<unknown> {
  const { status, bytes } = await download(url, 'br');
  if (status !== 200) throw new Error(`${url} answers ${status}`);
  return JSON.parse(brotliDecompressSync(bytes).toString());
}

function isPolygonal(shape: Feature): shape is Feature<Polygon | MultiPolygon> {
  return shape.geometry.type === 'Polygon' || shape.geometry.type === 'MultiPolygon';
}
