import type { Queryable } from '../db/database.ts';
import { type NearestActive, type ReachedCommune, toCoverage } from '../domain/coverage/coverage.ts';
import { nearestCandidates, type PointPlace } from '../domain/coverage/nearest.ts';
import { type CommunePoint, queryCommunePoints } from './commune-points.ts';
import { queryGeodesicDistances } from './geodesic-distances.ts';
import { queryNetworksOn } from './networks-on.ts';

/** Every commune of the edition, in place order, with the state of its networks and the nearest active one. */
export async function reachOfCommunes(
  database: Queryable,
  asked: { edition: string; on: string; organisation?: string | undefined },
): Promise<ReachedCommune[]> {
  const communes = await queryCommunePoints(database, asked.edition);
  const networks = await queryNetworksOn(database, asked);
  const active = new Set(networks.filter(({ status }) => status === 'active').map(({ pcode }) => pcode));
  const located = communes.flatMap(toPointPlace);
  const pairs = nearestCandidates(
    located,
    located.filter(({ pcode }) => active.has(pcode)),
  );
  const meters = await queryGeodesicDistances(database, pairs);
  const nearest = new Map<string, NearestActive>();
  pairs.forEach(({ from, to }, index) => {
    const distance = meters[index];
    const best = nearest.get(from.pcode);
    if (distance === undefined) throw new Error('a pair of places has no distance');
    if (best === undefined || distance < best.meters) nearest.set(from.pcode, { pcode: to.pcode, meters: distance });
  });
  return toCoverage(
    communes.map(({ pcode }) => pcode),
    networks,
    nearest,
  );
}

function toPointPlace({ pcode, lng, lat }: CommunePoint): PointPlace[] {
  return lng === null || lat === null ? [] : [{ pcode, lng, lat }];
}
