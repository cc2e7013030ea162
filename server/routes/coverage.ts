import { createRoute } from '@hono/zod-openapi';
import { Coverage } from '../contracts/network.ts';
import type { Database } from '../db/database.ts';
import { summarise, toCoverageColumns } from '../domain/coverage/coverage.ts';
import { problem } from '../problem.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryIdentifiedChildren } from '../queries/identified-children.ts';
import { queryOrganisationExists } from '../queries/organisation-exists.ts';
import { queryPlaceOrder } from '../queries/place-order.ts';
import { reachOfCommunes } from '../queries/reach-of-communes.ts';
import { DayParameter, EditionParameter, IdParameter, ReachParameter, strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

/** Which communes active networks reach, as columns in place order. */
export function coverageRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/coverage',
      summary: 'Coverage of communes by networks on a day, and the share of identified children in reach',
      request: {
        query: strictQuery({
          edition: EditionParameter,
          on: DayParameter,
          period: YearParameter,
          reachMeters: ReachParameter,
          organisation: IdParameter.optional(),
        }),
      },
      responses: { 200: answer('Columns in the place order named', Coverage), 400: BAD_PARAMETER, 404: NOT_FOUND },
    }),
    async (c) => {
      const { edition, on, period, reachMeters, organisation } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const placeOrder = await queryPlaceOrder(database, edition);
      if (placeOrder === undefined) return problem(c, 404, 'not-found', 'edition');
      if (organisation !== undefined && !(await queryOrganisationExists(database, organisation)))
        return problem(c, 404, 'not-found', 'organisation');
      const communes = await reachOfCommunes(database, { edition, on, organisation });
      const identified = await queryIdentifiedChildren(database, { edition, period });
      const children = new Map(identified.map((row) => [row.pcode, row.children]));
      const summary = summarise(communes, children, reachMeters);
      const columns = toCoverageColumns(communes);
      return c.json({ edition, on, organisation: organisation ?? null, placeOrder, ...columns, reachMeters, summary }, 200);
    },
  );
}
