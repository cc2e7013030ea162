import type { Queryable } from '../db/database.ts';
import { toSearchText } from '../domain/places/search-text.ts';
import type { PlaceRecord } from '../domain/records/record.ts';

/** Adds corrections of places of an edition, as stated by one upload. */
export async function insertPlaceCorrections(
  database: Queryable,
  { upload, edition }: { upload: number; edition: string },
  places: readonly PlaceRecord[],
): Promise<void> {
  const searchText = (name: string | null) => (name === null ? null : toSearchText(name));
  await database.copyIn(
    'place_correction',
    ['upload', 'edition', 'pcode', 'name_en', 'name_km', 'search_en', 'search_km', 'other_names', 'other_search', 'lng', 'lat'],
    places.map(({ pcode, nameEn, nameKm, otherNames, lng, lat }) => [
      upload,
      edition,
      pcode,
      nameEn,
      nameKm,
      searchText(nameEn),
      searchText(nameKm),
      otherNames.join('; '),
      otherNames.map(toSearchText).join('|'),
      lng,
      lat,
    ]),
  );
}
