import { createRoute } from '@hono/zod-openapi';
import { Campaign } from '../contracts/workshop.ts';
import type { Database } from '../db/database.ts';
import { problem } from '../problem.ts';
import { queryCampaignYear } from '../queries/campaign-year.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { EditionParameter, strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter } from './router.ts';

/** The 12 December campaign. */
export function campaignRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/campaigns',
      summary: 'The 12 December events of a year beside those of the year before',
      request: { query: strictQuery({ edition: EditionParameter, year: YearParameter }) },
      responses: { 200: answer('Both years, by province; a commune counts once a year', Campaign), 400: BAD_PARAMETER },
    }),
    async (c) => {
      const { edition, year } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const before = String(Number(year) - 1);
      return c.json(
        {
          edition,
          year: await queryCampaignYear(database, { edition, year }),
          previous: await queryCampaignYear(database, { edition, year: before }),
        },
        200,
      );
    },
  );
}
