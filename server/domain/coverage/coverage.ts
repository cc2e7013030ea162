import { COVERAGE_LETTERS, type Network } from '../../contracts/network.ts';

/** Distance of a commune to the nearest commune with an active network. */
export type NearestActive = { pcode: string; meters: number };
export type ReachedCommune = {
  pcode: string;
  status: 'active' | 'dormant' | 'none';
  nearest: { meters: number; network: string } | undefined;
};

/**
 * What the networks of a day mean for each commune, in the order given: the status of its own networks, and the
 * nearest active one by the distances handed in.
 */
export function toCoverage(
  pcodes: readonly string[],
  networks: readonly Pick<Network, 'code' | 'pcode' | 'status'>[],
  distances: ReadonlyMap<string, NearestActive>,
): ReachedCommune[] {
  const active = new Map<string, string>();
  const known = new Set<string>();
  for (const network of networks) {
    known.add(network.pcode);
    if (network.status === 'active' && network.code < (active.get(network.pcode) ?? '\uffff')) active.set(network.pcode, network.code);
  }
  return pcodes.map((pcode) => {
    const nearest = distances.get(pcode);
    const network = nearest === undefined ? undefined : active.get(nearest.pcode);
    return {
      pcode,
      status: active.has(pcode) ? 'active' : known.has(pcode) ? 'dormant' : 'none',
      nearest: nearest === undefined || network === undefined ? undefined : { meters: nearest.meters, network },
    };
  });
}

/** Is the commune within reach? A distance of exactly the reach is inside. */
export function isInReach({ nearest }: Pick<ReachedCommune, 'nearest'>, reachMeters: number): boolean {
  return nearest !== undefined && nearest.meters <= reachMeters;
}

/**
 * The coverage columns of the answer.
 * @example one commune with an active network, one without 20 km away: statuses 'an', nearestActiveMeters [0, 20000]
 */
export function toCoverageColumns(communes: readonly ReachedCommune[]) {
  return {
    statuses: communes.map(({ status }) => COVERAGE_LETTERS[status]).join(''),
    nearestActiveMeters: communes.map(({ nearest }) => nearest?.meters ?? -1),
    nearestActive: communes.map(({ nearest }) => nearest?.network ?? ''),
  };
}

/** Share of the identified children that networks reach; children of a commune without a point count as not reached. */
export function summarise(communes: readonly ReachedCommune[], childrenByPcode: ReadonlyMap<string, number>, reachMeters: number) {
  const reached = communes.filter((commune) => isInReach(commune, reachMeters));
  const childrenIn = (list: readonly ReachedCommune[]) => list.reduce((sum, { pcode }) => sum + (childrenByPcode.get(pcode) ?? 0), 0);
  return {
    active: communes.filter(({ status }) => status === 'active').length,
    dormant: communes.filter(({ status }) => status === 'dormant').length,
    communesInReach: reached.length,
    communes: communes.length,
    identified: childrenIn(communes),
    identifiedInReach: childrenIn(reached),
  };
}
