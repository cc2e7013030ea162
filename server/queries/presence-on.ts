import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

type Presence = {
  /** Code of a province, district or commune, in the edition's codes. */
  pcode: string;
  organisation: string;
  organisationEn: string;
  organisationKm: string;
  programme: string;
  fromOn: string;
  toOn: string | null;
};

/** Who runs what on a day, `YYYY-MM-DD`, in all of an edition, by place and organisation. */
export function queryPresenceOn(database: Queryable, { edition, on }: { edition: string; on: string }): Promise<Presence[]> {
  return database.query<Presence>(sql`
    select distinct
      same.to_pcode as pcode, organisation, name_en as "organisationEn", name_km as "organisationKm", programme,
      from_on::text as "fromOn", to_on::text as "toOn"
    from current_presence as presence
    cross join lateral (${ledTo(edition, { edition: sql`presence.edition`, pcode: sql`presence.pcode` })}) as same
    join organisation on organisation.id = presence.organisation
    where from_on <= ${on}::date
      and (to_on is null or to_on >= ${on}::date)
    order by pcode, organisation, programme, "fromOn"`);
}
