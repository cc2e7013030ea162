import type { Page } from 'playwright-core';
import { EditionList } from '../../server/contracts/edition.ts';
import type { AdminLevel } from '../../server/contracts/pcode.ts';
import { PlaceColumns } from '../../server/contracts/place.ts';
import { type PlaceValue, toPlaceValues, ValueColumns } from '../../server/contracts/values.ts';
import type { Camera } from '../../web/cartography/mercator.ts';
import type { Atlas } from './browser.ts';

type LngLat = { lng: number; lat: number };
type Pixel = { x: number; y: number };

/** MapLibre's world is 512 pixels wide at zoom 0, in web Mercator. */
const WORLD_PIXELS = 512;

/** The middle of the map on the screen. */
export async function middleOf(page: Page): Promise<Pixel> {
  const box = await page.locator('.map-stage canvas').first().boundingBox();
  if (box === null) throw new Error('the map has no canvas');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a point of the earth stands on the screen, for a map that looks at it with this camera. */
export async function pixelOf(page: Page, camera: Camera, point: LngLat): Promise<Pixel> {
  const middle = await middleOf(page);
  const scale = WORLD_PIXELS * 2 ** camera.zoom;
  const [center, wanted] = [mercator(camera), mercator(point)];
  return { x: middle.x + (wanted.x - center.x) * scale, y: middle.y + (wanted.y - center.y) * scale };
}

/** @example mercator({ lng: 0, lat: 0 }) // { x: 0.5, y: 0.5 } */
function mercator({ lng, lat }: LngLat): Pixel {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  return { x: 0.5 + lng / 360, y: 0.5 - y };
}

export type Spot = LngLat & { pcode: string; nameEn: string; nameKm: string; value: PlaceValue };

/** The places of a level that have a polygon, with their points and their values of high-risk children in a year, from the API. */
export async function spotsOf({ answer }: Pick<Atlas, 'answer'>, level: AdminLevel, period: string): Promise<Spot[]> {
  const { editions } = await answer(EditionList, '/api/editions');
  const [edition] = editions;
  const columns = (await answer(PlaceColumns, edition?.places?.url ?? '')).levels[level];
  const wanted = `edition=${edition?.id}&indicator=high-risk-children-rate&level=${level}&period=${period}`;
  const values = toPlaceValues(await answer(ValueColumns, `/api/values?${wanted}`));
  const at = <Value>(list: readonly Value[] | undefined, index: number): Value => {
    const value = list?.[index];
    if (value === undefined) throw new Error(`the ${level} columns are shorter than their codes`);
    return value;
  };
  const spots = (columns?.pcodes ?? []).map((pcode, index) => ({
    pcode,
    nameEn: at(columns?.namesEn, index),
    nameKm: at(columns?.namesKm, index),
    lng: at(columns?.lngs, index),
    lat: at(columns?.lats, index),
    value: at(values, index),
  }));
  return spots.filter((_, index) => columns?.shapes[index] === 'p');
}

/** The closest pair of a commune assessed with nobody found and one nobody has assessed: both are in sight at once. */
export function nearestOfBoth(spots: readonly Spot[]): [pale: Spot, hatched: Spot] {
  const pales = spots.filter(({ value }) => value.state === 'zero');
  const hatcheds = spots.filter(({ value }) => value.state === 'not-assessed');
  const pairs = pales.flatMap((pale) => hatcheds.map((hatched): [Spot, Spot] => [pale, hatched]));
  const distance = ([a, b]: [Spot, Spot]) => Math.hypot(a.lng - b.lng, a.lat - b.lat);
  const [nearest] = pairs.toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) throw new Error('the demonstration lacks one of the two states');
  return nearest;
}
