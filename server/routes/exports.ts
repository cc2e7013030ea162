import { createRoute, z } from '@hono/zod-openapi';
import { AdminLevel } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import { groupByPlace } from '../domain/rates/group.ts';
import { toPlaceValue, toRatio } from '../domain/rates/place-value.ts';
import { toCsv, toDictionaryCsv } from '../exports/csv.ts';
import { toGeoJson } from '../exports/geojson.ts';
import type { ExportSheet } from '../exports/sheet.ts';
import { toValuesSheet } from '../exports/values-sheet.ts';
import { toWorkbook } from '../exports/workbook.ts';
import { problem } from '../problem.ts';
import { queryEditions } from '../queries/editions.ts';
import { queryNamedPlaces } from '../queries/named-places.ts';
import { queryPlaceShapes } from '../queries/place-shapes.ts';
import { readYear } from './figures.ts';
import { EditionParameter, IndicatorParameter, ProvinceParameter, strictQuery, YearParameter } from './parameters.ts';
import { BAD_PARAMETER, createRouter } from './router.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  dictionary: 'text/csv; charset=utf-8',
} as const;

const ExportQuery = strictQuery({
  edition: EditionParameter,
  indicator: IndicatorParameter,
  level: AdminLevel,
  period: YearParameter,
  province: ProvinceParameter.optional(),
  format: z.enum(['csv', 'xlsx', 'geojson', 'dictionary']).openapi({ description: 'dictionary: the meaning of the fields, as CSV' }),
  hxl: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: a line of HXL tags under the heads' }),
});
type Asked = z.output<typeof ExportQuery>;

const EXPORT = createRoute({
  method: 'get',
  path: '/exports/values',
  summary: 'Values of an indicator, level and year as a file: CSV, workbook or GeoJSON, with names, states in words and sources',
  request: { query: ExportQuery },
  responses: {
    200: {
      description: 'The file; codes are text, and a place without a number has a blank, never a zero',
      content: Object.fromEntries(Object.values(TYPES).map((type) => [type, { schema: z.string() }])),
    },
    400: BAD_PARAMETER,
  },
});

/** Numbers as files for other hands. */
export function exportRoutes({ database }: { database: Database }) {
  return createRouter().openapi(EXPORT, async (c) => {
    const asked = c.req.valid('query');
    const sheet = await readSheet(database, asked);
    if (sheet === undefined) return problem(c, 400, 'bad-parameter', 'edition');
    const { format, indicator, level, period, province } = asked;
    const place = province === undefined ? '' : `-${province}`;
    const extension = format === 'dictionary' ? '-fields.csv' : `.${format}`;
    const name = `${asked.edition}-${indicator}-${level}${place}-${period}${extension}`;
    const headers = { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${name}"` };
    return c.body(await write(database, sheet, asked), 200, headers);
  });
}

async function readSheet(database: Database, asked: Asked): Promise<ExportSheet | undefined> {
  const edition = (await queryEditions(database)).find(({ id }) => id === asked.edition);
  if (edition === undefined) return undefined;
  const { indicator, year, places } = await readYear(database, asked);
  const groups = groupByPlace(places, year.communes);
  const names = await queryNamedPlaces(database, asked.edition);
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
    names: new Map(names.map((named) => [named.pcode, named])),
    places: rows.filter(({ pcode }) => pcode.startsWith(asked.province ?? '')),
  });
}

async function write(database: Database, sheet: ExportSheet, asked: Asked): Promise<string | Uint8Array<ArrayBuffer>> {
  const isTagged = asked.hxl === 'yes';
  switch (asked.format) {
    case 'csv':
      return toCsv(sheet, { isTagged });
    case 'dictionary':
      return toDictionaryCsv(sheet);
    case 'xlsx':
      return new Uint8Array(await toWorkbook(sheet, { isTagged }));
    case 'geojson':
      return JSON.stringify(toGeoJson(sheet, await queryPlaceShapes(database, asked)));
  }
}
