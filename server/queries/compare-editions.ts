import { type Queryable, sql } from '../db/database.ts';
import type { EditionPair } from './rebuild-crosswalk.ts';

export type ComparedCommune = {
  code: string;
  /** Empty in the edition that lacks the code. */
  boundariesName: string;
  gazetteerName: string;
  inBoundaries: boolean;
  inGazetteer: boolean;
  hasPolygon: boolean;
  /** Where the crosswalk leads from a code that the gazetteer lacks. */
  successor: string | null;
  successorName: string | null;
  method: string | null;
  /** The crosswalk names the older code without one whole successor. */
  isDivided: boolean;
};

/** Communes of a boundaries edition (`from`) and of a gazetteer (`to`) side by side, by code. */
export async function compareEditions(database: Queryable, { from, fromYear, to, toYear }: EditionPair): Promise<ComparedCommune[]> {
  return database.query<ComparedCommune>(sql`
    with older as (select * from place where edition = ${from} and level = 3),
    newer as (select * from place where edition = ${to} and level = 3),
    step as (select * from crosswalk where from_edition = ${from} and to_edition = ${to} and share = 1)
    select
      coalesce(older.pcode, newer.pcode)::text as code,
      coalesce(older.name_en, '')::text as "boundariesName",
      coalesce(newer.name_en, '')::text as "gazetteerName",
      (older.pcode is not null)::boolean as "inBoundaries",
      (newer.pcode is not null)::boolean as "inGazetteer",
      (newer.geom is not null)::boolean as "hasPolygon",
      step.to_pcode::text as successor,
      successor.name_en::text as "successorName",
      step.method::text as method,
      (step.to_pcode is null and older.pcode in (
        select from_pcode
        from current_crosswalk_row
        where from_year = ${fromYear}::int
          and to_year = ${toYear}::int
      ))::boolean as "isDivided"
    from older
    full join newer on newer.pcode = older.pcode
    left join step on step.from_pcode = older.pcode
    left join newer as successor on successor.pcode = step.to_pcode
    order by coalesce(older.pcode, newer.pcode) collate "C"`);
}
