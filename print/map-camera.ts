import type { Feature, Position } from 'geojson';
import { type Bounds, type Camera, COUNTRY, cameraOfBounds, type Size } from '../web/cartography/mercator.ts';
import { toAreas } from '../web/cartography/topology.ts';
import type { Picture } from './picture.ts';

/** No print comes nearer by itself, and none that is asked for a section. */
const NEAREST_ZOOM = 13;
const NEAREST_SECTION = 16;

const NO_ROOM = { top: 0, bottom: 0, left: 0, right: 0 } as const;

/** Where a printed map looks: at the section asked for, else at all that is printed, with room around it and for the scale bar. */
export function cameraOf(picture: Picture, size: Size, enlarged: number): Camera {
  if (picture.bounds !== undefined) return cameraOfBounds(picture.bounds, size, NO_ROOM, NEAREST_SECTION);
  const room = 18 * enlarged;
  return cameraOfBounds(boundsOf(picture), size, { top: room, bottom: room * 2, left: room, right: room }, NEAREST_ZOOM);
}

/** Box of what is printed, in degrees. */
function boundsOf({ topology, level, levelColumns, province, edition }: Picture): Bounds {
  if (province === undefined) return edition.bbox ?? COUNTRY;
  const inside = toAreas(topology, level).features.filter(({ id }) => levelColumns.pcodes[Number(id)]?.startsWith(province) === true);
  const points = [
    ...inside.flatMap(pointsOf),
    ...levelColumns.pcodes.flatMap((pcode, id) => approximatePoint({ pcode, id, province, levelColumns })),
  ];
  // Of a province that has neither polygon nor point, where it would be.
  if (points.length === 0) return edition.bbox ?? COUNTRY;
  return points.reduce<Bounds>(
    ([west, south, east, north], [lng = 0, lat = 0]) => [
      Math.min(west, lng),
      Math.min(south, lat),
      Math.max(east, lng),
      Math.max(north, lat),
    ],
    [180, 90, -180, -90],
  );
}

function pointsOf({ geometry }: Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>): Position[] {
  return geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
}

type Place = { pcode: string; id: number; province: string; levelColumns: Picture['levelColumns'] };

/** Of a place without a polygon, its point. */
function approximatePoint({ pcode, id, province, levelColumns: { shapes, lngs, lats } }: Place): Position[] {
  return pcode.startsWith(province) && shapes[id] === 'a' ? [[lngs[id] ?? 0, lats[id] ?? 0]] : [];
}
