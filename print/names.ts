import type { LevelColumns, PlaceColumns } from '@atlas/server/contracts';
import { type Name, toPlaceNames } from '../web/light/names.ts';
import type { Language } from '../web/view.ts';
import type { BasemapLabels } from './basemap.ts';
import type { Picture } from './picture.ts';

type Wanted = { labels: BasemapLabels; zoom: number; enlarged: number; hasCommuneNames: boolean };

/** From this zoom the map names communes. */
const COMMUNE_ZOOM = 10;

/** Names on a printed map: those of the page's map; of a province its own districts and communes, and its neighbours' names. */
export function namesOf(picture: Picture, { labels, zoom, enlarged, hasCommuneNames }: Wanted): Name[] {
  const { scale, language, places, province } = picture;
  const look = { language, theme: scale.theme, textPixels: (size: number) => size * enlarged };
  if (province === undefined) return [...toPlaceNames({ ...look, places, zoom }), ...aroundNames(labels, { language, enlarged, picture })];
  const isOwn = (pcode: string) => pcode.startsWith(province);
  const { levels } = places;
  const none = only(levels.district, () => false);
  const own: PlaceColumns = {
    ...places,
    levels: {
      province: only(levels.province, () => false),
      district: hasCommuneNames ? none : only(levels.district, isOwn),
      commune: only(levels.commune, isOwn),
    },
  };
  const others: PlaceColumns = {
    ...places,
    levels: { province: only(levels.province, (pcode) => !isOwn(pcode)), district: none, commune: none },
  };
  return [
    ...toPlaceNames({ ...look, places: own, zoom: hasCommuneNames ? Math.max(zoom, COMMUNE_ZOOM) : zoom }),
    ...toPlaceNames({ ...look, places: others, zoom }),
    ...aroundNames(labels, { language, enlarged, picture }),
  ];
}

function only(columns: LevelColumns, isWanted: (pcode: string) => boolean): LevelColumns {
  const ids = [...columns.pcodes.keys()].filter((id) => isWanted(columns.pcodes[id] ?? ''));
  const pick = <Item>(list: ArrayLike<Item>, fallback: Item): Item[] => ids.map((id) => list[id] ?? fallback);
  return {
    pcodes: pick(columns.pcodes, ''),
    namesEn: pick(columns.namesEn, ''),
    namesKm: pick(columns.namesKm, ''),
    lngs: pick(columns.lngs, 0),
    lats: pick(columns.lats, 0),
    shapes: ids.map((id) => columns.shapes[id] ?? 'x').join(''),
  };
}

type Around = { language: Language; enlarged: number; picture: Picture };

/** Countries and waters around. */
function aroundNames({ countries, waters }: BasemapLabels, { language, enlarged, picture }: Around): Name[] {
  const { theme } = picture.scale;
  return [
    ...countries.map((label) => ({ label, pixels: 13, colour: theme.labelMuted })),
    ...waters.map((label) => ({ label, pixels: 11, colour: theme.waterName })),
  ].map(({ label, pixels, colour }) => ({ text: label[language], lng: label.lng, lat: label.lat, pixels: pixels * enlarged, colour }));
}

/** Radius of the circle of a count at a point, which a name must not hide. */
export type CircleAt = { lng: number; lat: number; radius: number };

/** The circles of a printed count. */
export function circlesOf({ scale, values, levelColumns }: Picture, enlarged: number): CircleAt[] {
  return values.flatMap((value, id) => {
    const radius = value === undefined ? 0 : scale.radiusOf(value) * enlarged;
    return radius === 0 ? [] : [{ lng: levelColumns.lngs[id] ?? 0, lat: levelColumns.lats[id] ?? 0, radius }];
  });
}
