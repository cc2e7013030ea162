import { createRoute, z } from '@hono/zod-openapi';
import { AdminLevel } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import { toAssessmentsSheet } from '../exports/assessments-sheet.ts';
import type { FileFormat, FileOrder } from '../exports/file.ts';
import { toGapsSheet } from '../exports/gaps-sheet.ts';
import type { ExportSheet } from '../exports/sheet.ts';
import { problem } from '../problem.ts';
import { queryPlaceBinaries } from '../queries/place-binaries.ts';
import { queryPlaceExists } from '../queries/place-exists.ts';
import { queryShapeTexts } from '../queries/place-shapes.ts';
import { queryStatedAssessments } from '../queries/stated-assessments.ts';
import { FILE, FILE_RESPONSES, sendFile } from './export-files.ts';
import { GAPS_SHAPE, readGaps } from './gaps.ts';
import { EditionParameter, IndicatorParameter, ProvinceParameter, strictQuery, YearParameter } from './parameters.ts';
import { editionOf, namesOf, readValuesSheet } from './read-values.ts';
import { createRouter } from './router.ts';

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

const VALUES = createRoute({
  method: 'get',
  path: '/exports/values',
  summary:
    'Values of an indicator, level and year as a file: CSV, workbook, GeoJSON or GeoPackage, with names, states in words and sources',
  request: { query: ValuesQuery },
  responses: FILE_RESPONSES,
});
const GAPS = createRoute({
  method: 'get',
  path: '/exports/gaps',
  summary: 'The gap list as a file, with the terms of every score',
  request: { query: GapsQuery },
  responses: FILE_RESPONSES,
});
const ASSESSMENTS = createRoute({
  method: 'get',
  path: '/exports/vsnp-assessments',
  summary: 'All VSNP assessments of an edition as the table they came in by, which can be loaded again',
  request: { query: AssessmentsQuery },
  responses: FILE_RESPONSES,
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
      const name = [edition.id, indicator, level, ...(province === undefined ? [] : [province]), period].join('-');
      return sendFile(c, name, async () => {
        const sheet = await readValuesSheet(database, { edition, asked, isWanted: (pcode) => pcode.startsWith(province ?? '') });
        return toOrder(database, sheet, { ...asked, name, drawnAs: 'shapes' });
      });
    })
    .openapi(GAPS, async (c) => {
      const asked = c.req.valid('query');
      const edition = await editionOf(database, asked.edition);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      if (!(await hasProvince(database, asked))) return problem(c, 404, 'not-found', 'province');
      const name = [edition.id, 'gaps', ...(asked.province === undefined ? [] : [asked.province]), asked.period].join('-');
      return sendFile(c, name, async () => {
        const sheet = toGapsSheet({ edition, ...(await readGaps(database, asked)), names: await namesOf(database, edition) });
        return toOrder(database, sheet, { ...asked, name, level: 'commune', drawnAs: 'points' });
      });
    })
    .openapi(ASSESSMENTS, async (c) => {
      const { edition: id, format } = c.req.valid('query');
      const edition = await editionOf(database, id);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      return sendFile(c, `${id}-vsnp-assessments`, async () => {
        const sheet = toAssessmentsSheet(edition, await queryStatedAssessments(database, id));
        return { sheet, format, isTagged: false };
      });
    });
}

/** Nothing of a province that is not there would look like a province without anything. */
async function hasProvince(
  database: Database,
  { edition, province }: { edition: string; province?: string | undefined },
): Promise<boolean> {
  return province === undefined || queryPlaceExists(database, { edition, pcode: province });
}

type Written = {
  /** Name of the file, without its ending. */
  name: string;
  edition: string;
  level: AdminLevel;
  format: FileFormat;
  hxl: 'yes' | 'no';
  /** How a GeoPackage draws a row. */
  drawnAs: 'shapes' | 'points';
};

/** A sheet of places with their shapes, as the format needs them. */
async function toOrder(database: Database, sheet: ExportSheet, asked: Written): Promise<FileOrder> {
  const { format, name } = asked;
  const common = { sheet, isTagged: asked.hxl === 'yes' };
  const code = sheet.fields.findIndex(({ key }) => key === 'pcode');
  const inOrder = <Shape>(shapes: ReadonlyMap<string, Shape>) => sheet.rows.map((row) => shapes.get(String(row[code])) ?? null);
  if (format === 'geojson') return { ...common, format, id: 'pcode', shapes: inOrder(await queryShapeTexts(database, asked)) };
  if (format !== 'gpkg') return { ...common, format };
  const shapes = inOrder(await queryPlaceBinaries(database, { ...asked, as: asked.drawnAs }));
  return { ...common, format, name: name.replaceAll('-', '_'), title: name, shapes };
}
