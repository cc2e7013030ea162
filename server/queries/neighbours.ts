import type { PlaceMatch } from '../contracts/place.ts';
import { type Queryable, sql } from '../db/database.ts';
import { placeMatchColumns } from './place-matches.ts';

/** Places of the same level that share a line of border with this one; a common corner is not enough. */
export function queryNeighbours(database: Queryable, { edition, pcode }: { edition: string; pcode: string }): Promise<PlaceMatch[]> {
  return database.query<PlaceMatch>(sql`
    select ${placeMatchColumns(sql`other`)}
    from place
    join current_place as other
      on other.edition = place.edition
      and other.level = place.level
      and other.pcode <> place.pcode
      and other.geom && place.geom
      and st_relate(place.geom, other.geom, '****1****')
    where place.edition = ${edition}::text
      and place.pcode = ${pcode}::text
    order by other.pcode`);
}
