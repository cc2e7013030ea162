import { createRoute, z } from '@hono/zod-openapi';
import { type Database, sql } from '../db/database.ts';
import { problem } from '../problem.ts';
import { strictQuery } from './parameters.ts';
import { BAD_PARAMETER, createRouter } from './router.ts';

const Health = z.object({ status: z.literal('ok') }).openapi('Health');
const Readiness = z.object({ status: z.literal('ready'), home: z.enum(['embedded', 'postgres']) }).openapi('Readiness');

/** Is the program alive, and can it reach its data? */
export function healthRoutes({ database }: { database: Database }) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/health',
        summary: 'The program is running',
        request: { query: strictQuery({}) },
        responses: { 400: BAD_PARAMETER, 200: { description: 'Running', content: { 'application/json': { schema: Health } } } },
      }),
      (c) => c.json({ status: 'ok' as const }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/ready',
        summary: 'The program reaches its database',
        request: { query: strictQuery({}) },
        responses: {
          400: BAD_PARAMETER,
          200: { description: 'Ready', content: { 'application/json': { schema: Readiness } } },
          503: { description: 'The database does not answer' },
        },
      }),
      async (c) => {
        try {
          await database.query(sql`select postgis_version() as version`);
        } catch {
          return problem(c, 503, 'unavailable');
        }
        return c.json({ status: 'ready' as const, home: database.home }, 200);
      },
    );
}
