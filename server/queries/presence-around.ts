import type { PlaceProfile } from '../contracts/profile.ts';
import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

/**
 * Who runs what on a day in a place: in it, in a place of it, or in all of a district or province it lies in. The wider
 * place first, then by organisation.
 */
export function queryPresenceAround(
  database: Queryable,
  { edition, within, on }: { edition: string; within: string; on: string },
): Promise<PlaceProfile['presence']> {
  return database.query<PlaceProfile['presence'][number]>(sql`
    select distinct
      same.to_pcode as pcode, programme, name_en as "organisationEn", name_km as "organisationKm",
      from_on::text as "fromOn", to_on::text as "toOn"
    from current_presence as presence
    cross join lateral (${ledTo(edition, { edition: sql`presence.edition`, pcode: sql`presence.pcode` })}) as same
    join organisation on organisation.id = presence.organisation
    where (same.to_pcode like ${within}::text || '%' or ${within}::text like same.to_pcode || '%')
      and from_on <= ${on}::date
      and (to_on is null or to_on >= ${on}::date)
    order by pcode, "organisationEn", programme, "fromOn"`);
}
