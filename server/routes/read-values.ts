import type { Edition } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import { groupByPlace } from '../domain/rates/group.ts';
import { toPlaceValue, toRatio } from '../domain/rates/place-value.ts';
import type { PlaceNames } from '../exports/fields.ts';
import type { ExportSheet } from '../exports/sheet.ts';
import { toValuesSheet } from '../exports/values-sheet.ts';
import { queryEditions } from '../queries/editions.ts';
import { queryNamedPlaces } from '../queries/named-places.ts';
import { readYear, type YearAsked } from './figures.ts';

/** The edition of this name, if there is one. */
export async function editionOf(database: Database, id: string): Promise<Edition | undefined> {
  return (await queryEditions(database)).find((edition) => edition.id === id);
}

/** Names of an edition's provinces, districts and communes by their code. */
export async function namesOf(database: Database, { id }: Pick<Edition, 'id'>): Promise<PlaceNames> {
  return new Map((await queryNamedPlaces(database, id)).map((named) => [named.pcode, named]));
}

type ValuesWanted = {
  edition: Edition;
  asked: Omit<YearAsked, 'edition'>;
  /** Which places of the level; all if left out. */
  isWanted?: (pcode: Pcode) => boolean;
};

/** The values of an indicator, level and year as the sheet that leaves in files and features. */
export async function readValuesSheet(database: Database, { edition, asked, isWanted = () => true }: ValuesWanted): Promise<ExportSheet> {
  const { indicator, year, places } = await readYear(database, { ...asked, edition: edition.id });
  const groups = groupByPlace(places, year.communes);
  const rows = places.map((pcode, index) => {
    const figures = groups[index] ?? [];
    const denominator = indicator.kind === 'rate' ? toRatio(figures).denominator : 0;
    return { pcode, value: toPlaceValue(figures, indicator), denominator };
  });
  return toValuesSheet({
    edition,
    indicator,
    period: asked.period,
    denominatorYears: year.denominatorYears,
    names: await namesOf(database, edition),
    places: rows.filter(({ pcode }) => isWanted(pcode)),
  });
}
