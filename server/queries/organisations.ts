import type { Organisation } from '../contracts/network.ts';
import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

/** Organisations with a network or a workshop in the edition, by name. */
export function queryOrganisations(database: Queryable, edition: string): Promise<Organisation[]> {
  return database.query<Organisation>(sql`
    select id, name_en as "nameEn", name_km as "nameKm"
    from organisation
    where id in (
        select organisation from current_network as network
        cross join lateral (${ledTo(edition, { edition: sql`network.edition`, pcode: sql`network.pcode` })}) as same
      )
      or id in (
        select organiser from current_workshop as workshop
        cross join lateral (${ledTo(edition, { edition: sql`workshop.edition`, pcode: sql`workshop.pcode` })}) as same
      )
    order by name_en, id`);
}
