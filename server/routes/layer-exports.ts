import { createRoute, z } from '@hono/zod-openapi';
import type { Edition } from '../contracts/edition.ts';
import type { Database } from '../db/database.ts';
import { kindOf } from '../exports/fields.ts';
import type { FileFormat, FileOrder } from '../exports/file.ts';
import { toShape, toShapeText } from '../exports/line-shape.ts';
import type { ExportSheet } from '../exports/sheet.ts';
import { problem } from '../problem.ts';
import { FILE, FILE_RESPONSES, sendFile } from './export-files.ts';
import { LAYER_SHEETS, type LayerSheet } from './layer-sheets.ts';
import { DayParameter, EditionParameter, strictQuery, YearParameter } from './parameters.ts';
import { editionOf } from './read-values.ts';
import { createRouter } from './router.ts';
import { lastDayOf } from './today.ts';

const LAYERS = Object.keys(LAYER_SHEETS) as (keyof typeof LAYER_SHEETS)[];

/** What lies over the areas as files for other hands, with points or lines. */
export function layerExportRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/exports/layers/{layer}',
      summary: 'Networks, workshops, crossings, flows, partners at work or social services as a file: CSV, workbook, GeoJSON or GeoPackage',
      request: {
        params: z.strictObject({ layer: z.enum(LAYERS) }),
        query: strictQuery({
          edition: EditionParameter,
          period: YearParameter,
          on: DayParameter.optional().openapi({ description: 'Day of networks, crossings and partners; the last of the year if left out' }),
          ...FILE,
        }),
      },
      responses: FILE_RESPONSES,
    }),
    async (c) => {
      const { layer } = c.req.valid('param');
      const { edition: id, period, on = lastDayOf(period), format, hxl } = c.req.valid('query');
      const edition = await editionOf(database, id);
      if (edition === undefined) return problem(c, 400, 'bad-parameter', 'edition');
      const name = [edition.id, layer, period].join('-');
      return sendFile(c, name, async () => {
        const made = await LAYER_SHEETS[layer](database, { edition, period, on });
        return toOrder({ ...made, sheet: withAbout(made, { layer, edition }) }, { name, format, isTagged: hxl === 'yes' });
      });
    },
  );
}

function withAbout({ sheet, source, when }: LayerSheet, { layer, edition }: { layer: string; edition: Edition }): ExportSheet {
  // Crossings are facts of the border, in no edition and never invented.
  const kind = layer === 'crossings' ? [] : [['data', kindOf(edition)] as const];
  const places = layer === 'crossings' ? [] : [['edition', `${edition.id}: ${edition.nameEn} · ${edition.nameKm}`] as const];
  return { ...sheet, about: [...kind, ['layer', layer], ['of', when], ['source', source], ...places] };
}

function toOrder(
  { id, sheet, lines }: LayerSheet,
  { name, format, isTagged }: { name: string; format: FileFormat; isTagged: boolean },
): FileOrder {
  const common = { sheet, isTagged };
  if (format === 'geojson') return { ...common, format, id, shapes: lines.map(toShapeText) };
  if (format === 'gpkg') return { ...common, format, name: name.replaceAll('-', '_'), title: name, shapes: lines.map(toShape) };
  return { ...common, format };
}
