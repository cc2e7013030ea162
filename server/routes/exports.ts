import { createRoute, z } from '@hono/zod-openapi';
import { AdminLevel } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import { toAssessmentsSheet } from '../exports/assessments-sheet.ts';
import { toCsv, toDictionaryCsv } from '../exports/csv.ts';
import { toGapsSheet } from '../exports/gaps-sheet.ts';
import { toGeoJson } from '../exports/geojson.ts';
import { toGeoPackage } from '../exports/geopackage.ts';
import type { ExportSheet } from '../exports/sheet.ts';
import { toWorkbook } from '../exports/workbook.ts';
import { problem } from '../problem.ts';
import { queryPlaceBinaries } from '../queries/place-binaries.ts';
import { queryPlaceExists } from '../queries/place-exists.ts';
import { queryPlaceShapes } from '../queries/place-shapes.ts';
import { queryStatedAssessments } from '../queries/stated-assessments.ts';
import { GAPS_SHAPE, readGaps } from './gaps.ts';
import { EditionParameter, IndicatorParameter, ProvinceParameter, strictQuery, YearParameter } from './parameters.ts';
import { editionOf, namesOf, readValuesSheet } from './read-values.ts';
import { BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  gpkg: 'application/geopackage+sqlite3',
  dictionary: 'text/csv; charset=utf-8',
} as const;

const FILE = {
  format: z
    .enum(['csv', 'xlsx', 'geojson', 'gpkg', 'dictionary'])
    .openapi({ description: 'gpkg: a GeoPackage, the gap list as points; dictionary: the meaning of the fields, as CSV' }),
  hxl: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: a line of HXL tags under the heads' }),
};
const ValuesQuery = strictQuery({
  edition: EditionParameter,
  indicator: IndicatorParameter,
  level: AdminLevel,
  period: YearParameter,
  province: ProvinceParameter.optional(),
  ...FILE,
});
const GapsQuery = strictQuery({ ...GAPS_SHAPE, ...FILE });
const AssessmentsQuery = strictQuery({ edition: EditionParameter, format: z.enum(['csv', 'xlsx']) });

const RESPONSES = {
  200: {
    description: 'The file; codes are text, and a place without a number has a blank, never a zero',
    content: Object.fromEntries(Object.values(TYPES).map((type) => [type, { schema: z.string() }])),
  },
  400: BAD_PARAMETER,
  404: NOT_FOUND,
};

const VALUES = createRoute({
  method: 'get',
  path: '/exports/values',
  summary:
    'Values of an indicator, level and year as a file: CSV, workbook, GeoJSON or GeoPackage, with names, states in words and sources',
  request: { query: ValuesQuery },
  responses: RESPONSES,
});
const GAPS = createRoute({
  method: 'get',
  path: '/exports/gaps',
  summary: 'The gap list as a file, with the terms of every score',
  request: { query: GapsQuery },
  responses: RESPONSES,
});
const ASSESSMENTS = createRoute({
  method: 'get',
  path: '/exports/vsnp-assessments',
  summary: 'All VSNP assessments of an edition as the table they came in by, which can be loaded again',
  request: { query: AssessmentsQuery },
  responses: RESPONSES,
});

/** Numbers as files for other hands. */
export function exportRoutes({ database }: { database: Database }) {
  return createRouter()
    .openapi(VALUES, async (c) => {
      const asked = c.req.valid('query');
      const edition = await editionOf(database, asked.edition);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      if (!(await hasProvince(database, asked))) return problem(c, 404, 'not-found', 'province');
      const { indicator, level, period, province } = asked;
      const sheet = await readValuesSheet(database, { edition, asked, isWanted: (pcode) => pcode.startsWith(province ?? '') });
      const name = [edition.id, indicator, level, ...(province === undefined ? [] : [province]), period].join('-');
      return c.body(await write(database, sheet, { ...asked, name, drawnAs: 'shapes' }), 200, toHeaders(name, asked.format));
    })
    .openapi(GAPS, async (c) => {
      const asked = c.req.valid('query');
      const edition = await editionOf(database, asked.edition);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      if (!(await hasProvince(database, asked))) return problem(c, 404, 'not-found', 'province');
      const sheet = toGapsSheet({ edition, ...(await readGaps(database, asked)), names: await namesOf(database, edition) });
      const name = [edition.id, 'gaps', ...(asked.province === undefined ? [] : [asked.province]), asked.period].join('-');
      return c.body(
        await write(database, sheet, { ...asked, name, level: 'commune', drawnAs: 'points' }),
        200,
        toHeaders(name, asked.format),
      );
    })
    .openapi(ASSESSMENTS, async (c) => {
      const { edition: id, format } = c.req.valid('query');
      const edition = await editionOf(database, id);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      const sheet = toAssessmentsSheet(edition, await queryStatedAssessments(database, id));
      const body = format === 'csv' ? toCsv(sheet, { isTagged: false }) : new Uint8Array(await toWorkbook(sheet, { isTagged: false }));
      return c.body(body, 200, toHeaders(`${id}-vsnp-assessments`, format));
    });
}

/** Nothing of a province that is not there would look like a province without anything. */
async function hasProvince(
  database: Database,
  { edition, province }: { edition: string; province?: string | undefined },
): Promise<boolean> {
  return province === undefined || queryPlaceExists(database, { edition, pcode: province });
}

function toHeaders(name: string, format: keyof typeof TYPES): Record<string, string> {
  const extension = format === 'dictionary' ? '-fields.csv' : `.${format}`;
  return { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${name}${extension}"` };
}

type Written = {
  /** Name of the file, without its ending. */
  name: string;
  edition: string;
  level: AdminLevel;
  format: keyof typeof TYPES;
  hxl: 'yes' | 'no';
  /** How a GeoPackage draws a row. */
  drawnAs: 'shapes' | 'points';
};

async function write(database: Database, sheet: ExportSheet, asked: Written): Promise<string | Uint8Array<ArrayBuffer>> {
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
    case 'gpkg': {
      const shapes = await queryPlaceBinaries(database, { ...asked, as: asked.drawnAs });
      return toGeoPackage(sheet, { name: asked.name.replaceAll('-', '_'), title: asked.name, shapes });
    }
  }
}
