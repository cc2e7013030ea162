import type { Workshop, WorkshopType } from '../contracts/workshop.ts';
import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';
import type { Box } from './networks-on.ts';

export type WorkshopsAsked = {
  edition: string;
  /** First and last day, `YYYY-MM-DD`: a workshop counts when one of its days lies between, both included. */
  from: string;
  to: string;
  types?: readonly WorkshopType[] | undefined;
  /** Workshops whose commune's point lies in the box; those without a point are kept, because nobody knows. */
  bbox?: Box | undefined;
  within?: string | undefined;
  /** The newest so many; all if left out. */
  limit?: number | undefined;
};
/** `lng` and `lat` are null where the commune has no point. */
export type WorkshopRow = Omit<Workshop, 'lng' | 'lat'> & { lng: number | null; lat: number | null };

/** Workshops in the edition's codes, newest first. */
export function queryWorkshops(
  database: Queryable,
  { edition, from, to, types, bbox, within, limit }: WorkshopsAsked,
): Promise<WorkshopRow[]> {
  return database.query<WorkshopRow>(sql`
    select
      code, workshop.type, theme_en as "themeEn", theme_km as "themeKm", starts_on::text as "startsOn", ends_on::text as "endsOn",
      same.to_pcode as pcode, st_x(place.point)::float8 as lng, st_y(place.point)::float8 as lat,
      organiser, audience,
      coalesce(
        (
          select jsonb_object_agg(participant_group, participants)
          from workshop_participants
          where workshop_participants.workshop = workshop.id
        ),
        '{}'
      ) as participants,
      trained_by as "trainedBy"
    from current_workshop as workshop
    cross join lateral (${ledTo(edition, { edition: sql`workshop.edition`, pcode: sql`workshop.pcode` })}) as same
    join current_place as place on place.edition = ${edition}::text and place.pcode = same.to_pcode
    where starts_on <= ${to}::date
      and ends_on >= ${from}::date
      and ${types === undefined ? sql`true` : sql`workshop.type = any(${types}::text[])`}
      and ${bbox === undefined ? sql`true` : sql`(place.point is null or place.point && st_makeenvelope(${bbox[0]}::float8, ${bbox[1]}::float8, ${bbox[2]}::float8, ${bbox[3]}::float8, 4326))`}
      and ${within === undefined ? sql`true` : sql`same.to_pcode like ${within}::text || '%'`}
    order by starts_on desc, code
    limit ${limit ?? null}::int`);
}
