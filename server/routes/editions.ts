import { createRoute } from '@hono/zod-openapi';
import { EditionList } from '../contracts/edition.ts';
import type { Database } from '../db/database.ts';
import { queryEditions } from '../queries/editions.ts';
import { strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

/** What can be looked at: dated sets of places, demonstration and real apart. */
export function editionRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/editions',
      summary: 'Editions of the map, the default first',
      request: { query: strictQuery({}) },
      responses: { 200: answer('Editions and the files of their places and geometry', EditionList), 400: BAD_PARAMETER },
    }),
    async (c) => c.json({ editions: await queryEditions(database) }, 200),
  );
}
