import type { LevelColumns, PlaceColumns } from '@atlas/server/contracts';
import { levelOf } from '@atlas/server/contracts';
import type { Tongue } from './format.ts';

/** A place's name in the language; English where the source has no Khmer one. */
export function nameIn(language: Tongue, place: { nameEn: string; nameKm: string }): string {
  return language === 'km' && place.nameKm !== '' ? place.nameKm : place.nameEn;
}

/** Index of a pcode in columns sorted by pcode; undefined when it is none of them. */
export function indexOfPlace({ pcodes }: Pick<LevelColumns, 'pcodes'>, pcode: string): number | undefined {
  let low = 0;
  let high = pcodes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = pcodes[middle] ?? '';
    if (found === pcode) return middle;
    if (found < pcode) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Name of a province, district or commune; its code where the edition has no such place. */
export function nameOfPlace(places: PlaceColumns | undefined, pcode: string, language: Tongue): string {
  const level = levelOf(pcode);
  const columns = level === 'village' ? undefined : places?.levels[level];
  const index = columns === undefined ? undefined : indexOfPlace(columns, pcode);
  if (columns === undefined || index === undefined) return pcode;
  return nameIn(language, { nameEn: columns.namesEn[index] ?? pcode, nameKm: columns.namesKm[index] ?? '' });
}
