import { createRoute, z } from '@hono/zod-openapi';
import { writeTemplate } from '../commands/write-template.ts';
import { TEMPLATE_IDS } from '../datasets/index.ts';
import { strictQuery } from './parameters.ts';
import { BAD_PARAMETER, createRouter } from './router.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The workbooks that field offices fill in. */
export function templateRoutes() {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/templates/{dataset}',
      summary: 'The workbook to fill in for a dataset, in English and Khmer',
      request: { params: z.strictObject({ dataset: z.enum(TEMPLATE_IDS) }), query: strictQuery({}) },
      responses: {
        200: { description: 'A workbook', content: { [XLSX]: { schema: z.string().openapi({ format: 'binary' }) } } },
        400: BAD_PARAMETER,
      },
    }),
    async (c) => {
      const { dataset } = c.req.valid('param');
      const bytes = await writeTemplate(dataset);
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': XLSX,
        'content-disposition': `attachment; filename="${dataset}.xlsx"`,
        'cache-control': 'no-cache',
      });
    },
  );
}
