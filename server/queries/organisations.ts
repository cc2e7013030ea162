import type { Organisation } from '../contracts/network.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Organisations with a network or a workshop in the edition, by name. */
export function queryOrganisations(database: Queryable, edition: string): Promise<Organisation[]> {
  return database.query<Organisation>(sql`
    select id, name_en as "nameEn", name_km as "nameKm"
    from organisation
    where id in (
        select organisation from network
        join place_equivalent as same on same.from_edition = network.edition and same.from_pcode = network.pcode
        where same.to_edition = ${edition}::text
      )
      or id in (
        select organiser from workshop
        join place_equivalent as same on same.from_edition = workshop.edition and same.from_pcode = workshop.pcode
        where same.to_edition = ${edition}::text
      )
    order by name_en, id`);
}
