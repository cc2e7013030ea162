import type { Crossing, LevelColumns, PlaceColumns } from '@atlas/server/contracts';
import { formatNumber } from '../web/cartography/format.ts';
import { WORLD_PIXELS } from '../web/cartography/mercator.ts';
import type { Theme } from '../web/cartography/palettes.ts';
import { nameIn } from '../web/cartography/place-names.ts';
import { type Name, toPlaceNames } from '../web/light/names.ts';
import type { Language } from '../web/view.ts';
import type { BasemapLabels } from './basemap.ts';
import type { Picture } from './picture.ts';

/** Ranks of communes in the gap list, by code. */
export type Ranks = ReadonlyMap<string, number>;

type Wanted = { labels: BasemapLabels; zoom: number; enlarged: number; ranks: Ranks | undefined };

/** From this zoom the map names communes. */
const COMMUNE_ZOOM = 10;

/**
 * Names on a printed map: those of the page's map; of a province its own districts and communes, and its neighbours'
 * names. With ranks, communes alone: those of the gap list first, each with its rank.
 */
export function namesOf(picture: Picture, { labels, zoom, enlarged, ranks }: Wanted): Name[] {
  const { scale, language, places, province } = picture;
  const { levels } = places;
  const isOwn = (pcode: string) => province === undefined || pcode.startsWith(province);
  const names = (wanted: Partial<PlaceColumns['levels']>, from: number) => {
    const none = only(levels.province, []);
    const shown = { ...places, levels: { province: none, district: none, commune: none, ...wanted } };
    return toPlaceNames({ language, theme: scale.theme, textPixels: (size) => size * enlarged, places: shown, zoom: Math.max(zoom, from) });
  };
  const around = aroundNames(labels, { language, enlarged, picture });
  if (province === undefined) return [...names(levels, zoom), ...around];
  const own = idsOf(levels.commune, isOwn);
  const neighbours = names(
    {
      province: only(
        levels.province,
        idsOf(levels.province, (pcode) => !isOwn(pcode)),
      ),
    },
    zoom,
  );
  if (ranks === undefined) {
    const district = only(levels.district, idsOf(levels.district, isOwn));
    return [...names({ district, commune: only(levels.commune, own) }, zoom), ...neighbours, ...around];
  }
  const { pcodes } = levels.commune;
  const rankOf = (id: number) => ranks.get(pcodes[id] ?? '');
  const ranked = own.filter((id) => rankOf(id) !== undefined).toSorted((a, b) => (rankOf(a) ?? 0) - (rankOf(b) ?? 0));
  const others = own.filter((id) => rankOf(id) === undefined);
  const { label: colour } = scale.theme;
  const ofRanked = names({ commune: only(levels.commune, ranked) }, COMMUNE_ZOOM);
  return [
    // The ranks first, so that none goes without; their names stand below, where they have room.
    ...ofRanked.map((name, index) => ({ ...name, text: formatNumber(language, rankOf(ranked[index] ?? -1) ?? 0), colour })),
    ...ofRanked.map((name) => ({ ...name, lat: name.lat - LINE * name.pixels * degreesPerPixel(name.lat, zoom), colour })),
    ...names({ commune: only(levels.commune, others) }, COMMUNE_ZOOM),
    ...neighbours,
    ...around,
  ];
}

/** Height of a line, and a little, in sizes of its letters. */
const LINE = 1.45;

/** How many degrees northwards a pixel of the map is. */
function degreesPerPixel(lat: number, zoom: number): number {
  return (360 * Math.cos((lat * Math.PI) / 180)) / (WORLD_PIXELS * 2 ** zoom);
}

function idsOf({ pcodes, shapes }: LevelColumns, isWanted: (pcode: string) => boolean): number[] {
  return [...pcodes.keys()].filter((id) => shapes[id] !== 'x' && isWanted(pcodes[id] ?? ''));
}

function only(columns: LevelColumns, ids: readonly number[]): LevelColumns {
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

type CrossingsWanted = { language: Language; theme: Theme; zoom: number; enlarged: number; circle: number };

/** Zoom from which a crossing is named, as on the screen. */
const CROSSING_ZOOM = { international: 7.6, local: 9 } as const;

/** Names of crossings, each above its sign, whose radius in pixels is `circle`. */
export function crossingNamesOf(crossings: readonly Crossing[], { language, theme, zoom, enlarged, circle }: CrossingsWanted): Name[] {
  const pixels = 12 * enlarged;
  return crossings
    .filter(({ category }) => zoom >= CROSSING_ZOOM[category])
    .toSorted((a, b) => a.category.localeCompare(b.category))
    .map((crossing) => ({
      text: nameIn(language, crossing),
      lng: crossing.lng,
      lat: crossing.lat + (circle + pixels * 1.1) * degreesPerPixel(crossing.lat, zoom),
      pixels,
      colour: theme.label,
    }));
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
