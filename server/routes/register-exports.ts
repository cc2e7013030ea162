import { createRoute, z } from '@hono/zod-openapi';
import { registerOf } from '../datasets/index.ts';
import { templateColumns } from '../datasets/template.ts';
import type { Database } from '../db/database.ts';
import { REGISTER_IDS } from '../domain/records/record.ts';
import { toRecordsSheet } from '../exports/records-sheet.ts';
import { queryCurrentRecords } from '../queries/current-records.ts';
import { FILE_RESPONSES, sendFile } from './export-files.ts';
import { strictQuery } from './parameters.ts';
import { createRouter } from './router.ts';

/** The registers of the programme as files that can be loaded again. */
export function registerExportRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/exports/registers/{register}',
      summary: 'All real records of a register as the table they came in by, which can be loaded again',
      request: { params: z.strictObject({ register: z.enum(REGISTER_IDS) }), query: strictQuery({ format: z.enum(['csv', 'xlsx']) }) },
      responses: FILE_RESPONSES,
    }),
    async (c) => {
      const { register: id } = c.req.valid('param');
      const { format } = c.req.valid('query');
      const register = registerOf(id);
      return sendFile(c, id, async () => {
        const rows = (await queryCurrentRecords(database, id)).map(({ record }) => register.toCells(record));
        return { sheet: toRecordsSheet({ dataset: id, columns: templateColumns(register) }, rows), format, isTagged: false };
      });
    },
  );
}
