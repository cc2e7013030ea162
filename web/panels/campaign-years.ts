import type { Campaign } from '@atlas/server/contracts';

export const CAMPAIGN_MEASURES = ['events', 'communes', 'participants'] as const;
export type CampaignMeasure = (typeof CAMPAIGN_MEASURES)[number];

/** A number of the campaign beside that of the year before; both are drawn on the same `maximum`. */
export type Pair = { year: number; previous: number; maximum: number };

/** Totals of the two years; each measure has its own scale, the two years share it. */
export function toTotals({ year, previous }: Campaign): Record<CampaignMeasure | 'provinces', Pair> {
  const pair = (now: number, before: number): Pair => ({ year: now, previous: before, maximum: Math.max(now, before) });
  return {
    events: pair(year.events, previous.events),
    communes: pair(year.communes, previous.communes),
    participants: pair(year.participants, previous.participants),
    provinces: pair(year.provinces.length, previous.provinces.length),
  };
}

/** Provinces with an event in either year, the highest of this year first; all on one scale, that of the highest of both years. */
export function toProvincePairs({ year, previous }: Campaign, measure: CampaignMeasure): ({ pcode: string } & Pair)[] {
  const now = new Map(year.provinces.map((province) => [province.pcode, province[measure]]));
  const before = new Map(previous.provinces.map((province) => [province.pcode, province[measure]]));
  const maximum = Math.max(0, ...now.values(), ...before.values());
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((pcode) => ({ pcode, year: now.get(pcode) ?? 0, previous: before.get(pcode) ?? 0, maximum }))
    .sort((a, b) => b.year - a.year || b.previous - a.previous || (a.pcode < b.pcode ? -1 : 1));
}
