import { createRoute } from '@hono/zod-openapi';
import { NetworkList } from '../contracts/network.ts';
import type { Database } from '../db/database.ts';
import { problem } from '../problem.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryNetworksOn } from '../queries/networks-on.ts';
import { queryOrganisationExists } from '../queries/organisation-exists.ts';
import { queryOrganisations } from '../queries/organisations.ts';
import { BboxParameter, DayParameter, EditionParameter, IdParameter, strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

/** Child Protection Networks as they stand on a day. */
export function networkRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/networks',
      summary: 'Child Protection Networks that exist on a day, active or dormant',
      request: {
        query: strictQuery({
          edition: EditionParameter,
          on: DayParameter,
          organisation: IdParameter.optional(),
          bbox: BboxParameter.optional(),
        }),
      },
      responses: { 200: answer('Networks and the organisations of the edition', NetworkList), 400: BAD_PARAMETER, 404: NOT_FOUND },
    }),
    async (c) => {
      const asked = c.req.valid('query');
      const { edition, on, organisation } = asked;
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      if (organisation !== undefined && !(await queryOrganisationExists(database, organisation)))
        return problem(c, 404, 'not-found', 'organisation');
      const networks = await queryNetworksOn(database, asked);
      return c.json({ edition, on, networks, organisations: await queryOrganisations(database, edition) }, 200);
    },
  );
}
