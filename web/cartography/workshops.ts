import type { WorkshopList, WorkshopType } from '@atlas/server/contracts';

/** What stands at a commune for its workshops: the sign of their type, and how many there were. */
export type WorkshopsAt = { pcode: string; sign: WorkshopType | 'several'; events: number; lng: number; lat: number };

/** One sign a commune with its number of events, of the types that are shown; several types together take a sign of their own. */
export function toWorkshopSigns(list: WorkshopList | undefined, types: readonly WorkshopType[]): WorkshopsAt[] {
  const shown = (list?.workshops ?? []).filter(({ type }) => types.includes(type));
  return [...Map.groupBy(shown, ({ pcode }) => pcode)].flatMap(([pcode, events]) => {
    const [first] = events;
    if (first === undefined) return [];
    const sign = events.every(({ type }) => type === first.type) ? first.type : 'several';
    return [{ pcode, sign, events: events.length, lng: first.lng, lat: first.lat }];
  });
}
