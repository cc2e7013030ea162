import { createRoute, z } from '@hono/zod-openapi';
import { registerOf } from '../datasets/index.ts';
import { templateColumns } from '../datasets/template.ts';
import type { Database } from '../db/database.ts';
import { REGISTER_IDS } from '../domain/records/record.ts';
import { toCsv } from '../exports/csv.ts';
import { toRecordsSheet } from '../exports/records-sheet.ts';
import { toWorkbook } from '../exports/workbook.ts';
import { queryCurrentRecords } from '../queries/current-records.ts';
import { strictQuery } from './parameters.ts';
import { BAD_PARAMETER, createRouter } from './router.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The registers of the programme as files that can be loaded again. */
export function registerExportRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/exports/registers/{register}',
      summary: 'All real records of a register as the table they came in by, which can be loaded again',
      request: { params: z.strictObject({ register: z.enum(REGISTER_IDS) }), query: strictQuery({ format: z.enum(['csv', 'xlsx']) }) },
      responses: {
        200: {
          description: 'The file; codes are text, and what nobody stated is blank, never a zero',
          content: Object.fromEntries(Object.values(TYPES).map((type) => [type, { schema: z.string() }])),
        },
        400: BAD_PARAMETER,
      },
    }),
    async (c) => {
      const { register: id } = c.req.valid('param');
      const { format } = c.req.valid('query');
      const register = registerOf(id);
      const rows = (await queryCurrentRecords(database, id)).map(({ record }) => register.toCells(record));
      const sheet = toRecordsSheet({ dataset: id, columns: templateColumns(register) }, rows);
      const body = format === 'csv' ? toCsv(sheet, { isTagged: false }) : new Uint8Array(await toWorkbook(sheet, { isTagged: false }));
      return c.body(body, 200, { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${id}.${format}"` });
    },
  );
}
