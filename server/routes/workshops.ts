import { createRoute } from '@hono/zod-openapi';
import { WorkshopList } from '../contracts/workshop.ts';
import type { Database } from '../db/database.ts';
import { problem } from '../problem.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryWorkshops } from '../queries/workshops.ts';
import { BboxParameter, DayParameter, EditionParameter, strictQuery, WorkshopTypesParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

/** Workshops of all types. */
export function workshopRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/workshops',
      summary: 'Workshops held between two days, both included',
      request: {
        query: strictQuery({
          edition: EditionParameter,
          from: DayParameter,
          to: DayParameter,
          type: WorkshopTypesParameter.optional(),
          bbox: BboxParameter.optional(),
        }),
      },
      responses: { 200: answer('Workshops, newest first; those whose commune has no point apart', WorkshopList), 400: BAD_PARAMETER },
    }),
    async (c) => {
      const { edition, from, to, type, bbox } = c.req.valid('query');
      if (from > to) return problem(c, 400, 'bad-parameter', 'to');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const rows = await queryWorkshops(database, { edition, from, to, types: type, bbox });
      const workshops = rows.flatMap((row) => (row.lng === null || row.lat === null ? [] : [{ ...row, lng: row.lng, lat: row.lat }]));
      const withoutPoint = rows.flatMap(({ lng, lat, ...row }) => (lng === null || lat === null ? [row] : []));
      return c.json({ edition, workshops, withoutPoint }, 200);
    },
  );
}
