import { createRoute, type z } from '@hono/zod-openapi';
import { GapList } from '../contracts/gap.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import { toGaps } from '../domain/gaps/gaps.ts';
import { problem } from '../problem.ts';
import { queryChildrenLiving } from '../queries/children-living.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { queryIdentifiedChildren } from '../queries/identified-children.ts';
import { queryLastAssessments } from '../queries/last-assessments.ts';
import { queryPlaceExists } from '../queries/place-exists.ts';
import { reachOfCommunes } from '../queries/reach-of-communes.ts';
import { DayParameter, EditionParameter, ProvinceParameter, ReachParameter, strictQuery, YearParameter } from './parameters.ts';
import { answer, BAD_PARAMETER, createRouter, NOT_FOUND } from './router.ts';

/** What a gap list is asked by. */
export const GAPS_SHAPE = {
  edition: EditionParameter,
  period: YearParameter,
  on: DayParameter,
  reachMeters: ReachParameter,
  province: ProvinceParameter.optional(),
};
const GapsQuery = strictQuery(GAPS_SHAPE);
export type GapsAsked = z.output<typeof GapsQuery>;

/** Where need is known and no active network is near. */
export function gapRoutes({ database }: { database: Database }) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/gaps',
      summary: 'Communes with identified children and no active network in reach, the greatest gap first',
      request: { query: GapsQuery },
      responses: {
        200: answer('Gaps with the terms of their score; communes nobody assessed are counted, not listed', GapList),
        400: BAD_PARAMETER,
        404: NOT_FOUND,
      },
    }),
    async (c) => {
      const { edition, province } = c.req.valid('query');
      if (!(await queryEditionExists(database, edition))) return problem(c, 400, 'bad-parameter', 'edition');
      const isKnown = province === undefined || (await queryPlaceExists(database, { edition, pcode: province }));
      if (!isKnown) return problem(c, 404, 'not-found', 'province');
      return c.json((await readGaps(database, c.req.valid('query'))).list, 200);
    },
  );
}

/** The gaps of an edition, or of a province of it, and the communes nobody assessed in the period. */
export async function readGaps(
  database: Database,
  { edition, period, on, reachMeters, province }: GapsAsked,
): Promise<{ list: GapList; notAssessed: Pcode[] }> {
  const everywhere = await reachOfCommunes(database, { edition, on });
  const communes = everywhere.filter(({ pcode }) => pcode.startsWith(province ?? ''));
  const needs = await needsOf(database, { edition, period, on });
  const gaps = toGaps(communes, { on, reachMeters, needs, populations: await queryChildrenLiving(database, { edition, period }) });
  const notAssessed = communes.flatMap(({ pcode }) => (needs.has(pcode) ? [] : [pcode]));
  const counts = { communes: communes.length, notAssessed: notAssessed.length };
  return { list: { edition, period, province: province ?? null, reachMeters, on, gaps, ...counts }, notAssessed };
}

/** Identified children of the period, with the day somebody last assessed the commune, in whatever period. */
async function needsOf(database: Database, { edition, period, on }: { edition: string; period: string; on: string }) {
  const identified = await queryIdentifiedChildren(database, { edition, period });
  const lastAssessments = await queryLastAssessments(database, { edition, on });
  return new Map(
    identified.map(
      ({ pcode, children, assessedOn }) => [pcode, { children, assessedOn: lastAssessments.get(pcode) ?? assessedOn }] as const,
    ),
  );
}
