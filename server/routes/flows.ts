import { createRoute, z } from '@hono/zod-openapi';
import { DESTINATIONS } from '../../data/facts/destinations.ts';
import { BorderCountry } from '../contracts/crossing.ts';
import { type Flow, FlowDirection, FlowList } from '../contracts/flow.ts';
import { AdminLevel, PCODE_DIGITS } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import { problem } from '../problem.ts';
import { queryCrossingExists } from '../queries/crossing-exists.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryFlowScale } from '../queries/flow-scale.ts';
import { queryFlowUploads } from '../queries/flow-uploads.ts';
import { queryFlows } from '../queries/flows.ts';
import { queryPlaceExists } from '../queries/place-exists.ts';
import { EditionParameter, IdParameter, PcodeParameter, strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

/** A country, or a country and one of its provinces. */
const DestinationParameter = z
  .string()
  .regex(/^(TH|VN|LA)(:[\p{L}\p{M} .'()-]{1,60})?$/u)
  .transform((text) => ({ country: BorderCountry.parse(text.slice(0, 2)), province: text.length > 3 ? text.slice(3) : undefined }))
  .openapi({ type: 'string', example: 'TH:Sa Kaeo', description: 'A country (TH, VN, LA), or a country and a province of it' });

const FlowsQuery = strictQuery({
  edition: EditionParameter,
  period: YearParameter,
  originLevel: AdminLevel.default('province'),
  direction: FlowDirection.optional(),
  crossing: IdParameter.optional(),
  origin: PcodeParameter.optional(),
  destination: DestinationParameter.optional(),
});

/** Corridors of migration: origin, crossing, destination. */
export function flowRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/flows',
      summary: 'People on the move in a year, by corridor, direction and basis',
      request: { query: FlowsQuery },
      responses: { 200: answer('Corridors, the widest first', FlowList), 400: BAD_PARAMETER, 404: NOT_FOUND },
    }),
    async (c) => {
      const { originLevel, ...asked } = c.req.valid('query');
      const { edition, period, crossing, origin } = asked;
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      if (crossing !== undefined && !(await queryCrossingExists(database, crossing))) return problem(c, 404, 'not-found', 'crossing');
      const isKnown = origin === undefined || (await queryPlaceExists(database, { edition, pcode: origin }));
      if (!isKnown) return problem(c, 404, 'not-found', 'origin');
      const wanted = { ...asked, originDigits: PCODE_DIGITS[originLevel] };
      const flows = await queryFlows(database, wanted);
      const uploads = await queryFlowUploads(database, wanted);
      const scale = await queryFlowScale(database, { edition, period });
      return c.json({ edition, period, flows, ...scale, uploads, destinations: destinationsOf(flows) }, 200);
    },
  );
}

/** Points of the destinations that occur; a province without one on file has no arc, and the table still lists it. */
function destinationsOf(flows: readonly Flow[]): FlowList['destinations'] {
  return DESTINATIONS.filter(({ country, province }) =>
    flows.some((flow) => flow.destinationCountry === country && flow.destinationProvince === province),
  );
}
