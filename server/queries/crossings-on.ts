import type { Crossing } from '../contracts/crossing.ts';
import { type Queryable, sql } from '../db/database.ts';
import { joinUploads, whereFrom } from './where-from.ts';

/** All crossings with the status a source states for the day `YYYY-MM-DD`; unknown when none does. */
export function queryCrossingsOn(database: Queryable, on: string): Promise<Crossing[]> {
  return database.query<Crossing>(sql`
    select
      crossing.id, name_en as "nameEn", name_km as "nameKm", opposite_name as "oppositeName",
      opposite_province as "oppositeProvince", country, province, category,
      st_x(point)::float8 as lng, st_y(point)::float8 as lat, accuracy,
      coalesce(stated.status, 'unknown') as status,
      stated.from_on::text as "statusFrom",
      stated.source as "statusSource",
      (
        select to_jsonb(stated_by)
        from (
          select ${whereFrom(sql`true`)}
          from (select stated.upload, stated.crossing || ' ' || stated.from_on as about, false as is_estimated) as used
          ${joinUploads}
          group by upload.id
        ) as stated_by
      ) as "statusUpload"
    from crossing
    left join lateral (
      select *
      from current_crossing_status as stated
      where stated.crossing = crossing.id
        and from_on <= ${on}::date
        and (to_on is null or to_on >= ${on}::date)
      order by from_on desc
      limit 1
    ) as stated on true
    order by country, province, crossing.id`);
}
