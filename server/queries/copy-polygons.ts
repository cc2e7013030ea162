import { type Queryable, sql } from '../db/database.ts';
import type { EditionPair } from './rebuild-crosswalk.ts';

/**
 * Gives the places of one edition the polygons of another's: of their whole predecessors by the crosswalk (joined when
 * there are several), else of the same code where the crosswalk states nothing about it. `geometry_source` names them.
 */
export async function copyPolygons(database: Queryable, { from, fromYear, to, toYear }: EditionPair): Promise<void> {
  await database.query(sql`
    with stated as (
      select from_pcode, to_pcode
      from current_crosswalk_row
      where from_year = ${fromYear}::int
        and to_year = ${toYear}::int
    ),
    source as (
      select to_pcode as pcode, from_pcode
      from crosswalk
      where from_edition = ${from}
        and to_edition = ${to}
        and share = 1
      union all
      select pcode, pcode
      from place
      where edition = ${to}
        and pcode not in (select from_pcode from stated where from_pcode is not null)
        and pcode not in (select to_pcode from stated where to_pcode is not null)
    ),
    joined as (
      select
        source.pcode,
        case
          when count(*) = 1 then (array_agg(older.geom))[1]
          else st_multi(st_collectionextract(st_makevalid(st_unaryunion(st_collect(older.geom))), 3))
        end as geom,
        string_agg(${from}::text || '/' || older.pcode, '+' order by older.pcode) as geometry_source
      from source
      join place as older on older.edition = ${from} and older.pcode = source.from_pcode
      where older.geometry_source <> 'dissolved'
      group by source.pcode
    )
    update place
    set geom = joined.geom, geometry_source = joined.geometry_source
    from joined
    where place.edition = ${to}
      and place.pcode = joined.pcode`);
}
