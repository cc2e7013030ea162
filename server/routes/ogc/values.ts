import { LRUCache } from 'lru-cache';
import { INDICATORS } from '../../../data/indicators/index.ts';
import type { Edition } from '../../contracts/edition.ts';
import type { IndicatorFile } from '../../contracts/indicator.ts';
import { PCODE_FORM } from '../../contracts/lists.ts';
import { ADMIN_LEVELS, type AdminLevel } from '../../contracts/pcode.ts';
import type { Database } from '../../db/database.ts';
import { codeOf, toFeatures } from '../../exports/geojson.ts';
import type { ExportSheet } from '../../exports/sheet.ts';
import { toValuesSheet } from '../../exports/values-sheet.ts';
import { queryIndicatorPeriods } from '../../queries/indicator-periods.ts';
import { queryPlaceCodes } from '../../queries/place-codes.ts';
import { queryPlaceShapes } from '../../queries/place-shapes.ts';
import { queryPlacesInBoxes } from '../../queries/places-in-boxes.ts';
import { readValuesSheet } from '../read-values.ts';
import { type Collection, type CollectionKind, inOrder } from './collection.ts';
import { hasDayIn } from './time.ts';
import { editionSentence, editionTitle, LEVEL_WORDS } from './words.ts';

type Mapped = { edition: Edition; level: AdminLevel; indicator: IndicatorFile; years: readonly string[] };

/**
 * The values of an indicator, `values_EDITION_LEVEL_INDICATOR`: every place of the level with its number and state, also where
 * nobody has assessed it. A client that asks for no time gets the newest year, one feature a place, so that its map shows one
 * true picture and not years on top of each other; `datetime` asks for other years, a span for all years it touches. A feature
 * is a place in a year, `010201-2025`. An indicator without a figure in the edition is no collection: it has no year.
 */
export const valueCollections: CollectionKind = async (database, editions) => {
  const collections: Collection[] = [];
  for (const edition of editions) {
    const periods = await queryIndicatorPeriods(database, {
      edition: edition.id,
      subjects: INDICATORS.map(({ subject }) => subject),
      measures: INDICATORS.map(({ numerator }) => numerator),
    });
    for (const indicator of INDICATORS) {
      const isOf = (stated: (typeof periods)[number]) => stated.subject === indicator.subject && stated.measure === indicator.numerator;
      const years = periods.filter(isOf).map(({ period }) => period);
      if (years.length === 0) continue;
      for (const level of ADMIN_LEVELS) collections.push(toCollection(database, { edition, level, indicator, years }));
    }
  }
  return collections;
};

/** Sheets of a layer kept while the data stay the same: a client reads a year page by page. */
const KEPT_YEARS = 2;

function toCollection(database: Database, { edition, level, indicator, years }: Mapped): Collection {
  const asked = { edition: edition.id, level };
  const [oldest = '', newest = ''] = [years[0], years.at(-1)];
  const { fields } = toValuesSheet({ edition, indicator, period: newest, denominatorYears: [], names: new Map(), places: [] });
  const code = fields.findIndex(({ key }) => key === 'pcode');
  const sheets = new LRUCache<string, ExportSheet>({ max: KEPT_YEARS });
  const sheetOf = async (period: string) => {
    const sheet = sheets.get(period) ?? (await readValuesSheet(database, { edition, asked: { level, indicator: indicator.id, period } }));
    sheets.set(period, sheet);
    return sheet;
  };
  return {
    id: `values_${edition.id}_${level}_${indicator.id}`,
    title: `${indicator.name.en} (${indicator.unit.en}): ${LEVEL_WORDS[level]}, ${editionTitle(edition)}`,
    description: [
      `${indicator.description.en} ${indicator.description.km}`,
      `Of ${newest}, the newest year with a figure; datetime asks for others: ${years.join(', ')}.`,
      'A place without a number has none, which is not zero: its state says why.',
      `Source: ${indicator.source.en} · ${indicator.source.km}.`,
      editionSentence(edition),
    ].join(' '),
    bbox: edition.bbox,
    days: [`${oldest}-01-01`, `${newest}-12-31`],
    fields,
    find: async ({ boxes, time }) => {
      const wanted = time === undefined ? [newest] : years.filter((year) => hasDayIn(year, time));
      const pcodes = await (boxes === undefined ? queryPlaceCodes(database, asked) : queryPlacesInBoxes(database, { ...asked, boxes }));
      return wanted.flatMap((year) => pcodes.map((pcode) => `${pcode}-${year}`));
    },
    draw: async (ids) => {
      const wanted = new Set(ids);
      const pcodes = [...new Set(ids.map((id) => id.split('-')[0] ?? ''))].filter((text) => PCODE_FORM.test(text));
      const shapes = await queryPlaceShapes(database, { ...asked, pcodes });
      const features = [];
      for (const period of years.filter((year) => ids.some((id) => id.endsWith(`-${year}`)))) {
        const sheet = await sheetOf(period);
        const rows = sheet.rows.filter((row) => wanted.has(`${row[code]}-${period}`));
        const id = (properties: Parameters<typeof codeOf>[0]) => `${codeOf(properties)}-${period}`;
        features.push(...toFeatures({ ...sheet, rows }, { id, geometry: (properties) => shapes.get(codeOf(properties)) }));
      }
      return inOrder(ids, features);
    },
  };
}
