import type { LevelColumns, PlaceColumns } from '@atlas/server/contracts';
import type { Theme } from '../cartography/palettes.ts';
import { nameIn } from '../cartography/place-names.ts';
import type { Language } from '../view.ts';

/** A name on the map: where, in degrees, and how large, in pixels. */
export type Name = { text: string; lng: number; lat: number; pixels: number; colour: string };

type Wanted = { places: PlaceColumns; language: Language; zoom: number; theme: Theme; textPixels: (size: number) => number };

/** Zoom from which a level is named, and how large its names are; those drawn first keep their place. */
const LEVELS = [
  { level: 'province', from: 0, pixels: 13, colour: 'label' },
  { level: 'district', from: 8, pixels: 12, colour: 'labelMuted' },
  { level: 'commune', from: 10, pixels: 11, colour: 'labelMuted' },
] as const;

/** Names of places from the coarsest to the finest that the zoom has room for. */
export function toPlaceNames({ places, language, zoom, theme, textPixels }: Wanted): Name[] {
  return LEVELS.filter(({ from }) => zoom >= from).flatMap(({ level, pixels, colour }) => {
    const columns: LevelColumns = places.levels[level];
    return columns.pcodes.flatMap((_, id) => {
      if (columns.shapes[id] === 'x') return [];
      const text = nameIn(language, { nameEn: columns.namesEn[id] ?? '', nameKm: columns.namesKm[id] ?? '' });
      return [{ text, lng: columns.lngs[id] ?? 0, lat: columns.lats[id] ?? 0, pixels: textPixels(pixels), colour: theme[colour] }];
    });
  });
}
