import { createRoute, z } from '@hono/zod-openapi';
import { NearestNetwork, Neighbours, NetworkReach, PlaceAt } from '../contracts/nearness.ts';
import type { Database } from '../db/database.ts';
import { problem } from '../problem.ts';
import { queryCommunesAt } from '../queries/communes-at.ts';
import { queryCommunesInReach } from '../queries/communes-in-reach.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryHasPolygon } from '../queries/has-polygon.ts';
import { queryNearestActive } from '../queries/nearest-active.ts';
import { queryNeighbours } from '../queries/neighbours.ts';
import { queryNetworkPlace } from '../queries/network-place.ts';
import { queryOrganisationExists } from '../queries/organisation-exists.ts';
import { queryPlaceExists } from '../queries/place-exists.ts';
import { queryPlaceMatches } from '../queries/place-matches.ts';
import { DayParameter, degrees, EditionParameter, IdParameter, PcodeParameter, ReachParameter, strictQuery } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

const PlacePath = z.object({ pcode: PcodeParameter });
const NetworkPath = z.object({
  network: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .openapi({ example: 'CPN-0102-01' }),
});
const FAULTS = { 400: BAD_PARAMETER, 404: NOT_FOUND };

const AT = createRoute({
  method: 'get',
  path: '/places/at',
  summary: 'The commune that holds a point',
  request: { query: strictQuery({ edition: EditionParameter, lng: degrees(180), lat: degrees(90) }) },
  responses: { 200: answer('The commune; the lower code on a shared border', PlaceAt), ...FAULTS },
});

const NEIGHBOURS = createRoute({
  method: 'get',
  path: '/places/{pcode}/neighbours',
  summary: 'Places of the same level that share a line of border',
  request: { params: PlacePath, query: strictQuery({ edition: EditionParameter }) },
  responses: { 200: answer('Neighbours by code', Neighbours), ...FAULTS },
});

const NEAREST = createRoute({
  method: 'get',
  path: '/places/{pcode}/nearest-network',
  summary: 'The active network nearest to a place on a day, and its distance',
  request: {
    params: PlacePath,
    query: strictQuery({ edition: EditionParameter, on: DayParameter, organisation: IdParameter.optional() }),
  },
  responses: { 200: answer('The nearest, in geodesic metres', NearestNetwork), ...FAULTS },
});

const REACH = createRoute({
  method: 'get',
  path: '/networks/{network}/reach',
  summary: 'Communes whose point lies within reach of a network',
  request: { params: NetworkPath, query: strictQuery({ edition: EditionParameter, reachMeters: ReachParameter }) },
  responses: { 200: answer('Communes, the nearest first; exactly the reach is inside', NetworkReach), ...FAULTS },
});

/** Where things are to each other. */
export function nearnessRoutes({ database }: { database: Database }) {
  return createRouter()
    .openapi(AT, async (c) => {
      const point = c.req.valid('query');
      const { edition } = point;
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const [pcode] = await queryCommunesAt(database, edition, [point]);
      const [place] = pcode === undefined ? [] : await queryPlaceMatches(database, { edition, pcodes: [pcode] });
      return place === undefined ? problem(c, 404, 'not-found') : c.json({ edition, place }, 200);
    })
    .openapi(NEIGHBOURS, async (c) => {
      const { pcode } = c.req.valid('param');
      const { edition } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const isDrawn = await queryHasPolygon(database, { edition, pcode });
      if (isDrawn === undefined) return problem(c, 404, 'not-found', 'pcode');
      return c.json({ edition, pcode, isDrawn, neighbours: await queryNeighbours(database, { edition, pcode }) }, 200);
    })
    .openapi(NEAREST, async (c) => {
      const { pcode } = c.req.valid('param');
      const { edition, on, organisation } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      if (!(await queryPlaceExists(database, { edition, pcode }))) return problem(c, 404, 'not-found', 'pcode');
      if (organisation !== undefined && !(await queryOrganisationExists(database, organisation)))
        return problem(c, 404, 'not-found', 'organisation');
      const nearest = await queryNearestActive(database, { edition, pcode, on, organisation });
      return c.json({ edition, pcode, on, nearest: nearest ?? null }, 200);
    })
    .openapi(REACH, async (c) => {
      const { network } = c.req.valid('param');
      const { edition, reachMeters } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const place = await queryNetworkPlace(database, { edition, network });
      if (place === undefined) return problem(c, 404, 'not-found', 'network');
      const communes = await queryCommunesInReach(database, { edition, pcode: place.pcode, reachMeters });
      return c.json({ edition, network, ...place, reachMeters, communes }, 200);
    });
}
