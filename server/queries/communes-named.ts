import type { Pcode } from '../contracts/pcode.ts';
import { type Fragment, type Queryable, sql } from '../db/database.ts';

/** Names as `toSearchText` makes them; empty where not stated. */
export type NamesAsked = { province: string; district: string; commune: string };
/** Communes of these names: written so, and, where a district is stated, sounding alike in it. */
export type CommunesNamed = { exact: Pcode[]; alike: Pcode[] };

/** For each of the names asked, in their order, the communes of an edition that are called so within what is stated around them. */
export async function queryCommunesNamed(database: Queryable, edition: string, asked: readonly NamesAsked[]): Promise<CommunesNamed[]> {
  const rows = await database.query<{ index: number; pcode: Pcode; isExact: boolean }>(sql`
    with wanted as (
      select * from unnest(
        ${asked.map(({ province }) => province)}::text[],
        ${asked.map(({ district }) => district)}::text[],
        ${asked.map(({ commune }) => commune)}::text[]
      ) with ordinality as names (province, district, commune, index)
    )
    select wanted.index::int as index, place.pcode, ${isCalled(sql`place`, sql`wanted.commune`)} as "isExact"
    from wanted
    join place on place.edition = ${edition}::text and place.level = 3
      and (
        ${isCalled(sql`place`, sql`wanted.commune`)}
        or (wanted.district <> '' and ${soundsLike(sql`place`, sql`wanted.commune`)})
      )
    where ${liesIn(sql`wanted.province`, 2)}
      and ${liesIn(sql`wanted.district`, 4)}
    order by wanted.index, place.pcode collate "C"`);
  const byIndex = Map.groupBy(rows, ({ index }) => index);
  return asked.map((_, position) => {
    const found = byIndex.get(position + 1) ?? [];
    const codes = (isExact: boolean) => found.flatMap((row) => (row.isExact === isExact ? [row.pcode] : []));
    return { exact: codes(true), alike: codes(false) };
  });
}

function isCalled(alias: Fragment, name: Fragment): Fragment {
  return sql`(${name} <> '' and ${name} in (split_part(${alias}.search_text, '|', 1), split_part(${alias}.search_text, '|', 2)))`;
}

/** Only of Latin words with letters enough to tell names apart. */
function soundsLike(alias: Fragment, name: Fragment): Fragment {
  return sql`(${name} ~ '^[a-z]{4,}$' and ${alias}.loose_text = loose_name(${name}))`;
}

/** The place around, by the first digits of the code, is called so too, or none is stated. */
function liesIn(name: Fragment, digits: number): Fragment {
  return sql`(${name} = '' or exists (
    select 1 from place as around
    where around.edition = place.edition
      and around.pcode = left(place.pcode, ${digits}::int)
      and (${isCalled(sql`around`, name)} or ${soundsLike(sql`around`, name)})
  ))`;
}
