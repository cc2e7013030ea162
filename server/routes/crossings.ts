import { createRoute } from '@hono/zod-openapi';
import { CrossingList } from '../contracts/crossing.ts';
import type { Database } from '../db/database.ts';
import { queryCrossingsOn } from '../queries/crossings-on.ts';
import { DayParameter, strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

/** Border crossings and what is known of their status on a day. */
export function crossingRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/crossings',
      summary: 'Border crossings with their status on a day',
      request: { query: strictQuery({ on: DayParameter }) },
      responses: { 200: answer('Crossings; unknown where no source states a status for the day', CrossingList), 400: BAD_PARAMETER },
    }),
    async (c) => {
      const { on } = c.req.valid('query');
      return c.json({ on, crossings: await queryCrossingsOn(database, on) }, 200);
    },
  );
}
