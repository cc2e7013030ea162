import type { Coverage } from '../contracts/network.ts';
import type { ReleasedTable } from '../contracts/release.ts';
import type { Database } from '../db/database.ts';
import { type ReachedCommune, summarise, toCoverageColumns } from '../domain/coverage/coverage.ts';
import { toGaps } from '../domain/gaps/gaps.ts';
import { queryCrossingsOn } from '../queries/crossings-on.ts';
import { queryFlows } from '../queries/flows.ts';
import { queryLastAssessments } from '../queries/last-assessments.ts';
import { reachOfCommunes } from '../queries/reach-of-communes.ts';
import { queryWorkshops } from '../queries/workshops.ts';
import type { ReleaseFiles } from './files.ts';
import { assessedCommunes, totalsOf } from './released-values.ts';

/** Reach of a network that the gap list is made with, as on the page. */
const REACH_METERS = 15_000;
/** Nothing of a route goes out before this many months have passed. */
const ROUTE_MONTHS = 3;

/** Coverage, gaps, workshops, crossings and routes of the year; the gap list is made of released numbers. */
export async function addProgramme(
  files: ReleaseFiles,
  database: Database,
  { table, bases, placeOrder, on }: { table: ReleasedTable; bases: ReadonlyMap<string, number>; placeOrder: string; on: string },
): Promise<void> {
  const { edition, period } = table;
  const lastDay = `${period}-12-31`;
  const reached = await reachOfCommunes(database, { edition, on: lastDay });
  files.add('coverage', releasedCoverage(table, placeOrder, reached));
  files.add('gaps', await releasedGaps(database, { table, bases, reached }));
  const workshops = await queryWorkshops(database, { edition, from: `${period}-01-01`, to: lastDay });
  files.add('workshops', {
    edition,
    period,
    workshops: workshops
      .map(({ type, themeEn, themeKm, startsOn, pcode, lng, lat }) => ({ type, themeEn, themeKm, startsOn, pcode, lng, lat }))
      .sort(
        (a, b) => compare(a.startsOn, b.startsOn) || compare(a.pcode, b.pcode) || compare(a.type, b.type) || compare(a.themeEn, b.themeEn),
      ),
  });
  const crossings = await queryCrossingsOn(database, lastDay);
  files.add('crossings', { on: lastDay, crossings: crossings.map(({ statusUpload: _, ...crossing }) => crossing) });
  files.add('flows', { edition, period, flows: isOldEnough(period, on) ? await releasedFlows(database, table) : [] });
}

/** Coverage without the networks' names; of identified children it counts those in communes that show theirs. */
function releasedCoverage(table: ReleasedTable, placeOrder: string, reached: readonly ReachedCommune[]): Coverage {
  const totals = totalsOf(table, 'commune');
  const shown = new Map(
    table.places.commune.flatMap((pcode, place) => {
      const children = totals[place];
      return typeof children === 'number' ? [[pcode, children] as const] : [];
    }),
  );
  return {
    edition: table.edition,
    on: `${table.period}-12-31`,
    organisation: null,
    placeOrder,
    ...toCoverageColumns(reached),
    nearestActive: reached.map(() => ''),
    reachMeters: REACH_METERS,
    summary: summarise(reached, shown, REACH_METERS),
  };
}

/** Corridors from province to province by a named crossing; one with a number below the threshold is not listed at all. */
async function releasedFlows(database: Database, { edition, period, threshold }: ReleasedTable) {
  const flows = await queryFlows(database, { edition, period, originDigits: 2 });
  return flows
    .filter(({ children, adults, origin }) => children >= threshold && adults >= threshold && origin.length === 2)
    .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

async function releasedGaps(
  database: Database,
  { table, bases, reached }: { table: ReleasedTable; bases: ReadonlyMap<string, number>; reached: readonly ReachedCommune[] },
) {
  const { edition, period } = table;
  const on = `${period}-12-31`;
  const lastAssessments = await queryLastAssessments(database, { edition, on });
  const totals = totalsOf(table, 'commune');
  const needs = new Map(
    table.places.commune.flatMap((pcode, place) => {
      const [children, assessedOn] = [totals[place], lastAssessments.get(pcode)];
      return typeof children === 'number' && assessedOn !== undefined ? [[pcode, { children, assessedOn }] as const] : [];
    }),
  );
  const gaps = toGaps(reached, { on, reachMeters: REACH_METERS, needs, populations: bases }).map((gap) => ({
    ...gap,
    nearestActive: null,
  }));
  const communes = table.places.commune.length;
  return {
    edition,
    period,
    province: null,
    reachMeters: REACH_METERS,
    on,
    gaps,
    communes,
    notAssessed: communes - assessedCommunes(table).length,
  };
}

/** Has the year ended as many months ago as nothing of a route may go out? */
function isOldEnough(period: string, on: string): boolean {
  const [year = 0, month = 0] = on.split('-').map(Number);
  return (year - Number(period) - 1) * 12 + month - 1 >= ROUTE_MONTHS;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
