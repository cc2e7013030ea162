import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Keeps as land the polygons of one edition's finest level that no place of the other took, and its water as water. */
export async function copyAreas(database: Queryable, { from, to }: { from: EditionId; to: EditionId }): Promise<void> {
  await database.query(sql`
    with own as (
      select *
      from place
      where edition = ${from}
        and geom is not null
        and geometry_source <> 'dissolved'
    ),
    used as (
      select unnest(string_to_array(geometry_source, '+')) as source
      from place
      where edition = ${to}
        and geometry_source is not null
    )
    insert into area_without_place (edition, source_code, name, reason, geom)
    select ${to}::text, pcode, name_en, 'no-current-commune', geom
    from own
    where level = (select max(level) from own)
      and ${from}::text || '/' || pcode not in (select source from used)
    union all
    select ${to}::text, source_code, name, reason, geom
    from area_without_place
    where edition = ${from}`);
}
