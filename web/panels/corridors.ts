import type { Flow } from '@atlas/server/contracts';

/** People and, among them, children. */
export type Heads = { people: number; children: number };
/** Recorded and estimated are never added up: they may count the same people. */
export type ByBasis = { recorded: Heads; estimated: Heads };
export type Corridor = { end: string; out: ByBasis; return: ByBasis };

const nobody = (): ByBasis => ({ recorded: { people: 0, children: 0 }, estimated: { people: 0, children: 0 } });

/** All flows of a crossing by direction and basis. */
export function sumFlows(flows: readonly Flow[]): Omit<Corridor, 'end'> {
  const sums = { out: nobody(), return: nobody() };
  for (const { direction, basis, children, adults } of flows) {
    sums[direction][basis].people += children + adults;
    sums[direction][basis].children += children;
  }
  return sums;
}

/** Flows by one of their ends, the busiest end first; the sum of all ends is the crossing's own total. */
export function corridorsBy(flows: readonly Flow[], endOf: (flow: Flow) => string): Corridor[] {
  const groups = Map.groupBy(flows, endOf);
  return [...groups].map(([end, own]) => ({ end, ...sumFlows(own) })).sort((a, b) => busy(b) - busy(a) || (a.end < b.end ? -1 : 1));
}

function busy({ out, return: back }: Corridor): number {
  return Math.max(out.recorded.people, out.estimated.people) + Math.max(back.recorded.people, back.estimated.people);
}
